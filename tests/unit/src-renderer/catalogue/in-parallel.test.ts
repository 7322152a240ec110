import { expect, test } from 'vitest';
import { inParallel } from '../../../../src-renderer/catalogue/in-parallel.ts';

test('never more at once than allowed, and nothing is left out', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    done.push(item);
    running -= 1;
  });
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('after an error nothing further is begun', async () => {
  const begun: number[] = [];
  const work = inParallel([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item);
    await Promise.resolve();
    if (item === 1) throw new Error('no more');
  });
  await expect(work).rejects.toThrow('no more');
  expect(begun.length).toBeLessThan(6);
});
