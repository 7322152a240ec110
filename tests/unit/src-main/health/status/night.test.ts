import { expect, test } from 'vitest';
import { isWithinHours } from '../../../../../src-main/health/status/night.ts';

const at = (time: string) => new Date(`2026-03-02T${time}`);

test.each([
  ['22:00-06:00', '21:59:59', false],
  ['22:00-06:00', '22:00:00', true],
  ['22:00-06:00', '00:00:00', true],
  ['22:00-06:00', '05:59:59', true],
  ['22:00-06:00', '06:00:00', false],
  ['13:00-14:00', '12:59:59', false],
  ['13:00-14:00', '13:30:00', true],
  ['13:00-14:00', '14:00:00', false],
])('Within %s at %s: %s', (hours, time, expected) => {
  expect(isWithinHours(hours, at(time))).toBe(expected);
});

test('Without night hours it is never night', () => {
  expect(isWithinHours(null, at('03:00:00'))).toBe(false);
});
