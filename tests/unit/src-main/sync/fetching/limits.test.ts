import { describe, expect, test } from 'vitest';
import { FetchFailure } from '../../../../../src-main/sync/failure.ts';
import { bandwidthBucket, noLimit } from '../../../../../src-main/sync/fetching/bucket.ts';
import { readRetryAfter } from '../../../../../src-main/sync/fetching/http-transport.ts';
import { collect, TooLong } from '../../../../../src-main/sync/fetching/transport.ts';
import { withinLimits } from '../../../../../src-main/sync/fetching/within-limits.ts';
import { handClock } from '../../../../fakes/hand-clock.ts';

/** A body whose pieces each take so many milliseconds of the clock. */
async function* slowly(clock: ReturnType<typeof handClock>, pieces: readonly number[], ms: number) {
  for (const length of pieces) {
    clock.pass(ms);
    yield new Uint8Array(length);
  }
}

const limited = (pieces: readonly number[], ms: number, atMost: number) => {
  const clock = handClock();
  const ends: boolean[] = [];
  const body = withinLimits(slowly(clock, pieces, ms), {
    clock,
    bucket: noLimit,
    atMost,
    over: (isWhole) => void ends.push(isWhole),
  });
  return { read: () => collect(body), ends };
};
const times = (count: number, length: number) => Array.from({ length: count }, () => length);

describe('A body within limits', () => {
  test('of exactly the longest length is given whole, and its connection is kept', async () => {
    const { read, ends } = limited([600, 400], 1, 1_000);
    expect((await read()).byteLength).toBe(1_000);
    expect(ends).toEqual([true]);
  });
  test('of one byte more is not, and its connection is ended', async () => {
    const { read, ends } = limited([600, 401], 1, 1_000);
    await expect(read()).rejects.toBeInstanceOf(TooLong);
    expect(ends).toEqual([false]);
  });
  test('that drips is ended, although it is never silent for long', async () => {
    const { read } = limited(times(100, 10_000), 12_000, 10_000_000);
    await expect(read()).rejects.toMatchObject({
      reason: 'too-slow',
      message: expect.stringContaining('in 36 seconds'),
    });
  });
  test('that is slow but moves is given whole', async () => {
    const { read } = limited(times(100, 16_000), 12_000, 10_000_000);
    expect((await read()).byteLength).toBe(1_600_000);
  });
  test('that is silent for too long is ended', async () => {
    const { read } = limited([10, 10], 21_000, 100);
    await expect(read()).rejects.toBeInstanceOf(FetchFailure);
  });
});

describe('The bandwidth limit', () => {
  test('lets a second’s worth through at once and makes the rest wait, for all downloads together', async () => {
    const clock = handClock();
    const bucket = bandwidthBucket(80, clock);
    await bucket(10_000);
    const passed: string[] = [];
    const one = bucket(5_000).then(() => passed.push('one'));
    const other = bucket(5_000).then(() => passed.push('other'));
    clock.pass(499);
    await Promise.resolve();
    expect(passed).toEqual([]);
    clock.pass(1);
    await one;
    expect(passed).toEqual(['one']);
    clock.pass(500);
    await other;
    expect(passed).toEqual(['one', 'other']);
  });
});

test.each([
  ['120', 120_000],
  ['Thu, 01 Jan 2026 00:05:00 GMT', 300_000],
  ['999999999', 3_600_000],
  ['Thu, 01 Jan 2015 00:00:00 GMT', null],
  ['soon', null],
  ['', null],
])('Retry-After "%s" is %s ms', (value, ms) => {
  expect(readRetryAfter(value, new Date(Date.UTC(2026, 0, 1)))).toBe(ms);
});
