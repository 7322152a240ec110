import { useMemo } from 'react';
import { type Agenda, type AgendaWish, ANY_EVENT, agendaOf, wishedEvents } from './agenda.ts';
import { useHere, useWords } from './here.tsx';
import { useMinute } from './use-minute.ts';

/** The agenda in this visit's language; worked out anew when the minute changes. */
export function useAgenda(wish: AgendaWish = ANY_EVENT): Agenda {
  const { catalogue } = useHere();
  const { language } = useWords();
  const now = useMinute();
  return useMemo(
    () => agendaOf(wishedEvents(catalogue.headers(language), wish), now),
    [catalogue, language, wish, now],
  );
}
