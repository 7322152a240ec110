import { describe, expect, test } from 'vitest';
import { judgeClock, learnTime } from '../../../../../src-main/sync/trust/clock.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 27);
const known = { signedAt: NOW - 10 * DAY, ranMs: 2 * DAY };

describe('The time against which expiry is judged', () => {
  test.each([
    ['right', 0, NOW, null],
    ['an hour behind what is known', -8 * DAY - 3_600_000, NOW - 8 * DAY, null],
    ['two days behind what is known', -10 * DAY, NOW - 8 * DAY, 'behind'],
    ['ten years behind', -3_650 * DAY, NOW - 8 * DAY, 'behind'],
    ['a year ahead', 350 * DAY, NOW + 350 * DAY, null],
    ['ten years ahead', 3_650 * DAY, NOW - 8 * DAY, 'ahead'],
  ])('with a wall clock that is %s', (_name, off, reference, suspicion) => {
    expect(judgeClock(NOW + off, known)).toEqual({ reference: new Date(reference), suspicion });
  });

  test('is the wall clock while nothing is known', () => {
    expect(judgeClock(NOW, null)).toEqual({ reference: new Date(NOW), suspicion: null });
  });
});

describe('What is learnt from signed times', () => {
  test('is the newest one', () => {
    expect(learnTime(known, [NOW - DAY, NOW - 3 * DAY, Number.NaN], NOW)).toEqual({
      signedAt: NOW - DAY,
      ranMs: 0,
    });
  });
  test('is nothing when what is known is later', () => {
    expect(learnTime(known, [NOW - 9 * DAY], NOW)).toBe(known);
    expect(learnTime(known, [], NOW)).toBe(known);
  });
  test('is nothing from a publisher who lives in the future', () => {
    expect(learnTime(known, [NOW + 2 * DAY], NOW)).toBe(known);
  });
  test('goes on beside a wall clock that is behind, a year at a time', () => {
    const wall = NOW - 3_650 * DAY;
    expect(learnTime(known, [NOW + 300 * DAY], wall)).toEqual({ signedAt: NOW + 300 * DAY, ranMs: 0 });
    expect(learnTime(known, [NOW + 400 * DAY], wall)).toBe(known);
  });
});
