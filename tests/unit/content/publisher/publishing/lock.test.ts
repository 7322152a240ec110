import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../../../../content/publisher/refusal.ts';
import { whileLocked } from '../../../../../content/publisher/tree/lock.ts';
import { removeTemporary, temporaryFolder } from '../guide-under-test.ts';

afterAll(removeTemporary);

/** The number of a process that surely is no more: the highest Linux gives is 4,194,304. */
const NOBODY = 2 ** 30;
const lock = (tree: string, more: object) =>
  writeFile(
    join(tree, '.publishing'),
    JSON.stringify({ token: 'dead', host: hostname(), pid: NOBODY, began: '', since: 'long ago', ...more }),
  );

describe('the lock of a tree', () => {
  it('lets one publisher at it at a time', async () => {
    const tree = await temporaryFolder();
    let inside = 0;
    const ends = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        whileLocked(tree, async () => {
          inside += 1;
          expect(inside).toBe(1);
          await readdir(tree);
          inside -= 1;
        }),
      ),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Refusal);
    expect(await readdir(tree)).toEqual([]);
  });

  it('is taken over from a process that is dead, by one of many', async () => {
    const tree = await temporaryFolder();
    await lock(tree, {});
    let ran = 0;
    let inside = 0;
    await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        whileLocked(tree, async () => {
          ran += 1;
          inside += 1;
          expect(inside).toBe(1);
          await readdir(tree);
          inside -= 1;
        }),
      ),
    );
    expect(ran).toBeGreaterThan(0);
    expect(await readdir(tree)).toEqual([]);
  });

  it('is taken over from a process whose number somebody else has now', async () => {
    const tree = await temporaryFolder();
    await lock(tree, { pid: process.pid, began: 'another moment' });
    await expect(whileLocked(tree, async () => 'done')).resolves.toBe('done');
  });

  it('is respected when it is on another computer, or cannot be read', async () => {
    const tree = await temporaryFolder();
    await lock(tree, { host: 'elsewhere' });
    await expect(whileLocked(tree, async () => 'done')).rejects.toThrow(Refusal);
    await writeFile(join(tree, '.publishing'), 'half');
    await expect(whileLocked(tree, async () => 'done')).rejects.toThrow(Refusal);
    await rm(join(tree, '.publishing'));
    await expect(whileLocked(tree, async () => 'done')).resolves.toBe('done');
  });

  it('goes away when the work fails, with the folder that was made for it', async () => {
    const home = await temporaryFolder();
    const tree = join(home, 'deep/tree');
    await expect(whileLocked(tree, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await readdir(join(home, 'deep'))).toEqual([]);
    await mkdir(tree);
    await expect(whileLocked(tree, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await readdir(tree)).toEqual([]);
  });
});
