import type { LocalTime } from '../../../content/model/kinds.ts';
import { localTimeAt } from '../../../content/model/occurrences.ts';

/** A clock that can be stopped at a moment. */
export type SettableClock = {
  readonly now: () => Date;
  /** Stops the clock at a moment; null lets it run with the real time. */
  readonly set: (moment: Date | null) => void;
};

/** Makes a clock that shows the real time until it is set. */
export function clock(real: () => Date = () => new Date()): SettableClock {
  let stopped: Date | null = null;
  return {
    // A new date each time, because dates can be changed by whoever holds them.
    now: () => (stopped ? new Date(stopped) : real()),
    set: (moment) => {
      stopped = moment;
    },
  };
}

/** The moment at which the clock of a zone shows a local time; the later hour where the clock skips it in spring. */
export function momentOf(local: LocalTime, timeZone: string): Date {
  const asIfUtc = Date.parse(`${local}Z`);
  const shownAt = (moment: number) => Date.parse(`${localTimeAt(new Date(moment), timeZone)}Z`);
  // The first guess is off by the zone's distance from UTC; the second by an hour if that changes in between.
  const guess = asIfUtc - (shownAt(asIfUtc) - asIfUtc);
  return new Date(guess + (asIfUtc - shownAt(guess)));
}
