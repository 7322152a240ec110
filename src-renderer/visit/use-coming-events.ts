import { useMemo } from 'react';
import { type ComingEvent, comingEvents, type EventWish } from './coming-events.ts';
import { useHere, useWords } from './here.tsx';
import { useMinute } from './use-minute.ts';

/** The events still to come in this visit's language; worked out anew when the minute changes, so that what is over goes. */
export function useComingEvents({ type, theme }: EventWish = {}): readonly ComingEvent[] {
  const { catalogue } = useHere();
  const { language } = useWords();
  const now = useMinute();
  return useMemo(
    () => comingEvents(catalogue, language, now, { type, theme }),
    [catalogue, language, now, type, theme],
  );
}
