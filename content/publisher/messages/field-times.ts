import type { Words } from './words.ts';

// Days, hours and time zones in front matter and guide.yaml.

/** A day that is not in the calendar or not in the right form. */
export function badDay(key: string, value: string): Words {
  return {
    rule: 'bad-day',
    what: `"${key}" is "${value}", which is not a day.`,
    why: 'A day is written year-month-day, for instance 2026-11-23, and has to be in the calendar.',
    todo: 'Write the day in this form.',
  };
}

/** Something else than a day with an hour. */
export function badDayWithHour(key: string, value: string): Words {
  return {
    rule: 'bad-day-with-hour',
    what: `"${key}" is "${value}", which is not a day with an hour.`,
    why: 'It is written year-month-day, a T, and the hour on the clock of the centre: 2026-12-01T14:00.',
    todo: 'Write it in this form, without seconds and without a zone.',
  };
}

/** A time zone that does not exist. */
export function badTimeZone(key: string, value: string): Words {
  return {
    rule: 'bad-time-zone',
    what: `"${key}" is "${value}", which is not a time zone.`,
    why: 'The hours of events are meant on the clock of the centre, and its zone tells which clock that is.',
    todo: 'Write its name as in Europe/Brussels.',
  };
}

/** `validFrom` after `validUntil`. */
export function endsBeforeItBegins(from: string, until: string): Words {
  return {
    rule: 'ends-before-it-begins',
    what: `This document ends (${until}) before it begins (${from}).`,
    why: 'It would never be shown.',
    todo: 'Correct "validFrom" or "validUntil".',
  };
}

/** Opening hours that are not written as hours. */
export function badHours(key: string, value: string): Words {
  return {
    rule: 'bad-hours',
    what: `"${key}" is "${value}", which is not a stretch of a day.`,
    why: 'The kiosk tells visitors until when the floor is open, and when it opens next.',
    todo: 'Write hours as 09:00-17:00, two stretches as ["09:00-12:30", "13:30-17:00"], a closed day as [].',
  };
}

/** Opening hours that contradict themselves; `detail` says how. */
export function badOpeningHours(key: string, detail: string): Words {
  return {
    rule: 'bad-opening-hours',
    what: `"${key}" cannot be kept: ${detail}.`,
    why: 'The kiosk tells visitors until when the floor is open, and when it opens next.',
    todo: 'Put the hours of a day in order, and the first day of an exception before its last.',
  };
}
