import { expect, test } from 'vitest';
import { localTimeAt, momentOf } from '../../../../content/model/occurrences.ts';
import { clock } from '../../../../src-renderer/preview/page/clock.ts';

test.each([
  ['2027-01-15T09:00', 'Europe/Brussels', '2027-01-15T08:00:00.000Z'],
  ['2027-07-15T09:00', 'Europe/Brussels', '2027-07-15T07:00:00.000Z'],
  ['2027-01-01T00:00', 'Europe/Brussels', '2026-12-31T23:00:00.000Z'],
  ['2027-01-15T09:00', 'America/Montreal', '2027-01-15T14:00:00.000Z'],
  ['2027-01-15T09:00', 'Asia/Kolkata', '2027-01-15T03:30:00.000Z'],
  // An hour after and an hour before the clocks change.
  ['2027-03-28T03:30', 'Europe/Brussels', '2027-03-28T01:30:00.000Z'],
  ['2027-10-31T01:30', 'Europe/Brussels', '2027-10-30T23:30:00.000Z'],
])('%s in %s is %s', (local, zone, moment) => {
  expect(momentOf(local, zone).toISOString()).toBe(moment);
  expect(localTimeAt(momentOf(local, zone), zone)).toBe(local);
});

test('a time that the clock skips in spring is still a moment of that night', () => {
  expect(localTimeAt(momentOf('2027-03-28T02:30', 'Europe/Brussels'), 'Europe/Brussels')).toMatch(
    /^2027-03-28T0[13]:30$/,
  );
});

test('the clock runs until it is set, stands while it is set, and runs again', () => {
  let real = 0;
  const time = clock(() => new Date(real));
  real = 5;
  expect(time.now().getTime()).toBe(5);
  time.set(new Date(100));
  real = 6;
  time.now().setFullYear(1999);
  expect(time.now().getTime()).toBe(100);
  time.set(null);
  expect(time.now().getTime()).toBe(6);
});
