import { readFile, stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { Metadata, Signature } from '@tufjs/models';
import { z } from 'zod';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';
import { replaceDurably, writeDurably } from '../steps/write-durably.ts';
import { fromTufKey, keyIdOf, type PublicKey, type SigningKey } from './key.ts';
import { follows, type RootFile } from './key-ring.ts';
import { ROLES } from './roles.ts';
import { type RootMetadata, type TrustChange, trustOf } from './root.ts';
import { bytesOf, isSignedBy, parseMetadata } from './signing.ts';

// A round: new versions of root.json in one file that goes from holder to holder, each of whom signs on their own computer. There is
// no secret in it, and whoever changes anything in it only makes the signatures wrong.

/** What goes round. */
export type Round = {
  /** What is changed; undefined where a centre begins. */
  readonly change: TrustChange | undefined;
  /** Every version of `root.json` so far, from the first one known; empty where a centre begins. */
  readonly chain: readonly RootFile[];
  /** The versions to sign, one after the other. */
  readonly roots: readonly [RootFile, ...RootFile[]];
};

/** How far the signing of a round has come. */
export type RoundStanding = {
  /** Names of those whose signatures are there and right. */
  readonly signedBy: readonly string[];
  /** Names of those who still may sign something in it. */
  readonly canSign: readonly string[];
  /** How many signatures are missing at least; 0: all of it is signed. */
  readonly missing: number;
};

/** A change of who may sign, as it is written down. */
export const trustChange = z.strictObject({
  roles: z.array(z.enum(ROLES)).min(1).readonly(),
  add: z.array(z.strictObject({ name: z.string(), keyId: z.string(), hex: z.string() })).readonly(),
  remove: z.array(z.string()).readonly(),
  threshold: z.int().positive().optional(),
  renew: z.boolean().optional(),
});

const anyRoot = z.record(z.string(), z.unknown());
const written = z.strictObject({
  openfloorRound: z.literal(1),
  change: trustChange.nullable(),
  chain: z.array(anyRoot),
  roots: z.array(anyRoot).min(1).max(2),
});

/** Largest file that is taken for a round, in bytes: a centre that is decades old has some fifty roots. */
const MOST_BYTES = 1024 * 1024;

/** Reads a round, and holds its chain of roots against itself. Refuses everything else. */
export async function readRound(path: string): Promise<Round> {
  const parsed = written.safeParse(await jsonIn(path));
  if (!parsed.success) return refuse(path, say.notARound);
  const read = (value: unknown): RootFile => {
    const metadata = parseMetadata('root', Buffer.from(JSON.stringify(value)));
    return metadata === undefined ? refuse(path, say.notARound) : rootFile(metadata);
  };
  const chain = parsed.data.chain.map(read);
  const [first, ...more] = parsed.data.roots.map(read);
  if (first === undefined) return refuse(path, say.notARound);
  const [begin] = chain;
  if (begin !== undefined && !isSignedBy(begin.metadata, 'root', begin.metadata)) refuse(path, say.notARound);
  chain.slice(1).forEach((root, at) => {
    const before = chain[at];
    if (before === undefined || !follows(before, root)) refuse(path, say.notARound);
  });
  const roots: Round['roots'] = [first, ...more];
  const version = chain.at(-1)?.version ?? 0;
  if (roots.some((root, at) => root.version !== version + 1 + at)) refuse(path, say.notARound);
  // One key under two ids would count as two people.
  const keys = roots.flatMap(({ metadata }) => Object.values(metadata.signed.keys).map(fromTufKey));
  if (keys.some(({ keyId, hex }) => keyId !== keyIdOf(hex))) refuse(path, say.notARound);
  return { change: parsed.data.change ?? undefined, chain, roots };
}

/** Writes a new round; refuses where a file lies already. */
export async function writeNewRound(path: string, round: Round): Promise<void> {
  try {
    await writeDurably(path, roundBytes(round));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    refuse(path, say.roundNotWritten(code));
  }
}

/** Writes a round in the place of the one before. */
export async function rewriteRound(path: string, round: Round): Promise<void> {
  try {
    await replaceDurably(path, roundBytes(round));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    refuse(path, say.roundNotWritten(code));
  }
}

function roundBytes({ change, chain, roots }: Round): Uint8Array {
  const json = (root: RootFile) => root.metadata.toJSON();
  const round = { openfloorRound: 1, change: change ?? null, chain: chain.map(json), roots: roots.map(json) };
  return Buffer.from(`${JSON.stringify(round, undefined, 2)}\n`);
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    const facts = await stat(path);
    if (!facts.isFile() || facts.size > MOST_BYTES) return undefined;
    const text = await readFile(path, 'utf8');
    if (text.includes('PRIVATE KEY')) return refuse(path, say.privateHalfGiven);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refuse(path, say.roundUnreadable(code));
  }
}

/** A root with its bytes, signatures in the order of their keys: the same signatures give the same bytes. */
export function rootFile(root: RootMetadata): RootFile {
  const inOrder = Object.entries(root.signatures).sort(([one], [other]) => (one < other ? -1 : 1));
  const metadata: RootMetadata = new Metadata(root.signed, Object.fromEntries(inOrder));
  return { version: root.signed.version, bytes: bytesOf(metadata), metadata };
}

/** The root keys that may sign a version in a round: those of the version before, and its own. */
function signersOf(round: Round, at: number): readonly (readonly PublicKey[])[] {
  const before = at === 0 ? round.chain.at(-1) : round.roots[at - 1];
  return [before, round.roots[at]].flatMap((root) =>
    root === undefined ? [] : [trustOf(root.metadata.signed).root.keys],
  );
}

/** Every key that may sign something in a round, each once. */
export function roundKeys(round: Round): readonly PublicKey[] {
  const keys = round.roots.flatMap((_root, at) => signersOf(round, at).flat());
  return [...new Map(keys.map((key) => [key.keyId, key])).values()];
}

/** Signs whatever in a round this key may sign. */
export function signedRound(round: Round, key: SigningKey): Round {
  const [first, ...more] = round.roots.map((root, at): RootFile => {
    const isIts = signersOf(round, at)
      .flat()
      .some(({ keyId }) => keyId === key.keyId);
    if (!isIts) return root;
    const metadata: RootMetadata = new Metadata(root.metadata.signed, { ...root.metadata.signatures });
    metadata.sign((bytes) => new Signature({ keyID: key.keyId, sig: key.sign(bytes) }));
    return rootFile(metadata);
  });
  return first === undefined ? round : { ...round, roots: [first, ...more] };
}

/** One round with the signatures of several copies of it. Undefined when they are not copies of one. */
export function mergedRound([first, ...others]: readonly [Round, ...Round[]]): Round | undefined {
  let merged = first;
  for (const other of others) {
    const isSame =
      isDeepStrictEqual(merged.change, other.change) &&
      isDeepStrictEqual(wordsOf(merged.chain), wordsOf(other.chain)) &&
      isDeepStrictEqual(wordsOf(merged.roots), wordsOf(other.roots));
    if (!isSame) return undefined;
    const [root, ...more] = merged.roots.map((mine, at): RootFile => {
      const theirs = other.roots[at]?.metadata.signatures ?? {};
      const right = Object.entries(theirs).filter(([keyId]) => hasSigned(other, at, keyId));
      const all = { ...mine.metadata.signatures, ...Object.fromEntries(right) };
      return rootFile(new Metadata(mine.metadata.signed, all));
    });
    if (root !== undefined) merged = { ...merged, roots: [root, ...more] };
  }
  return merged;
}

const wordsOf = (roots: readonly RootFile[]) => roots.map(({ metadata }) => metadata.signed.toJSON());

/** True when the right signature of this key stands under a version of a round. */
function hasSigned({ roots, chain }: Round, at: number, keyId: string): boolean {
  const root = roots[at];
  const before = at === 0 ? chain.at(-1) : roots[at - 1];
  const key = root?.metadata.signed.keys[keyId] ?? before?.metadata.signed.keys[keyId];
  if (root === undefined || key === undefined) return false;
  try {
    key.verifySignature(root.metadata);
    return true;
  } catch {
    return false;
  }
}

/** How far a round has come. */
export function standingOf(round: Round): RoundStanding {
  const keys = roundKeys(round);
  const wanting = round.roots.flatMap((root, at) => {
    const before = at === 0 ? round.chain.at(-1) : round.roots[at - 1];
    return [before, root].flatMap((by) => {
      if (by === undefined) return [];
      const { threshold, keys: its } = trustOf(by.metadata.signed).root;
      const signed = its.filter(({ keyId }) => hasSigned(round, at, keyId));
      return [{ at, missing: threshold - signed.length, its }];
    });
  });
  const isFull = (key: PublicKey) =>
    round.roots.every(
      (_root, at) =>
        hasSigned(round, at, key.keyId) ||
        !signersOf(round, at)
          .flat()
          .some(({ keyId }) => keyId === key.keyId),
    );
  const open = wanting.filter(({ missing }) => missing > 0);
  const canHelp = (key: PublicKey) =>
    open.some(
      ({ at, its }) => its.some(({ keyId }) => keyId === key.keyId) && !hasSigned(round, at, key.keyId),
    );
  return {
    signedBy: keys.filter(isFull).map(({ name }) => name),
    canSign: keys.filter(canHelp).map(({ name }) => name),
    missing: Math.max(0, ...wanting.map(({ missing }) => missing)),
  };
}
