import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Io } from '../command.ts';
import { FACTORY_SEQ } from '../factory-seq.ts';
import { type KeyRing, openKeyRing } from '../keys/key-ring.ts';
import { findPassphrases } from '../keys/passphrases.ts';
import { daysUntil } from '../keys/roles.ts';
import { type Unlocker, unlocker } from '../keys/unlock.ts';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import { keyFolders, type SigningOptions, treeFolder } from '../signing-options.ts';
import { whileLocked } from '../tree/lock.ts';
import { readTree, type Tree } from '../tree/read-tree.ts';
import { BESIDE } from '../tree/writer.ts';
import { type Numbers, numbersOf, rememberedNumbers, rememberNumbers } from './memory.ts';

/** Everything a command that signs works with. */
export type Workbench = {
  readonly tree: Tree;
  readonly ring: KeyRing;
  readonly unlock: Unlocker;
  readonly now: Date;
  /** The highest numbers anybody has seen; what is published next goes above them. */
  readonly numbers: Numbers;
  readonly reached: (point: string) => void;
  /** Told how far a long piece of writing has come. */
  readonly onWritten: (done: number, total: number) => void;
};

/** After how many files people hear how far it has come. */
const FILES_BETWEEN_WORDS = 250;

/** What a command may do that others may not. */
type BenchRules = {
  /** Goes on although the tree is older than it has been: somebody brought it back from a copy. */
  readonly restored?: boolean;
  /** Makes a new version of `root.json`, which is what an ended one needs. */
  readonly changesRoot?: boolean;
};

/** Opens keys and tree, works as the only publisher, and remembers how far the tree has come. */
export async function atWorkbench<T>(
  options: SigningOptions,
  io: Io,
  work: (bench: Workbench) => Promise<T>,
  { restored = false, changesRoot = false }: BenchRules = {},
): Promise<T> {
  const folders = keyFolders(options.keys, io.cwd);
  const to = treeFolder(options.to, io.cwd);
  const ring = await openKeyRing(folders);
  const passphrases = await findPassphrases(options['passphrase-file'], io);
  return whileLocked(to, async () => {
    const folder = await realpath(to);
    // What a publisher left that was killed: nobody ever read it.
    await rm(join(folder, BESIDE), { recursive: true, force: true });
    const tree = await readTree(folder, ring);
    const now = new Date();
    checkClock(tree, now);
    const { expires } = tree.root.metadata.signed;
    if (!changesRoot && Date.parse(expires) <= now.getTime()) refuse(folder, say.rootEnded(expires));
    const remembered = await rememberedNumbers(folders[0], folder);
    const numbers = highest(numbersOf(tree), remembered);
    const isOlder = remembered !== undefined && numbersOf(tree).timestamp < remembered.timestamp;
    if (isOlder && !restored) refuse(folder, say.treeIsOlder);
    const result = await work({
      tree,
      ring,
      unlock: unlocker(ring, passphrases),
      now,
      numbers,
      reached: io.reached ?? (() => undefined),
      onWritten: (done, total) => {
        if (options.json !== true && done % FILES_BETWEEN_WORDS === 0)
          io.out(`${say.writing(done, total)}\n`);
      },
    });
    const after = highest(numbersOf(await readTree(folder, await openKeyRing(folders))), numbers);
    await rememberNumbers(folders[0], folder, after);
    return result;
  });
}

function highest(one: Numbers, other: Numbers | undefined): Numbers {
  return {
    timestamp: Math.max(one.timestamp, other?.timestamp ?? 0),
    snapshot: Math.max(one.snapshot, other?.snapshot ?? 0),
    targets: Math.max(one.targets, other?.targets ?? 0),
    // The number of the edition inside the application is taken on every terminal.
    seq: Math.max(one.seq, other?.seq ?? 0, FACTORY_SEQ),
  };
}

/** A clock that is behind would sign what has ended already, or ends too soon. */
function checkClock(tree: Tree, now: Date): void {
  const latest = [...tree.channels.values(), ...tree.boards.values()]
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1);
  if (latest !== undefined && daysUntil(latest, now) >= 1) refuse(tree.folder, say.clockIsBehind(latest));
}
