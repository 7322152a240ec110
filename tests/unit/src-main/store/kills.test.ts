import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import { CRASH_POINTS } from '../../../../src-main/store/crash-points.ts';
import { memoryEdition } from '../../../builders/memory-edition.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import {
  type KnownOfStore,
  killOften,
  OWN_BLOBS,
  OWN_BYTES,
  runAndKill,
  wrongAfterKill,
} from '../../../kills/kill-store.ts';

// A store at work in a process of its own, ended like by a power switch. `npm run soak:kills` does it a thousand times.

const makeDirectory = temporaryDirectory();
const NOTHING: KnownOfStore = { active: null, underWay: null, bad: [] };

/** Points that only a damaged file reaches, and what only leftovers of an earlier download reach. */
const WITH_DAMAGE = ['damage-found', 'damage-removed'] as const;
const WITH_LEFTOVERS = ['sweep-partial-removed'] as const;
/** Points on the way to an edition that is here already. */
const ON_A_MOVE = CRASH_POINTS.filter((point) => /^(expected|edition|pointer|slot|first|both)-/.test(point));
const NOT_WITHOUT: ReadonlySet<string> = new Set([...WITH_DAMAGE, ...WITH_LEFTOVERS]);

/** A blob that only this edition has. */
function ownBlobOf(seq: number): string {
  const { blobs } = memoryEdition(seq, { own: OWN_BLOBS, ownBytes: OWN_BYTES });
  const [own] = [...blobs].find(([, bytes]) => bytes.byteLength === OWN_BYTES) ?? [];
  if (own === undefined) throw new Error(`Edition ${seq} has no blob of its own.`);
  return own;
}

describe('A store that is killed', { timeout: 180_000 }, () => {
  test('at 100 random moments always starts with the old edition or the new one, and leaves no orphan', async () => {
    const directory = join(await makeDirectory(), 'store');
    expect(await killOften(directory, { kills: 100, seed: 7 })).toMatchObject({ kills: 100, wrong: null });
  });

  test('once at every named point of the code starts all the same, and finishes its work', async () => {
    const parent = await makeDirectory();
    for (const point of CRASH_POINTS) {
      if (NOT_WITHOUT.has(point)) continue;
      const directory = join(parent, point);
      const run = await runAndKill(directory, { first: 1, count: 3 }, NOTHING, { kind: 'at', point });
      expect([point, run.wasKilled, run.complaint]).toEqual([point, true, '']);
      const after = await wrongAfterKill(directory, run.known);
      expect([point, after.wrong]).toEqual([point, null]);
      const known = { ...run.known, active: after.active, underWay: null };
      const whole = await runAndKill(directory, { first: 1, count: 3 }, known, { kind: 'never' });
      expect([point, whole.complaint, whole.known.active]).toEqual([point, '', 3]);
    }
  });

  test('while the terminal is moved to a channel with a lower number shows one or the other, and finishes the move', async () => {
    const parent = await makeDirectory();
    for (const point of ON_A_MOVE) {
      const directory = join(parent, point);
      const begun = await runAndKill(directory, { first: 1, count: 3 }, NOTHING, { kind: 'never' });
      const work = { first: 1, count: 0, moveTo: 2 };
      const run = await runAndKill(directory, work, begun.known, { kind: 'at', point });
      expect([point, run.wasKilled, run.complaint]).toEqual([point, true, '']);
      const after = await wrongAfterKill(directory, run.known);
      expect([point, after.wrong]).toEqual([point, null]);
      const known = { ...run.known, active: after.active, underWay: null };
      const whole = await runAndKill(directory, work, known, { kind: 'never' });
      expect([point, whole.complaint, whole.known.active]).toEqual([point, '', 2]);
    }
  });

  test.each(WITH_DAMAGE)(
    'while it takes a damaged file away (%s) takes it away the next time, and shows nothing of it',
    async (point) => {
      const directory = join(await makeDirectory(), 'store');
      const begun = await runAndKill(directory, { first: 1, count: 2 }, NOTHING, { kind: 'never' });
      const file = join(directory, blobPath(ownBlobOf(2)));
      const bytes = await readFile(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(file, bytes);
      const run = await runAndKill(directory, { first: 3, count: 1 }, begun.known, { kind: 'at', point });
      expect([run.wasKilled, run.complaint]).toEqual([true, '']);
      expect(await isThere(file)).toBe(point === 'damage-found');
      expect(await wrongAfterKill(directory, run.known, [2])).toEqual({ wrong: null, active: 3 });
      const whole = await runAndKill(directory, { first: 3, count: 1 }, run.known, { kind: 'never' });
      expect([whole.complaint, whole.known.active, await isThere(file)]).toEqual(['', 3, false]);
    },
  );

  test.each(WITH_LEFTOVERS)(
    'while it sweeps what an earlier download has left (%s) sweeps the rest the next time',
    async (point) => {
      const directory = join(await makeDirectory(), 'store');
      const begun = await runAndKill(directory, { first: 1, count: 1 }, NOTHING, { kind: 'never' });
      for (const digit of ['a', 'b']) await writeFile(join(directory, 'partial', digit.repeat(64)), 'half');
      const run = await runAndKill(directory, { first: 2, count: 1 }, begun.known, { kind: 'at', point });
      expect([run.wasKilled, run.complaint]).toEqual([true, '']);
      expect(await readdir(join(directory, 'partial'))).toHaveLength(1);
      expect(await wrongAfterKill(directory, run.known)).toEqual({ wrong: null, active: 2 });
      expect(await readdir(join(directory, 'partial'))).toEqual([]);
    },
  );
});

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
