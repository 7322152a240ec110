import { expect, test } from 'vitest';
import { createSampler } from '../../../../../src-main/health/metrics/sampler.ts';
import { HEARTBEAT_MS } from '../../../../../src-main/health/status/limits.ts';
import { handClock } from '../../../../fakes/hand-clock.ts';

const settled = () => new Promise(setImmediate);

test('A printer that never answers is asked once, and keeps nobody from hearing of the disk', async () => {
  const clock = handClock();
  let asked = 0;
  let free = 10;
  const sampler = createSampler({
    freeBytes: async () => free,
    printer: () => {
      asked += 1;
      return new Promise(() => {});
    },
    clock,
  });
  expect(sampler.last()).toEqual({ storeFreeBytes: null, printer: 'none' });
  await settled();
  expect(sampler.last()).toEqual({ storeFreeBytes: 10, printer: 'none' });
  free = 5;
  clock.pass(3 * HEARTBEAT_MS);
  await settled();
  expect(sampler.last().storeFreeBytes).toBe(5);
  expect(asked).toBe(1);
});

test('What cannot be told stays what it was', async () => {
  const clock = handClock();
  let fails = false;
  const sampler = createSampler({
    freeBytes: async () => {
      if (fails) throw new Error('unmounted');
      return 10;
    },
    printer: async () => 'ready',
    clock,
  });
  await settled();
  fails = true;
  clock.pass(HEARTBEAT_MS);
  await settled();
  expect(sampler.last()).toEqual({ storeFreeBytes: 10, printer: 'ready' });
  sampler.stop();
});
