import { expect, test } from 'vitest';
import type { PreviewChange } from '../../../../content/model/preview.ts';
import { daysAhead, daysLater, today } from '../../../../src-renderer/preview/frame/ahead.ts';

const change = (day: string, id = 'employment/a'): PreviewChange => ({
  day,
  change: 'appears',
  id,
  titles: { fr: 'A' },
  line: 'red',
});

test('the list begins with the day on screen and ends thirty days later', () => {
  const days = daysAhead(
    ['2027-01-14', '2027-01-15', '2027-02-14', '2027-02-15'].map((day) => change(day)),
    '2027-01-15',
  );
  expect(days.map(({ day }) => day)).toEqual(['2027-01-15', '2027-02-14']);
});

test('what happens on one day stands together, days in order', () => {
  const days = daysAhead(
    [change('2027-01-20', 'b/b'), change('2027-01-16'), change('2027-01-20', 'c/c')],
    '2027-01-15',
  );
  expect(days.map(({ day, changes }) => [day, changes.map(({ id }) => id)])).toEqual([
    ['2027-01-16', ['employment/a']],
    ['2027-01-20', ['b/b', 'c/c']],
  ]);
});

test('days are counted through the ends of months and years, and through changes of the clock', () => {
  expect(daysLater('2026-12-15', 30)).toBe('2027-01-14');
  expect(daysLater('2028-02-01', 30)).toBe('2028-03-02');
  expect(daysLater('2027-03-01', 30)).toBe('2027-03-31');
});

test('today is the day at the centre, not where the author sits', () => {
  const late = new Date('2027-01-15T23:30:00Z');
  expect(today(late, 'Europe/Brussels')).toBe('2027-01-16');
  expect(today(late, 'America/New_York')).toBe('2027-01-15');
});
