import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceDurably } from '../steps/write-durably.ts';
import type { Tree } from '../tree/read-tree.ts';

/** The highest numbers that were ever published into a tree from here. */
const numbers = z.strictObject({
  timestamp: z.int().nonnegative(),
  snapshot: z.int().nonnegative(),
  targets: z.int().nonnegative(),
  seq: z.int().nonnegative(),
});
export type Numbers = Readonly<z.infer<typeof numbers>>;

const memory = z.strictObject({ schema: z.literal(1), trees: z.record(z.string(), numbers) });

/** Beside the keys: a tree that comes back from an old copy does not know how far it had been, and terminals do. */
const FILE = 'published.json';

/** The number of the edition inside the application, as `build` gives it when nobody says otherwise: whatever is published is later. */
export const INSIDE_SEQ = 1;

/** What a tree itself says of its numbers. */
export function numbersOf({ published, channels }: Tree): Numbers {
  return {
    timestamp: published?.timestamp.signed.version ?? 0,
    snapshot: published?.snapshot.signed.version ?? 0,
    targets: published?.targets.signed.version ?? 0,
    seq: Math.max(INSIDE_SEQ, ...[...channels.values()].map(({ seq }) => seq)),
  };
}

/** The numbers that were remembered for a tree; undefined when it was never published from here. */
export async function rememberedNumbers(
  keysFolder: string,
  treeFolder: string,
): Promise<Numbers | undefined> {
  return (await readMemory(keysFolder)).trees[treeFolder];
}

/** Remembers numbers. A folder that cannot be written (a stick with its switch on) is no trouble: this is a second pair of eyes. */
export async function rememberNumbers(keysFolder: string, treeFolder: string, now: Numbers): Promise<void> {
  const { trees } = await readMemory(keysFolder);
  try {
    const next = { schema: 1, trees: { ...trees, [treeFolder]: now } } satisfies z.infer<typeof memory>;
    await replaceDurably(join(keysFolder, FILE), Buffer.from(`${JSON.stringify(next, undefined, 2)}\n`));
  } catch {
    // What is published is right without it.
  }
}

async function readMemory(keysFolder: string): Promise<z.infer<typeof memory>> {
  try {
    return memory.parse(JSON.parse(await readFile(join(keysFolder, FILE), 'utf8')));
  } catch {
    return { schema: 1, trees: {} };
  }
}
