import type { LocalTime } from '../../content/model/kinds.ts';
import type { Language } from '../../content/model/names.ts';
import { dayOf, type Occurrence } from '../../content/model/occurrences.ts';
import { addDays } from '../../content/model/opening-hours.ts';
import type { Translate } from './translator.ts';

// A local time is a reading of the centre's clock. It is formatted as if that clock were UTC, so that no zone moves it.

function format(time: LocalTime, language: Language, options: Intl.DateTimeFormatOptions): string {
  const formatter = new Intl.DateTimeFormat(`${language}-BE`, { timeZone: 'UTC', ...options });
  return formatter.format(new Date(`${time}Z`));
}

/** The hour as people of that language write it in Belgium: `14 h 00`, `14:00`. */
export function hourWords(time: LocalTime, language: Language): string {
  return format(time, language, { timeStyle: 'short' });
}

/** The day in words, "today" and "tomorrow" where they are meant. */
export function dayWords(time: LocalTime, now: LocalTime, language: Language, t: Translate): string {
  const day = dayOf(time);
  if (day === dayOf(now)) return t('events.today');
  if (day === addDays(dayOf(now), 1)) return t('events.tomorrow');
  return dayName(time, language);
}

/** A day with its weekday and month, whichever day it is: `vendredi 27 novembre`. */
export function dayName(time: LocalTime, language: Language): string {
  return format(time, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** A day in as few signs as will do: `15 déc.` */
export function shortDay(time: LocalTime, language: Language): string {
  return format(time, language, { day: 'numeric', month: 'short' });
}

/** `mardi`, `dinsdag` */
export function weekdayName(time: LocalTime, language: Language): string {
  return format(time, language, { weekday: 'long' });
}

/** The day with its year, never "tomorrow": for what is read on another day. */
export function dateWords(time: LocalTime, language: Language): string {
  return format(time, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Day and hours of one time an event takes place. */
export function occurrenceWords(time: Occurrence, now: LocalTime, language: Language, t: Translate): string {
  return timeWords(time, language, (day) => dayWords(day, now, language, t));
}

/** Day and hours of one time an event takes place, for what is read on another day. */
export function occurrenceToKeep(time: Occurrence, language: Language): string {
  return timeWords(time, language, (day) => dateWords(day, language));
}

function timeWords(
  { starts, ends }: Occurrence,
  language: Language,
  day: (time: LocalTime) => string,
): string {
  // Begin and end stay on one line: after a dash only a word joiner (U+2060) forbids the break.
  const hours = `${hourWords(starts, language)}\u00a0–\u2060\u00a0${hourWords(ends, language)}`;
  return dayOf(starts) === dayOf(ends)
    ? `${capital(day(starts), language)}, ${hours}`
    : `${capital(day(starts), language)} – ${day(ends)}`;
}

/** The name of a language in another: `nl` in French is "néerlandais". */
export function languageName(code: Language, language: Language): string {
  return new Intl.DisplayNames([`${language}-BE`], { type: 'language' }).of(code) ?? code;
}

/** The same words with a capital at the beginning. */
export function capital(words: string, language: Language): string {
  return words.charAt(0).toLocaleUpperCase(`${language}-BE`) + words.slice(1);
}
