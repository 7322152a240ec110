import { z } from 'zod';
import type { LocalTime } from './kinds.ts';
import { day } from './names.ts';
import { dayOf } from './occurrences.ts';

/** The days of a week as `guide.yaml` names them, in the order of `Date.getUTCDay()`. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** How far ahead the next opening is looked for, in days: longer closures are worth a notice. */
const DAYS_AHEAD = 60;

/** A stretch of a day on the clock of the centre, for instance `09:00-17:00`. */
export const openSpan = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
    error: 'hours are written 09:00-17:00',
    abort: true,
  })
  .refine((span) => span.slice(0, 5) < span.slice(6), 'it closes before it opens');

/** The stretches of one day, in order and apart from one another; none: closed all day. */
const openDay = z
  .array(openSpan)
  .refine(
    (spans) =>
      spans.every((span, index) => index === 0 || (spans[index - 1]?.slice(6) ?? '') < span.slice(0, 5)),
    'the stretches of a day follow one another',
  )
  .readonly();

/** When the centre is open: the hours of each day of the week, and the days that differ. */
export const openingHours = z.strictObject({
  /** A day that is not named is closed. */
  weekly: z.partialRecord(z.enum(WEEKDAYS), openDay),
  exceptions: z
    .array(
      z
        .strictObject({
          from: day,
          /** The last day of it; absent: `from` alone. */
          until: day.optional(),
          /** Empty: closed. */
          hours: openDay,
        })
        .refine(({ from, until }) => until === undefined || from <= until, 'it ends before it begins'),
    )
    .optional(),
});
export type OpeningHours = Readonly<z.infer<typeof openingHours>>;

/** Whether the centre is open: until when, or from when on again (`opens` is null when nobody knows). */
export type Opening =
  | { readonly open: true; readonly until: LocalTime }
  | { readonly open: false; readonly opens: LocalTime | null };

/** Whether the centre is open at a moment on its own clock. */
export function openingAt(hours: OpeningHours, now: LocalTime): Opening {
  const today = dayOf(now);
  const time = now.slice(11);
  const spans = spansOf(hours, today);
  const current = spans.find((span) => span.slice(0, 5) <= time && time < span.slice(6));
  if (current !== undefined) return { open: true, until: momentOf(today, current.slice(6)) };
  const later = spans.find((span) => time < span.slice(0, 5));
  if (later !== undefined) return { open: false, opens: momentOf(today, later.slice(0, 5)) };
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const next = addDays(today, ahead);
    const [first] = spansOf(hours, next);
    if (first !== undefined) return { open: false, opens: momentOf(next, first.slice(0, 5)) };
  }
  return { open: false, opens: null };
}

/** The day so many days after another, both as `YYYY-MM-DD`. */
export function addDays(from: string, days: number): string {
  const date = new Date(`${from}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The first exception that names the day wins over its weekday. */
function spansOf({ weekly, exceptions = [] }: OpeningHours, on: string): readonly string[] {
  const exception = exceptions.find(({ from, until = from }) => from <= on && on <= until);
  if (exception) return exception.hours;
  const weekday = WEEKDAYS[new Date(`${on}T00:00Z`).getUTCDay()];
  return (weekday && weekly[weekday]) ?? [];
}

/** Midnight at the end of a day is written as the beginning of the next. */
function momentOf(on: string, time: string): LocalTime {
  return time === '24:00' ? `${addDays(on, 1)}T00:00` : `${on}T${time}`;
}
