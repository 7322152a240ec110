import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { writeSecret } from '../keys/found.ts';
import type { SigningKey } from '../keys/key.ts';
import type { RootFile } from '../keys/key-ring.ts';
import type { Passphrases } from '../keys/passphrases.ts';
import { makeRoot, rootFingerprint, type Trust, type TrustChange, trustOf } from '../keys/root.ts';
import {
  mergedRound,
  type Round,
  type RoundStanding,
  readRound,
  rootFile,
  roundKeys,
  signedRound,
  standingOf,
  writeNewRound,
} from '../keys/round.ts';
import { isSignedBy, signed } from '../keys/signing.ts';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import { replaceDurably } from '../steps/write-durably.ts';
import { carryOut, planChange, type RootMaker, rootsFor, type TrustPlan } from './change-trust.ts';
import type { MadeKey } from './trust-order.ts';
import type { Workbench } from './workbench.ts';

/**
 * Begins a change whose root is signed in turn, on several computers: makes the new keys that are to lie here, signs with the root keys
 * that do, and writes the round. Nothing is published.
 */
export async function beginRound(
  bench: Workbench,
  path: string,
  change: TrustChange,
  made: readonly MadeKey[],
  passphrases: ReadonlyMap<string, string>,
  rehearsed: boolean,
): Promise<{ readonly round: Round; readonly standing: RoundStanding }> {
  const { tree, now, ring, unlock } = bench;
  const unsigned: RootMaker = {
    alwaysBetween: true,
    make: async (trust, _before, version) => rootFile(signed<'root'>(makeRoot(trust, version, now), [])),
  };
  const { between, last } = await rootsFor(bench, change, unsigned);
  const [first, ...more] = [between, last].filter((root) => root !== undefined);
  if (first === undefined) return refuse(path, say.rootStaysAsItIs);
  let round: Round = { change, chain: tree.roots, roots: [first, ...more] };
  if (rehearsed) return { round, standing: standingOf(round) };
  for (const key of roundKeys(round)) {
    const open = ring.secrets.has(key.name) ? await unlock.ifHere(key) : undefined;
    if (open !== undefined) round = signedRound(round, open);
  }
  for (const { key, secret } of made) await writeSecret(ring.folders[0], key.name, secret, passphrases);
  await writeNewRound(path, round);
  return { round, standing: standingOf(round) };
}

/** A round as it came back, with the signatures of every copy. Refuses when some are missing. */
export async function comeBack(paths: readonly [string, ...string[]]): Promise<Round> {
  const [first, ...others] = paths;
  const copies: [Round, ...Round[]] = [await readRound(first)];
  for (const path of others) copies.push(await readRound(path));
  const round = mergedRound(copies);
  if (round === undefined) return refuse(paths.join(', '), say.roundsDiffer);
  const { missing, signedBy, canSign } = standingOf(round);
  if (missing > 0) refuse(paths.join(', '), say.roundNotSigned(missing, signedBy, canSign));
  return round;
}

/** Publishes what was signed in turn, or only shows that it can be. Begun before and interrupted, it goes on from where it was. */
export async function finishRound(
  bench: Workbench,
  path: string,
  { change, chain, roots }: Round,
  passphrases: Passphrases,
  rehearsed: boolean,
): Promise<TrustPlan> {
  const { tree } = bench;
  const doesNotFit = () => refuse(path, say.roundDoesNotFit(tree.root.version, roots[0].version));
  if (change === undefined) return doesNotFit();
  const printOf = ({ metadata }: RootFile) => rootFingerprint(metadata.signed);
  for (const root of [...chain, ...roots]) {
    const there = tree.roots.find(({ version }) => version === root.version);
    if (there !== undefined && printOf(there) !== printOf(root)) doesNotFit();
  }
  const left = roots.filter(({ version }) => version > tree.root.version);
  const fromRound: RootMaker = {
    alwaysBetween: left.length === 2,
    make: async (trust: Trust, _before, version) => {
      const root = left.find((each) => each.version === version);
      const isMeant = root !== undefined && isDeepStrictEqual(trustOf(root.metadata.signed), trust);
      return isMeant ? root : doesNotFit();
    },
  };
  // When all of them are published, nothing is renewed a second time.
  const rest = left.length === 0 ? { ...change, renew: undefined } : change;
  const plan = await planChange(bench, passphrases, rest, [], fromRound);
  if (plan.roots.length !== left.length) doesNotFit();
  if (!rehearsed) await carryOut(bench, plan, undefined, new Map());
  return plan;
}

/** Puts the first root of a centre, once its holders have signed it, where its other keys lie. */
export async function finishFirst(folder: string, { roots: [first] }: Round): Promise<RootFile> {
  if (!isSignedBy(first.metadata, 'root', first.metadata)) throw new Error('a round without its signatures');
  await replaceDurably(join(folder, '1.root.json'), first.bytes);
  return first;
}

/** The first round of a centre. */
export function firstRound(trust: Trust, now: Date, open: readonly SigningKey[]): Round {
  const root = rootFile(signed<'root'>(makeRoot(trust, 1, now), []));
  const round: Round = { change: undefined, chain: [], roots: [root] };
  return open.reduce(signedRound, round);
}
