import { describe, expect, test } from 'vitest';
import { isWithinHours } from '../../../../../src-main/contract/night-hours.ts';
import { nightAround } from '../../../../../src-main/health/status/night.ts';

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

describe('The night around a moment', () => {
  const local = (day: number, hour: number) => new Date(2026, 2, day, hour);

  test('is the one that is now, until it has ended', () => {
    expect(nightAround('22:00-06:00', local(2, 23))).toEqual({ from: local(2, 22), until: local(3, 6) });
    expect(nightAround('22:00-06:00', local(3, 5))).toEqual({ from: local(2, 22), until: local(3, 6) });
  });

  test('is the next one once it has ended', () => {
    expect(nightAround('22:00-06:00', local(3, 6))).toEqual({ from: local(3, 22), until: local(4, 6) });
    expect(nightAround('01:00-05:00', local(3, 6))).toEqual({ from: local(4, 1), until: local(4, 5) });
  });

  test('agrees with the hours at every quarter of a week in which the clocks change', () => {
    for (const hours of ['22:00-06:00', '01:15-04:30', '02:30-02:15', '00:00-23:45']) {
      const first = new Date(2026, 2, 26).getTime();
      for (let quarter = 0; quarter < 7 * 96; quarter += 1) {
        const moment = new Date(first + quarter * 900_000);
        const night = nightAround(hours, moment);
        const isNow = night !== null && night.from <= moment && moment < night.until;
        expect([moment.toString(), hours, isNow]).toEqual([
          moment.toString(),
          hours,
          isWithinHours(hours, moment),
        ]);
      }
    }
  });

  test('is none where there are no night hours', () => {
    expect(nightAround(null, local(3, 3))).toBeNull();
  });
});
