import { useMemo } from 'react';
import { type ComingEvent, comingEvents, type EventWish } from './coming-events.ts';
import { useHere, useWords } from './here.tsx';

/** The events still to come in this visit's language; worked out once a minute, not at every drawing of a screen. */
export function useComingEvents({ type, theme }: EventWish = {}): readonly ComingEvent[] {
  const { catalogue } = useHere();
  const { language } = useWords();
  const now = catalogue.localNow();
  return useMemo(
    () => comingEvents(catalogue, language, now, { type, theme }),
    [catalogue, language, now, type, theme],
  );
}
