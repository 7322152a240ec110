import { describe, expect, test } from 'vitest';
import { diskKeeper } from '../../../../../src-main/sync/trust/disk-keeper.ts';
import { recallTrust } from '../../../../../src-main/sync/trust/memory.ts';
import {
  type DiskOperation,
  type MemoryDirectory,
  memoryDirectory,
  memoryDisk,
  perform,
} from '../../../../fakes/memory-disk.ts';
import { powerCuts } from '../../../../fakes/power-loss.ts';

// A power cut at every moment while a terminal writes down whom it trusts: what it was sure of before, it is sure of afterwards. Nothing less
// keeps an old publication from being taken again.

const DIRECTORY = '/sync';
const SAVES = 4;

type Entry = DiskOperation | { readonly kind: 'saved'; readonly sequence: number };

const recall = (root: MemoryDirectory, onChange?: (operation: DiskOperation | null) => void) =>
  recallTrust({
    keeper: diskKeeper(
      DIRECTORY,
      memoryDisk(root, { before: () => onChange?.(null), after: (operation) => onChange?.(operation) }),
    ),
    pinnedRoot: Buffer.from('a root'),
    builtAt: null,
  });

/** Saves a few times and records every change of the disk; ends like a killed process at change number `killAt`. */
async function live(root: MemoryDirectory, killAt = Number.POSITIVE_INFINITY): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let changes = 0;
  const memory = await recall(root, (operation) => {
    if (operation !== null) entries.push(operation);
    else if (++changes > killAt) throw new Error('killed');
  });
  try {
    for (let save = 0; save < SAVES; save += 1) {
      const next = memory.record().sequence + 1;
      await memory.save({ etag: `"${next}"` });
      entries.push({ kind: 'saved', sequence: next });
    }
  } catch (error) {
    if (changes <= killAt) throw error;
  }
  return entries;
}

/** Plays a life again and cuts the power after every entry; answers what was wrong first, and how many starts there were. */
async function firstBadStart(entries: readonly Entry[]) {
  const root = memoryDirectory();
  let sure = 0;
  let starts = 0;
  for (const entry of entries) {
    if (entry.kind === 'saved') sure = entry.sequence;
    else perform(root, entry);
    for (const { root: left, how } of powerCuts(root)) {
      starts += 1;
      const { sequence, etag } = (await recall(left)).record();
      const isWhole = sequence === 0 || etag === `"${sequence}"`;
      if (sequence < sure || !isWhole) return { wrong: `${sequence} instead of ${sure}, ${how}`, starts };
    }
  }
  return { wrong: null, starts };
}

const siteOf = (entry: Entry) =>
  entry.kind === 'sync' || entry.kind === 'sync-directory' ? `${entry.kind} by ${entry.site}` : null;

const WHOLE_LIFE = await live(memoryDirectory());
/** Lives that begin with a process killed at one of its changes, and go on with another one on the same disk. */
const KILLED_LIVES = await Promise.all(
  Array.from({ length: 16 }, async (_each, killAt) => {
    const root = memoryDirectory();
    return [...(await live(root, killAt)), ...(await live(root))];
  }),
);

describe('What a terminal trusts, after a power cut', () => {
  test('at any moment, and following a kill at any moment, is what it was sure of: 0 bad starts', async () => {
    const { wrong, starts } = await firstBadStart(WHOLE_LIFE);
    expect(wrong).toBeNull();
    expect(starts).toBeGreaterThan(100);
    for (const entries of KILLED_LIVES) expect((await firstBadStart(entries)).wrong).toBeNull();
  });

  const sites = [...new Set(WHOLE_LIFE.flatMap((entry) => siteOf(entry) ?? []))].sort();

  test('rests on three fsyncs', () => {
    expect(sites).toHaveLength(3);
  });

  test.each(sites)('is lost without one of them: %s', async (site) => {
    const lives = [WHOLE_LIFE, ...KILLED_LIVES];
    const harms = await Promise.all(
      lives.map((entries) => firstBadStart(entries.filter((entry) => siteOf(entry) !== site))),
    );
    expect(harms.some(({ wrong }) => wrong !== null)).toBe(true);
  });
});
