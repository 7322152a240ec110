import { useCallback } from 'react';
import type { CountedEvent } from '../../src-main/contract/counted-events.ts';
import type { Kiosk } from '../kiosk/kiosk.ts';
import { useHere } from './here.tsx';
import { useVisit } from './visit-store.ts';

/** Counts that something happened; `about`, an id, keeps one visit from counting the same twice and never leaves the page. */
export type Count = (event: CountedEvent, about?: string) => void;

/** For the anonymous statistics of the terminal. Never fails; what the visitor chose, typed or read is not told. */
export function useCount(): Count {
  const { kiosk } = useHere();
  return useCallback((event, about) => countWith(kiosk, event, about), [kiosk]);
}

/** {@link useCount} outside a component. */
export function countWith(kiosk: Pick<Kiosk, 'countEvent'>, event: CountedEvent, about?: string): void {
  const { language, counted } = useVisit.getState();
  if (!language) return;
  if (about !== undefined) {
    const mark = `${event} ${about}`;
    if (counted.includes(mark)) return;
    useVisit.setState({ counted: [...counted, mark] });
  }
  // A count that is not taken is one less: no visitor should ever notice.
  kiosk.countEvent({ event, language }).catch(() => undefined);
}
