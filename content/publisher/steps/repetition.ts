import { day } from '../../model/names.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { nearest } from './nearest.ts';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const TOO_OFTEN = ['HOURLY', 'MINUTELY', 'SECONDLY', 'BYHOUR', 'BYMINUTE', 'BYSECOND'];

type Frequency = (typeof FREQUENCIES)[number];

/** The parts of a repetition an author can write, what each may hold, and for which frequencies. */
const PARTS: Readonly<
  Record<string, { readonly holds: (value: string) => boolean; readonly only?: readonly Frequency[] }>
> = {
  FREQ: { holds: (value) => FREQUENCIES.some((each) => each === value) },
  INTERVAL: { holds: (value) => /^[1-9]\d{0,2}$/.test(value) },
  BYDAY: { holds: list(/^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/) },
  BYMONTHDAY: { holds: list(/^-?(?:[1-9]|[12]\d|3[01])$/), only: ['MONTHLY', 'YEARLY'] },
  BYMONTH: { holds: list(/^(?:[1-9]|1[0-2])$/) },
  BYSETPOS: { holds: list(/^[+-]?[1-5]$/), only: ['MONTHLY', 'YEARLY'] },
  WKST: { holds: (value) => /^(?:MO|SU)$/.test(value) },
  UNTIL: { holds: isDay },
  COUNT: { holds: (value) => /^[1-9]\d{0,3}$/.test(value) },
};

/** What is wrong with the form of `repeats`; undefined when it can be read and has an end. */
export function repetitionMistake(text: string): Words | undefined {
  const tooOften = TOO_OFTEN.find((each) => new RegExp(`\\b${each}\\b`, 'i').test(text));
  if (tooOften !== undefined) return say.repeatsTooOften(tooOften);
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, name, value] = /^([A-Z]+)=(\S+)$/.exec(part) ?? [];
    if (name === undefined || value === undefined) return say.repeatsUnreadable(text, part);
    const known = PARTS[name];
    if (known === undefined) return say.repeatsUnknownPart(name, Object.keys(PARTS), nearestPart(name));
    if (parts.has(name)) return say.repeatsPartTwice(name);
    if (!known.holds(value)) {
      const better = name === 'FREQ' ? nearest(value, FREQUENCIES) : undefined;
      return say.repeatsBadPart(name, value, better);
    }
    parts.set(name, value);
  }
  const frequency = parts.get('FREQ');
  if (frequency === undefined) return say.repeatsUnreadable(text, undefined);
  for (const name of parts.keys()) {
    const only = PARTS[name]?.only;
    if (only !== undefined && !only.some((each) => each === frequency)) {
      return say.repeatsPartNeeds(name, only, frequency);
    }
  }
  if (/\d/.test(parts.get('BYDAY') ?? '') && (frequency === 'DAILY' || frequency === 'WEEKLY')) {
    return say.repeatsPartNeeds(`BYDAY=${parts.get('BYDAY')}`, ['MONTHLY', 'YEARLY'], frequency);
  }
  if (parts.has('UNTIL') && parts.has('COUNT')) return say.repeatsEndsTwice;
  return parts.has('UNTIL') || parts.has('COUNT') ? undefined : say.repeatsForEver;
}

function list(entry: RegExp): (value: string) => boolean {
  return (value) => value.split(',').every((each) => entry.test(each));
}

function isDay(value: string): boolean {
  return day.safeParse(value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')).success && value.length === 8;
}

function nearestPart(name: string): string | undefined {
  return nearest(name, Object.keys(PARTS));
}
