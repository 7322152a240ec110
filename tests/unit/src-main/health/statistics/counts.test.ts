import { describe, expect, test } from 'vitest';
import {
  type Counts,
  fileOf,
  KEPT_DAYS,
  statisticsFile,
  toldOf,
  withOneMore,
  withoutOldDays,
} from '../../../../../src-main/health/statistics/counts.ts';

const dayAt = (number: number, from = '2026-01-01') => {
  const calendar = new Date(`${from}T00:00:00Z`);
  calendar.setUTCDate(calendar.getUTCDate() + number);
  return calendar.toISOString().slice(0, 10);
};

/** One opened document on each of so many days in a row. */
function daily(days: number): Counts {
  let counts: Counts = {};
  for (let day = 0; day < days; day += 1) counts = withOneMore(counts, dayAt(day), 'fr', 'document-opened');
  return counts;
}

describe('The file', () => {
  test('is the same whatever happened first', () => {
    const happened = [
      ['2026-03-02', 'nl', 'search-empty'],
      ['2026-03-02', 'fr', 'document-opened'],
      ['2026-03-01', 'nl', 'takeaway-used'],
      ['2026-03-02', 'fr', 'checklist-completed'],
      ['2026-03-02', 'fr', 'document-opened'],
    ] as const;
    const add = (counts: Counts, [day, language, event]: (typeof happened)[number]) =>
      withOneMore(counts, day, language, event);
    const forwards = fileOf(happened.reduce(add, {}));
    const backwards = fileOf([...happened].reverse().reduce(add, {}));
    expect(forwards).toBe(backwards);
    expect(statisticsFile.parse(JSON.parse(forwards)).days['2026-03-02']?.['fr']).toEqual({
      'checklist-completed': 1,
      'document-opened': 2,
    });
  });

  test.each([
    ['a time', { '2026-03-02T10:15': { fr: { 'document-opened': 1 } } }],
    ['a visit', { '2026-03-02': { fr: { 'document-opened': 1, visit: 7 } } }],
    ['a document', { '2026-03-02': { fr: { 'employment/first-interview': 1 } } }],
    ['an order', { '2026-03-02': { fr: { 'document-opened': [1, 2] } } }],
    ['words', { '2026-03-02': { 'jeanne dupont': { 'search-empty': 1 } } }],
  ])('has no room for %s', (_what, days) => {
    expect(statisticsFile.safeParse({ schema: 1, days }).success).toBe(false);
  });

  test('stays small, whatever a page gone wild counts', () => {
    let counts: Counts = {};
    for (let number = 0; number < 600; number += 1) {
      const language = String.fromCharCode(97 + (number % 26), 97 + (Math.floor(number / 26) % 26));
      counts = withOneMore(counts, '2026-03-02', language, 'document-opened');
    }
    expect(Object.keys(counts['2026-03-02'] ?? {})).toHaveLength(12);
    const almost: Counts = { '2026-03-02': { fr: { 'document-opened': 1_000_000 } } };
    expect(withOneMore(almost, '2026-03-02', 'fr', 'document-opened')).toEqual(almost);
  });
});

describe('A day', () => {
  test('is kept for four hundred days, then dropped', () => {
    const kept = Object.keys(withoutOldDays(daily(KEPT_DAYS + 50))).sort();
    // The newest day that is believed is the seventh from the end.
    expect(kept[0]).toBe(dayAt(KEPT_DAYS + 50 - 7 - KEPT_DAYS));
    expect(kept.at(-1)).toBe(dayAt(KEPT_DAYS + 49));
  });

  test('is not lost to a clock that jumps to another century and back', () => {
    let counts = daily(300);
    for (const day of ['2099-01-01', '2099-01-02', '1970-01-01', '2000-01-01']) {
      counts = withoutOldDays(withOneMore(counts, day, 'fr', 'document-opened'));
    }
    expect(Object.keys(counts).filter((day) => day.startsWith('2026'))).toHaveLength(300);
  });
});

describe('What is told', () => {
  const counts: Counts = {
    '2026-03-02': { fr: { 'document-opened': 4, 'search-found': 5 }, nl: { 'takeaway-used': 12 } },
    '2026-03-03': { fr: { 'document-opened': 40 } },
  };

  test('never names a count below five, not even none', () => {
    const french = toldOf(counts, '2026-03-03').filter(({ language }) => language === 'fr');
    expect(french.map(({ event, count }) => [event, count])).toEqual([
      ['document-opened', '<5'],
      ['search-found', 5],
      ['search-empty', '<5'],
      ['checklist-completed', '<5'],
      ['takeaway-used', '<5'],
    ]);
  });

  test('leaves out the day that is not over: two readings would tell what happened between them', () => {
    expect(new Set(toldOf(counts, '2026-03-03').map(({ day }) => day))).toEqual(new Set(['2026-03-02']));
  });
});
