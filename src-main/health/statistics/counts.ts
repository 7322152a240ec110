import { z } from 'zod';
import { day, language } from '../../../content/model/names.ts';
import { COUNTED_EVENTS, type CountedEvent, countedEvent } from '../../contract/counted-events.ts';

/** Version of the file on disk. */
export const STATISTICS_SCHEMA = 1;

/** How many days counts are kept before they are dropped. */
export const KEPT_DAYS = 400;

/** A count below this could be one person, and is never told. */
export const SMALLEST_TOLD = 5;

/** A day that is this many counted days old is believed: a clock that was wrong for an afternoon drops nothing. */
const BELIEVED_AFTER = 7;

/** Highest number a counter reaches, so that a page gone wild makes no file that cannot be read. */
const HIGHEST_COUNT = 1_000_000;

/** Most languages counted on one day. */
const MOST_LANGUAGES = 12;

const counter = z.int().min(1).max(HIGHEST_COUNT);

/** What lies on disk: for each day and language, how often each thing happened. There is no place in it for anything else. */
export const statisticsFile = z.strictObject({
  schema: z.literal(STATISTICS_SCHEMA),
  days: z.record(day, z.record(language, z.partialRecord(countedEvent, counter))),
});

/** How often what happened: day → language → event → number of times. */
export type Counts = Readonly<
  Record<string, Readonly<Record<string, Readonly<Partial<Record<CountedEvent, number>>>>>>
>;

/** Counts with one more event. */
export function withOneMore(counts: Counts, today: string, language: string, event: CountedEvent): Counts {
  const languages = counts[today] ?? {};
  const isRoom = language in languages || Object.keys(languages).length < MOST_LANGUAGES;
  if (!isRoom) return counts;
  const events = languages[language] ?? {};
  const count = Math.min(HIGHEST_COUNT, (events[event] ?? 0) + 1);
  return { ...counts, [today]: { ...languages, [language]: { ...events, [event]: count } } };
}

/**
 * Counts without what is older than {@link KEPT_DAYS}. Age is measured from a day that the terminal has surely reached,
 * the seventh newest with a count in it, because a clock may be wrong for a while, by years, in both directions.
 */
export function withoutOldDays(counts: Counts): Counts {
  const days = Object.keys(counts).sort();
  const believed = days.at(-BELIEVED_AFTER);
  if (believed === undefined) return counts;
  const oldest = daysBefore(believed, KEPT_DAYS);
  return Object.fromEntries(Object.entries(counts).filter(([name]) => name >= oldest));
}

/** The file's bytes, days, languages and events in the order of the alphabet: it cannot tell what came first. */
export function fileOf(counts: Counts): string {
  const days = inAlphabet(counts, (languages) =>
    inAlphabet(languages, (events) => inAlphabet(events, (count) => count)),
  );
  return `${JSON.stringify({ schema: STATISTICS_SCHEMA, days }, null, 1)}\n`;
}

/** A count as it may be told. */
export type ToldCount = number | '<5';

/** How often one thing happened on one day in one language. */
export type StatisticsLine = {
  /** `YYYY-MM-DD` on the centre's calendar. */
  readonly day: string;
  readonly language: string;
  readonly event: CountedEvent;
  readonly count: ToldCount;
};

/**
 * What may be told of counts: days that are over only, every event of every language that was used on them, and nothing
 * below {@link SMALLEST_TOLD}, not even whether it was none.
 */
export function toldOf(counts: Counts, today: string): readonly StatisticsLine[] {
  return Object.keys(counts)
    .filter((name) => name < today)
    .sort()
    .flatMap((name) =>
      Object.entries(counts[name] ?? {})
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([language, events]) =>
          COUNTED_EVENTS.map((event) => ({ day: name, language, event, count: told(events[event] ?? 0) })),
        ),
    );
}

function told(count: number): ToldCount {
  return count < SMALLEST_TOLD ? '<5' : count;
}

function daysBefore(name: string, count: number): string {
  const calendar = new Date(`${name}T00:00:00Z`);
  calendar.setUTCDate(calendar.getUTCDate() - count);
  return calendar.toISOString().slice(0, 10);
}

function inAlphabet<From, To>(
  record: Readonly<Partial<Record<string, From>>>,
  to: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .flatMap((name) => {
        const value = record[name];
        return value === undefined ? [] : [[name, to(value)] as const];
      }),
  );
}
