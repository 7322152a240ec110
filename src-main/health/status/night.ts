import { minutesOfHours } from '../../contract/night-hours.ts';

/** From when to when. */
export type Span = { readonly from: Date; readonly until: Date };

/** The night that is now, or else the next one, on the clock of this machine; null where there is none. */
export function nightAround(hours: string | null, moment: Date): Span | null {
  if (hours === null) return null;
  const [begin, end] = minutesOfHours(hours);
  for (const daysAhead of [-1, 0, 1]) {
    const from = atMinutes(moment, daysAhead, begin);
    const until = atMinutes(moment, daysAhead + (end <= begin ? 1 : 0), end);
    if (moment < until) return { from, until };
  }
  return null;
}

/** So many minutes after midnight, as the clock on the wall counts them: days on which it changes are not 24 hours long. */
function atMinutes(moment: Date, daysAhead: number, minutes: number): Date {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + daysAhead, 0, minutes);
}
