import { useSyncExternalStore } from 'react';
import type { LocalTime } from '../../content/model/kinds.ts';
import { everyMinute } from './every-minute.ts';
import { useHere } from './here.tsx';

/** What the clock of the centre shows; whoever uses it is drawn again when the minute changes. */
export function useMinute(): LocalTime {
  const { catalogue } = useHere();
  return useSyncExternalStore(everyMinute, catalogue.localNow);
}
