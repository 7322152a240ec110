import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from '../../../../src-main/dev/lock.mjs';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  file = path.join(dir, 'deep/x.lock');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Process numbers end far below this on every system. */
const NOBODY = 2 ** 30;

it('two runs never work at the same time, and the second is told whom it waits for', async () => {
  const order: string[] = [];
  const waited: number[] = [];
  let finishFirst = () => {};
  const firstMayEnd = new Promise<void>((resolve) => {
    finishFirst = resolve;
  });
  const first = withLock(file, async () => {
    order.push('first begins');
    await firstMayEnd;
    order.push('first ends');
  });
  const second = withLock(file, () => order.push('second'), {
    onWait: (pid) => {
      waited.push(pid);
      finishFirst();
    },
  });
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
  expect(waited).toEqual([process.pid]);
});

it('the lock of a run that was killed is taken over', async () => {
  await withLock(file, () => {});
  writeFileSync(file, JSON.stringify({ pid: NOBODY, host: os.hostname(), token: 'dead' }));
  expect(await withLock(file, () => 'done')).toBe('done');
  expect(existsSync(file)).toBe(false);
});

it('the lock of another machine is taken over once that has been silent for minutes', async () => {
  await withLock(file, () => {});
  writeFileSync(file, JSON.stringify({ pid: process.pid, host: 'elsewhere.test', token: 'far' }));
  utimesSync(file, new Date(Date.now() - 600_000), new Date(Date.now() - 600_000));
  expect(await withLock(file, () => 'done')).toBe('done');
});

it('the lock is given back when the work fails', async () => {
  await expect(
    withLock(file, () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(existsSync(file)).toBe(false);
});
