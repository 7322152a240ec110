import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute } from '../../../../src-renderer/visit/every-minute.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-27T11:29:30Z') }));
afterEach(() => vi.useRealTimers());

test('what stands open is looked at again at every full minute of the clock, by one timer for all', () => {
  const one = vi.fn();
  const other = vi.fn();
  const off = [everyMinute(one), everyMinute(other)];
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(29_999);
  expect(one).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect([one, other].map((listener) => listener.mock.calls.length)).toEqual([1, 1]);
  vi.advanceTimersByTime(120_000);
  expect(other).toHaveBeenCalledTimes(3);
  off[0]?.();
  vi.advanceTimersByTime(60_000);
  expect([one, other].map((listener) => listener.mock.calls.length)).toEqual([3, 4]);
  off[1]?.();
  expect(vi.getTimerCount()).toBe(0);
});

test('a timer that comes late is followed by the next full minute, not by one a minute later', () => {
  const seen: string[] = [];
  const off = everyMinute(() => seen.push(new Date().toISOString().slice(11, 19)));
  vi.setSystemTime(new Date('2026-11-27T11:29:50Z'));
  // The clock was put forward by twenty seconds: the timer fires at :20 of the new time.
  vi.advanceTimersByTime(30_000);
  vi.advanceTimersByTime(40_000);
  off();
  expect(seen).toEqual(['11:30:20', '11:31:00']);
});
