import { localTime } from '../../model/kinds.ts';
import { utcTime } from '../../model/names.ts';
import { localTimeAt } from '../../model/occurrences.ts';
import { utc } from '../keys/roles.ts';

const MINUTE_MS = 60_000;

/**
 * A moment as people write it, in UTC: `18:00` (today), `2026-12-01T18:00` (both on the clock of the centre) or
 * `2026-12-01T17:00:00Z`. Undefined for anything else, and for an hour that a change of the clock leaves out.
 */
export function momentOf(text: string, timeZone: string, now: Date): string | undefined {
  if (utcTime.safeParse(text).success) return text;
  const today = localTimeAt(now, timeZone).slice(0, 11);
  const local = localTime.safeParse(
    /^\d{1,2}:\d{2}$/.test(text) ? `${today}${text.padStart(5, '0')}` : text,
  ).data;
  if (local === undefined) return undefined;
  // Clocks are at most some fourteen hours from UTC: the first minute that shows this time is the one that is meant.
  const around = Date.parse(`${local}:00Z`);
  const difference = (at: number): number => Date.parse(`${localTimeAt(new Date(at), timeZone)}:00Z`) - at;
  const candidates = [
    around - difference(around - 24 * 60 * MINUTE_MS),
    around - difference(around + 24 * 60 * MINUTE_MS),
  ];
  const found = candidates
    .filter((at) => localTimeAt(new Date(at), timeZone) === local)
    .sort((a, b) => a - b)[0];
  return found === undefined ? undefined : utc(new Date(found));
}
