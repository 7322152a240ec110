import { expect, test } from 'vitest';
import { UsageError } from '../../../../../content/publisher/command.ts';
import { readMoment } from '../../../../../content/publisher/preview/moment.ts';

test.each([
  ['2027-01-15T09:00', '2027-01-15T09:00'],
  ['2028-02-29T23:59', '2028-02-29T23:59'],
  ['2027-01-15', '2027-01-15T09:00'],
])('--at %s means %s', (given, meant) => {
  expect(readMoment(given)).toBe(meant);
});

test.each([
  'tomorrow',
  '15/01/2027',
  '2027-02-30',
  '2027-02-30T10:00',
  '2027-01-15T24:00',
  '2027-01-15T9:00',
  '',
])('--at "%s" is refused with an example of how to write it', (given) => {
  expect(() => readMoment(given)).toThrow(UsageError);
  expect(() => readMoment(given)).toThrow(/2027-01-15T09:00/);
});
