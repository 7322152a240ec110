import * as rrule from 'rrule';
import type { EventHeader } from './document.ts';
import type { LocalTime } from './kinds.ts';
import { MAX_EVENT_YEARS } from './limits.ts';

// Everything here stays on the clock of the centre, as if it were UTC: an event at 14:00 is at 14:00 in winter and in
// summer, and no time zone is asked. `Date` is only the calendar here, never a moment.

// Node sees the package's CommonJS face (all of it under `default`), a bundler its ES module.
const { RRule } = (Reflect.get(rrule, 'default') ?? rrule) as typeof rrule;

/** One time an event takes place, on the clock of the centre. */
export type Occurrence = { readonly starts: LocalTime; readonly ends: LocalTime };

/** What of an event decides when it takes place. */
export type EventTimes = Pick<EventHeader, 'starts' | 'ends' | 'repeats' | 'except'>;

/**
 * The times an event takes place that end after `from` and begin before `until`, in order, at most `limit` of them. One
 * whose `repeats` cannot be read takes place once: a text never keeps a screen from showing.
 */
export function occurrencesOf(
  event: EventTimes,
  from: LocalTime,
  until: LocalTime,
  limit = Number.POSITIVE_INFINITY,
): readonly Occurrence[] {
  const length = toCalendar(event.ends).getTime() - toCalendar(event.starts).getTime();
  const found: Occurrence[] = [];
  if (limit <= 0) return found;
  eachBegin(event, until, (begin) => {
    const starts = toLocal(begin);
    const ends = toLocal(new Date(begin.getTime() + length));
    if (ends > from && starts < until && !event.except.includes(dayOf(starts))) found.push({ starts, ends });
    return starts < until && found.length < limit;
  });
  return found;
}

/** The time that is going on at `from` or comes next; undefined when all are over. */
export function nextOccurrence(event: EventTimes, from: LocalTime): Occurrence | undefined {
  return occurrencesOf(event, from, lastMoment(event.starts), 1)[0];
}

/** What the clock of the centre shows at a moment. */
export function localTimeAt(moment: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment at which the clock of the centre shows a local time. As calendars do (RFC 5545, 3.3.5): a time the clock
 * skips in spring is taken with the offset before the change, one it shows twice in autumn is the first of the two.
 */
export function momentOf(time: LocalTime, timeZone: string): Date {
  const asIfUtc = toCalendar(time).getTime();
  // The offsets a day before and a day after: no zone changes its clock twice in two days.
  const [before, after] = [-1, 1].map((days) => {
    const near = asIfUtc + days * 86_400_000;
    return toCalendar(localTimeAt(new Date(near), timeZone)).getTime() - near;
  });
  const candidates = [asIfUtc - (before ?? 0), asIfUtc - (after ?? 0)];
  const shown = candidates.find((candidate) => localTimeAt(new Date(candidate), timeZone) === time);
  return new Date(shown ?? asIfUtc - (before ?? 0));
}

/** The day of a local time. */
export function dayOf(time: LocalTime): string {
  return time.slice(0, 10);
}

/** The last moment at which an event that first begins at `starts` can begin: {@link MAX_EVENT_YEARS} later. */
export function lastMoment(starts: LocalTime): LocalTime {
  return `${Number(starts.slice(0, 4)) + MAX_EVENT_YEARS}-12-31T23:59`;
}

/** Calls `visit` with every begin in order, days of exception included, until it returns false. */
function eachBegin({ starts, repeats }: EventTimes, until: LocalTime, visit: (begin: Date) => boolean): void {
  const first = toCalendar(starts);
  const rule = repeats === undefined ? undefined : readRule(repeats, starts, until);
  if (rule === undefined) visit(first);
  else rule.all(visit);
}

function readRule(repeats: string, starts: LocalTime, until: LocalTime) {
  try {
    const options = RRule.parseString(withWholeLastDay(repeats));
    // A header that was never checked could repeat for ever.
    const ends = [options.until ?? undefined, toCalendar(until), toCalendar(lastMoment(starts))];
    const bound = Math.min(...ends.flatMap((end) => (end === undefined ? [] : [end.getTime()])));
    return new RRule({ ...options, dtstart: toCalendar(starts), until: new Date(bound) });
  } catch {
    return undefined;
  }
}

/** `UNTIL=20361231` means all of that day; alone, the library would stop at its first minute. */
function withWholeLastDay(repeats: string): string {
  return repeats.replace(/\bUNTIL=(\d{8})(?=;|$)/, 'UNTIL=$1T235959Z');
}

function toCalendar(time: LocalTime): Date {
  return new Date(`${time}Z`);
}

function toLocal(calendar: Date): LocalTime {
  return calendar.toISOString().slice(0, 16);
}
