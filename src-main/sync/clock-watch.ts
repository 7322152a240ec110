import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Suspicion } from './trust/clock.ts';

const SENTENCES: Record<Exclude<Suspicion, null>, string> = {
  behind:
    'The clock of this terminal is behind a time that was signed and seen here. Expiry is judged by that time instead. Set the clock, and check the battery of the machine',
  ahead:
    'The clock of this terminal is more than a year ahead of all it knows. Expiry is judged by the last time it knows instead. Set the clock; if it is right, this ends by itself with the next good answer of the server',
};

/** Says once when the wall clock becomes suspicious, and once when it is plausible again. */
export function clockWatch(log: Log, clock: Pick<Clock, 'now'>): (found: Suspicion) => void {
  let before: Suspicion = null;
  return (found) => {
    if (found === before) return;
    before = found;
    if (found === null) log.note('clock-plausible', 'The clock of this terminal is plausible again.');
    else log.trouble('clock-suspicious', `${SENTENCES[found]}.`, { clock: clock.now().toISOString(), found });
  };
}
