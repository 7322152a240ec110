import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { writeSecret } from '../keys/found.ts';
import type { SigningKey } from '../keys/key.ts';
import type { RootFile } from '../keys/key-ring.ts';
import type { Passphrases } from '../keys/passphrases.ts';
import type { Role } from '../keys/roles.ts';
import { changed, makeRoot, type Trust, type TrustChange } from '../keys/root.ts';
import { rootFile, trustChange } from '../keys/round.ts';
import { bytesOf, isSignedBy, parseMetadata, signed } from '../keys/signing.ts';
import { type Unlocker, unlocker } from '../keys/unlock.ts';
import * as say from '../messages.ts';
import { Refusal, refuse } from '../refusal.ts';
import { replaceDurably } from '../steps/write-durably.ts';
import { type Published, rootPath, type Tree } from '../tree/read-tree.ts';
import { missingRoots, signedStages } from './announce.ts';
import { NotFollowed, prove, type Stage } from './prove.ts';
import { type SignedFiles, signedFiles } from './signed-files.ts';
import type { MadeKey } from './trust-order.ts';
import type { Workbench } from './workbench.ts';
import { writeStages } from './write-stages.ts';

/** What a change does, in the order it is done. */
export type TrustPlan = {
  readonly trust: Trust;
  readonly stages: readonly Stage[];
  /** The new versions of `root.json`. */
  readonly roots: readonly RootFile[];
  readonly made: readonly MadeKey[];
  /** What is published once all of it is written. */
  readonly published: Published;
};

/** A change that was begun is finished by the next command: this file beside the keys says what was wanted. */
const PENDING = 'unfinished-change.json';

const pending = trustChange.extend({ schema: z.literal(1) });

/** The change that a command began here and did not finish; undefined when there is none. */
export async function unfinishedChange(keysFolder: string): Promise<TrustChange | undefined> {
  try {
    return pending.parse(JSON.parse(await readFile(join(keysFolder, PENDING), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Where new versions of `root.json` come from. */
export type RootMaker = {
  /** Gives one, signed by enough keys of the version before and by its own. */
  readonly make: (trust: Trust, before: Trust, version: number) => Promise<RootFile>;
  /** True: a version in between is made even where what is published now would stay valid without; it may not by then. */
  readonly alwaysBetween: boolean;
};

/** Signs roots with keys that lie here. */
function signingHere(unlock: Unlocker, now: Date): RootMaker {
  return {
    alwaysBetween: false,
    make: async (trust, before, version) => {
      const keys = new Map<string, SigningKey>();
      for (const each of [before, trust]) {
        for (const key of await unlock.enoughFor('root', each)) keys.set(key.keyId, key);
      }
      return rootFile(signed<'root'>(makeRoot(trust, version, now), [...keys.values()]));
    },
  };
}

/**
 * The versions of `root.json` that a change needs: one under which old and new keys count, where what is published now would not be
 * valid otherwise, and one without the old. Refuses what would lock everybody out.
 */
export async function rootsFor(
  { tree, now }: Pick<Workbench, 'tree' | 'now'>,
  change: TrustChange,
  { make, alwaysBetween }: RootMaker,
): Promise<{
  readonly final: Trust;
  readonly twoSteps: boolean;
  readonly between: RootFile | undefined;
  readonly last: RootFile | undefined;
}> {
  const final = changed(tree.trust, change);
  checkTrust(final, change);
  const { version } = tree.root;
  const both = changed(tree.trust, change, true);
  const twoSteps = alwaysBetween || !staysValid(tree, final, now);
  const isBetween = !isDeepStrictEqual(both, tree.trust) && !isDeepStrictEqual(both, final);
  const between = twoSteps && isBetween ? await make(both, tree.trust, version + 1) : undefined;
  const isNew = change.renew === true || !isDeepStrictEqual(final, tree.trust);
  const before =
    between === undefined ? { trust: tree.trust, version } : { trust: both, version: version + 1 };
  const last = isNew ? await make(final, before.trust, before.version + 1) : undefined;
  return { final, twoSteps, between, last };
}

/**
 * Plans a change so that whoever looks at any moment can follow. Where what is published now would not be valid under the new
 * root, there are two: one under which old and new keys count, and, once everything is signed by the new ones (and by
 * the old ones that lie here, for those who have not seen the first root yet), one without the old. Shows it on a copy.
 */
export async function planChange(
  bench: Workbench,
  passphrases: Passphrases,
  change: TrustChange,
  made: readonly MadeKey[],
  roots?: RootMaker,
): Promise<TrustPlan> {
  const { tree, now, ring } = bench;
  const unlock = unlocker(
    ring,
    passphrases,
    made.map(({ key }) => key),
  );
  const { final, twoSteps, between, last } = await rootsFor(bench, change, roots ?? signingHere(unlock, now));
  const filesOf = (root: RootFile | undefined) =>
    new Map(root === undefined ? [] : [[rootPath(root.version), root.bytes] as const]);
  const missing = await missingRoots(tree);
  const begun = tree.published !== undefined;
  let files = await signAll(bench, unlock, twoSteps ? [final, tree.trust] : [final]);
  // Everything is signed and lies ready before the first new root is; then both in a breath.
  const first = twoSteps ? between : last;
  const stages: Stage[] = [...signedStages(files, new Map([...missing, ...filesOf(first)]), begun)];
  if (twoSteps) {
    files = await signAll(bench, unlock, [final], files);
    stages.push(...signedStages(files, filesOf(last), true));
  }
  try {
    await prove(tree, stages);
  } catch (error) {
    if (!(error instanceof NotFollowed)) throw error;
    refuse(tree.folder, say.notFollowed(error.message));
  }
  const added = [between, last].filter((root) => root !== undefined);
  return { trust: final, stages, roots: added, made, published: files.published };
}

/**
 * Does what was planned: the new keys and the plan first, then the tree, then the folder with keys learns of the new root. `change` is
 * undefined where a file elsewhere says what is wanted.
 */
export async function carryOut(
  bench: Workbench,
  plan: TrustPlan,
  change: TrustChange | undefined,
  passphrases: ReadonlyMap<string, string>,
): Promise<void> {
  const [folder] = bench.ring.folders;
  for (const { key, secret } of plan.made) await writeSecret(folder, key.name, secret, passphrases);
  if (change !== undefined) {
    const note = { schema: 1, ...change } satisfies z.input<typeof pending>;
    await replaceDurably(join(folder, PENDING), Buffer.from(JSON.stringify(note)));
  }
  bench.reached('keys');
  await writeStages(bench.tree, plan.stages, bench);
  for (const { version, bytes } of [...bench.tree.roots, ...plan.roots]) {
    await replaceDurably(join(folder, `${version}.root.json`), bytes);
  }
  await rm(join(folder, PENDING), { force: true });
}

/** Refuses what would lock everybody out. */
function checkTrust(trust: Trust, { roles }: TrustChange): void {
  for (const role of roles) {
    const { keys, threshold } = trust[role];
    if (keys.length < threshold) refuse(role, say.tooFewKeysLeft(role, keys.length, threshold));
  }
  // One person who may do everything is what a threshold is there to prevent.
  if (roles.includes('root') && trust.root.threshold < 1) refuse('root', say.tooFewKeysLeft('root', 0, 1));
}

/** True when what is published now is still valid once `trust` is the root. */
function staysValid({ published }: Tree, trust: Trust, now: Date): boolean {
  if (published === undefined) return true;
  const root = parseMetadata('root', bytesOf(signed(makeRoot(trust, 1, now), [])));
  if (root === undefined) return false;
  return (
    isSignedBy(root, 'targets', published.targets) &&
    isSignedBy(root, 'snapshot', published.snapshot) &&
    isSignedBy(root, 'timestamp', published.timestamp)
  );
}

/** Signs all three roles for each of these roots: with enough keys of the first, and with those of the others that lie here. */
async function signAll(
  { tree, now, numbers }: Workbench,
  unlock: Unlocker,
  trusts: readonly [Trust, ...Trust[]],
  after?: SignedFiles,
): Promise<SignedFiles> {
  const [must, ...wish] = trusts;
  const keysFor = async (role: Role): Promise<readonly SigningKey[]> => {
    const keys = new Map((await unlock.enoughFor(role, must)).map((key) => [key.keyId, key]));
    for (const key of wish.flatMap((trust) => trust[role].keys)) {
      if (keys.has(key.keyId) || must[role].keys.some(({ keyId }) => keyId === key.keyId)) continue;
      // An old key that nobody can open any more is a reason to replace it, not to stop.
      const here = await unlock.ifHere(key).catch(unlessRefused);
      if (here !== undefined) keys.set(here.keyId, here);
    }
    return [...keys.values()];
  };
  const signers = {
    targets: after === undefined ? await keysFor('targets') : undefined,
    snapshot: await keysFor('snapshot'),
    timestamp: await keysFor('timestamp'),
  };
  const step = after === undefined ? 0 : 1;
  const above = { ...numbers, snapshot: numbers.snapshot + step, timestamp: numbers.timestamp + step };
  return signedFiles(after?.published ?? tree.published, {}, signers, now, above);
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
