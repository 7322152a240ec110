import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { writeSecret } from '../keys/found.ts';
import type { SigningKey } from '../keys/key.ts';
import type { RootFile } from '../keys/key-ring.ts';
import type { Passphrases } from '../keys/passphrases.ts';
import { ROLES, type Role } from '../keys/roles.ts';
import { changed, makeRoot, type Trust, type TrustChange } from '../keys/root.ts';
import { bytesOf, isSignedBy, parseMetadata, signed } from '../keys/signing.ts';
import { type Unlocker, unlocker } from '../keys/unlock.ts';
import * as say from '../messages.ts';
import { Refusal, refuse } from '../refusal.ts';
import { writeDurably } from '../steps/write-durably.ts';
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

const pending = z.strictObject({
  schema: z.literal(1),
  roles: z.array(z.enum(ROLES)).min(1).readonly(),
  add: z.array(z.strictObject({ name: z.string(), keyId: z.string(), hex: z.string() })).readonly(),
  remove: z.array(z.string()).readonly(),
  threshold: z.int().positive().optional(),
  renew: z.boolean().optional(),
});

/** The change that a command began here and did not finish; undefined when there is none. */
export async function unfinishedChange(keysFolder: string): Promise<TrustChange | undefined> {
  try {
    return pending.parse(JSON.parse(await readFile(join(keysFolder, PENDING), 'utf8')));
  } catch {
    return undefined;
  }
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
): Promise<TrustPlan> {
  const { tree, now, ring } = bench;
  const unlock = unlocker(
    ring,
    passphrases,
    made.map(({ key }) => key),
  );
  const final = changed(tree.trust, change);
  checkTrust(final, change);

  const roots: RootFile[] = [];
  const addRoot = async (trust: Trust, before: Trust): Promise<void> => {
    const version = (roots.at(-1) ?? tree.root).version + 1;
    const keys = new Map<string, SigningKey>();
    for (const each of [before, trust]) {
      for (const key of await unlock.enoughFor('root', each)) keys.set(key.keyId, key);
    }
    const bytes = bytesOf(signed(makeRoot(trust, version, now), [...keys.values()]));
    const metadata = parseMetadata('root', bytes);
    if (metadata === undefined) throw new Error('a root that was just made cannot be read');
    roots.push({ version, bytes, metadata });
  };

  const between = changed(tree.trust, change, true);
  const twoSteps = !staysValid(tree, final, now);
  if (twoSteps) await addRoot(between, tree.trust);
  if (change.renew === true || !isDeepStrictEqual(final, tree.trust)) {
    await addRoot(final, twoSteps ? between : tree.trust);
  }

  const [first, second] = roots;
  const rootFiles = (root: RootFile | undefined) =>
    new Map(root === undefined ? [] : [[rootPath(root.version), root.bytes] as const]);
  const missing = await missingRoots(tree);
  const begun = tree.published !== undefined;
  let files = await signAll(bench, unlock, twoSteps ? [final, tree.trust] : [final]);
  // Everything is signed and lies ready before the first new root is; then both in a breath.
  const stages: Stage[] = [...signedStages(files, new Map([...missing, ...rootFiles(first)]), begun)];
  if (twoSteps) {
    files = await signAll(bench, unlock, [final], files);
    stages.push(...signedStages(files, rootFiles(second), true));
  }
  try {
    await prove(tree, stages);
  } catch (error) {
    if (!(error instanceof NotFollowed)) throw error;
    refuse(tree.folder, say.notFollowed(error.message));
  }
  return { trust: final, stages, roots, made, published: files.published };
}

/** Does what was planned: the new keys and the plan first, then the tree, then the folder with keys learns of the new root. */
export async function carryOut(
  bench: Workbench,
  plan: TrustPlan,
  change: TrustChange,
  passphrases: ReadonlyMap<string, string>,
): Promise<void> {
  const [folder] = bench.ring.folders;
  for (const { key, secret } of plan.made) await writeSecret(folder, key.name, secret, passphrases);
  const note = { schema: 1, ...change } satisfies z.input<typeof pending>;
  await replaceDurably(join(folder, PENDING), Buffer.from(JSON.stringify(note)));
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

async function replaceDurably(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  await writeDurably(beside, bytes);
  await rename(beside, path);
}
