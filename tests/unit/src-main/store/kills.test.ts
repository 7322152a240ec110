import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CRASH_POINTS } from '../../../../src-main/store/crash-points.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { type KnownOfStore, killOften, runAndKill, wrongAfterKill } from '../../../kills/kill-store.ts';

// A store at work in a process of its own, ended like by a power switch. `npm run soak:kills` does it a thousand times.

const makeDirectory = temporaryDirectory();
const NOTHING: KnownOfStore = { active: null, underWay: null, bad: [] };

/** Points that only a damaged file reaches; their test is in `disk-faults.test.ts`. */
const ONLY_WITH_DAMAGE: ReadonlySet<string> = new Set(['damage-found', 'damage-removed']);
/** Points that only leftovers of an earlier download reach. */
const ONLY_WITH_LEFTOVERS: ReadonlySet<string> = new Set(['sweep-partial-removed']);

describe('A store that is killed', { timeout: 180_000 }, () => {
  test('at 100 random moments always starts with the old edition or the new one, and leaves no orphan', async () => {
    const directory = join(await makeDirectory(), 'store');
    expect(await killOften(directory, { kills: 100, seed: 7 })).toMatchObject({ kills: 100, wrong: null });
  });

  test('once at every named point of the code starts all the same, and finishes its work', async () => {
    const parent = await makeDirectory();
    for (const point of CRASH_POINTS) {
      if (ONLY_WITH_DAMAGE.has(point) || ONLY_WITH_LEFTOVERS.has(point)) continue;
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
});
