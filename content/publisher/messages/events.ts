import { listed, suggested, type Words } from './words.ts';

const EXAMPLE = 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20361231';

/** `repeats` that is no RRULE at all; `part` is what cannot be read. */
export function repeatsUnreadable(text: string, part: string | undefined): Words {
  const which =
    part === ''
      ? ' There is a semicolon too many.'
      : part === undefined || part === text
        ? ''
        : ` "${part}" is no part of such a rule.`;
  return {
    rule: 'repeats-unreadable',
    what: `"repeats" is "${text}", which cannot be read as a repetition.${which}`,
    why: `It is written in capital letters without spaces, parts joined by semicolons, FREQ among them: ${EXAMPLE}`,
    todo: `Write it in this form, or delete the line if it takes place once.`,
  };
}

/** A part of an RRULE that does not exist or that the guide does not know. */
export function repeatsUnknownPart(
  name: string,
  known: readonly string[],
  nearest: string | undefined,
): Words {
  return {
    rule: 'repeats-unknown-part',
    what: `"repeats" has a part "${name}", which the guide does not know.`,
    why: `These parts can stand there: ${listed(known)}.`,
    todo: `${suggested(nearest)}Correct the name, or take the part out.`,
  };
}

/** A part of an RRULE twice. */
export function repeatsPartTwice(name: string): Words {
  return {
    rule: 'repeats-part-twice',
    what: `"repeats" has the part "${name}" twice.`,
    why: 'Only one of the two would count, and nobody could tell which.',
    todo: 'Keep one; several values are joined by commas: BYDAY=TU,TH',
  };
}

/** A part of an RRULE with a value it cannot have. */
export function repeatsBadPart(name: string, value: string, nearest: string | undefined): Words {
  const forms: Readonly<Record<string, string>> = {
    FREQ: 'FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.',
    INTERVAL: 'INTERVAL is a number from 1 to 999: INTERVAL=2 is every second time.',
    BYDAY:
      'BYDAY holds MO, TU, WE, TH, FR, SA or SU, and in a month 1MO (first Monday) to 5MO or -1MO (last).',
    BYMONTHDAY: 'BYMONTHDAY holds days of the month from 1 to 31, or -1 for the last one.',
    BYMONTH: 'BYMONTH holds months from 1 to 12.',
    BYSETPOS: 'BYSETPOS holds numbers from 1 to 5, or -1 for the last one.',
    WKST: 'WKST is MO or SU.',
    UNTIL: 'UNTIL is the last day without hyphens and without an hour: UNTIL=20361231.',
    COUNT: 'COUNT is a number from 1 to 9999.',
  };
  return {
    rule: 'repeats-bad-part',
    what: `"repeats" has ${name}=${value}, which cannot be understood.`,
    why: forms[name] ?? `The whole looks like ${EXAMPLE}`,
    todo: `${suggested(nearest)}Correct what stands after ${name}=.`,
  };
}

/** A part that goes only with other frequencies. */
export function repeatsPartNeeds(name: string, frequencies: readonly string[], found: string): Words {
  return {
    rule: 'repeats-part-needs',
    what: `"repeats" has ${name} together with FREQ=${found}.`,
    why: `That means something only with FREQ=${frequencies.join(' or FREQ=')}.`,
    todo: 'Change FREQ, or take the part out.',
  };
}

/** HOURLY and its like. */
export function repeatsTooOften(part: string): Words {
  return {
    rule: 'repeats-too-often',
    what: `"repeats" has ${part}: more than once a day.`,
    why: 'One event takes place once on a day, at the hour of "starts".',
    todo: 'Write FREQ=DAILY or rarer, and one event for each hour of the day.',
  };
}

/** Neither UNTIL nor COUNT. */
export const repeatsForEver: Words = {
  rule: 'repeats-for-ever',
  what: '"repeats" has no end.',
  why: 'A terminal that hears nothing new would announce it for ever, long after it stopped.',
  todo: 'Add the last day, ;UNTIL=20361231 , or how many times, ;COUNT=10 .',
};

/** Both UNTIL and COUNT. */
export const repeatsEndsTwice: Words = {
  rule: 'repeats-ends-twice',
  what: '"repeats" has two ends, UNTIL and COUNT.',
  why: 'Only one of the two can be the end.',
  todo: 'Keep the last day or the number of times.',
};

/** An end that is too far away. */
export function repeatsTooLong(years: number): Words {
  return {
    rule: 'repeats-too-long',
    what: `"repeats" goes on for more than ${years} years.`,
    why: 'A terminal looks no further, and nobody plans an event for longer.',
    todo: 'Choose an earlier UNTIL, or a smaller COUNT.',
  };
}

/** No day at all. */
export const eventNever: Words = {
  rule: 'event-never',
  what: 'This event never takes place.',
  why: 'No day from "starts" on fits what "repeats" says, or its UNTIL is earlier than "starts".',
  todo: 'Compare "starts" and "repeats".',
};

/** Every day is an exception. */
export const eventAllExcepted: Words = {
  rule: 'event-all-excepted',
  what: 'This event never takes place: "except" names every one of its days.',
  why: 'Visitors would never see it announced.',
  todo: 'Take days out of "except", or take the event out of the guide.',
};

/** `starts` on a day that the rule does not know. */
export function firstBeginIsNoDay(starts: string, repeats: string, better: string): Words {
  return {
    rule: 'first-begin-is-no-day',
    what: `"starts" is ${moment(starts)}, and that is not one of the days of ${repeats}.`,
    why: 'The first time has to be one of the times that repeat; otherwise nobody can tell whether it takes place.',
    todo: `Write the first real day, for instance ${better} (${moment(better)}), or correct "repeats".`,
  };
}

/** `ends` not after `starts`. */
export function eventEndsBeforeItBegins(starts: string, ends: string): Words {
  return {
    rule: 'event-ends-before-it-begins',
    what: `This event ends (${ends}) before it begins (${starts}), or at the same minute.`,
    why: 'It would be over before anybody comes.',
    todo: 'Correct "starts" or "ends".',
  };
}

/** It lasts longer than until it takes place again. */
export function eventOverlapsItself(next: string): Words {
  return {
    rule: 'event-overlaps-itself',
    what: `This event is not over yet when it begins again on ${moment(next)}.`,
    why: '"ends" is the end of one time, not the last day of all of them: that is UNTIL in "repeats".',
    todo: 'Write the end of the first time in "ends".',
  };
}

/** A day in `except` on which it does not take place anyway. */
export function exceptIsNoDay(day: string, nearest: string | undefined): Words {
  return {
    rule: 'except-is-no-day',
    what: `"except" names ${day} (a ${weekday(day)}), and the event does not take place on that day anyway.`,
    why: 'The day it was meant for would still be announced.',
    todo: `${suggested(nearest)}Correct the day, or take it out.`,
  };
}

/** Registration without a way to register. */
export const registerMissing: Words = {
  rule: 'register-missing',
  what: '"registration" is "required", and "register" is missing.',
  why: 'A visitor has to know how to register.',
  todo: 'Add a line "register:" with one sentence, or write  registration: walk-in .',
};

/** Shown from a day on when everything is over. */
export function shownOnlyAfterwards(from: string, last: string): Words {
  return {
    rule: 'shown-only-afterwards',
    what: `This event is shown from ${from} on, and its last day is ${last}.`,
    why: 'Nobody could come any more.',
    todo: 'Correct "validFrom" or the days of the event.',
  };
}

/** Shown only up to a day before it begins. */
export function shownOnlyBefore(until: string, first: string): Words {
  return {
    rule: 'shown-only-before',
    what: `This event is shown until ${until}, and its first day is ${first}.`,
    why: 'It would disappear before it takes place.',
    todo: 'Correct "validUntil", or delete the line: an event disappears by itself when it is over.',
  };
}

/** `Tuesday 1 September 2026, 14:00`. */
function moment(time: string): string {
  const date = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${time}Z`));
  return `${date.replace(',', '')}, ${time.slice(11)}`;
}

function weekday(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }).format(new Date(day));
}
