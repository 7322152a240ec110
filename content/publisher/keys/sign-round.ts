import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import { keyFingerprint, type PublicKey } from './key.ts';
import { readKeyFolders } from './key-ring.ts';
import type { Passphrases } from './passphrases.ts';
import { ROLES, type Role } from './roles.ts';
import { allKeys, rootFingerprint, type Trust, trustOf } from './root.ts';
import {
  type Round,
  type RoundStanding,
  readRound,
  rewriteRound,
  roundKeys,
  signedRound,
  standingOf,
} from './round.ts';
import { openKey } from './unlock.ts';

/** What a round would make of the keys of one role. */
export type RoleChange = {
  readonly role: Role;
  readonly keys: readonly string[];
  readonly threshold: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** How many were needed before; undefined where a centre begins. */
  readonly neededBefore: number | undefined;
};

/** What a holder sees before they sign. */
export type RoundSeen = {
  /** Version and fingerprint of the root it goes on from; undefined where a centre begins. */
  readonly from: { readonly version: number; readonly fingerprint: string } | undefined;
  /** The same of the last version in it, and when that ends. */
  readonly to: { readonly version: number; readonly fingerprint: string; readonly expires: string };
  /** Every role, whether it changes or not. */
  readonly roles: readonly RoleChange[];
  /** The keys that come, each once, with what their holders compare. */
  readonly newKeys: readonly { readonly name: string; readonly fingerprint: string }[];
};

/** What a round is about. */
export function seenOf({ chain, roots }: Round): RoundSeen {
  const before = chain.at(-1);
  const last = roots.at(-1) ?? roots[0];
  const old = before && trustOf(before.metadata.signed);
  const trust = trustOf(last.metadata.signed);
  const known = new Set((old === undefined ? [] : allKeys(old)).map(({ keyId }) => keyId));
  return {
    from: before && { version: before.version, fingerprint: rootFingerprint(before.metadata.signed) },
    to: {
      version: last.version,
      fingerprint: rootFingerprint(last.metadata.signed),
      expires: last.metadata.signed.expires,
    },
    roles: ROLES.map((role) => changeOf(role, old, trust)),
    newKeys: allKeys(trust)
      .filter(({ keyId }) => !known.has(keyId))
      .map((key) => ({ name: key.name, fingerprint: keyFingerprint(key) })),
  };
}

function changeOf(role: Role, old: Trust | undefined, trust: Trust): RoleChange {
  const without = (keys: readonly PublicKey[], others: readonly PublicKey[]) =>
    keys.filter(({ keyId }) => !others.some((other) => other.keyId === keyId)).map(({ name }) => name);
  const before = old?.[role].keys ?? [];
  const { keys, threshold } = trust[role];
  return {
    role,
    keys: keys.map(({ name }) => name),
    threshold,
    added: without(keys, before),
    removed: without(before, keys),
    neededBefore: old?.[role].threshold,
  };
}

/** What came of signing. */
export type SignedRound = {
  readonly seen: RoundSeen;
  readonly standing: RoundStanding;
  /** The keys that signed just now, or would have. */
  readonly signedWith: readonly string[];
};

/**
 * Signs a round with the keys in a holder's own folder. Refuses one that does not go on from the root this holder knows, and one that none
 * of these keys may sign. `look` is called before anything is signed.
 */
export async function signRound(
  path: string,
  folders: readonly [string, ...string[]],
  passphrases: Passphrases,
  { rehearsed, look }: { readonly rehearsed: boolean; readonly look: (seen: RoundSeen) => void },
): Promise<SignedRound> {
  const round = await readRound(path);
  const { secrets, roots } = await readKeyFolders(folders);
  const newest = roots.at(-1);
  if (newest !== undefined) {
    const same = round.chain.find(({ version }) => version === newest.version);
    if (same === undefined && newest.version > (round.chain.at(-1)?.version ?? 0))
      refuse(path, say.roundIsOld(newest.version));
    // The signed words decide; who else has signed them since does not matter.
    if (
      same === undefined ||
      rootFingerprint(same.metadata.signed) !== rootFingerprint(newest.metadata.signed)
    )
      refuse(path, say.roundOfAnotherCentre(newest.version));
  }
  const mine = roundKeys(round).filter(({ name }) => secrets.has(name));
  if (mine.length === 0) {
    refuse(
      folders.join(', '),
      say.noKeyForRound(
        roundKeys(round).map(({ name }) => name),
        [...secrets.keys()],
      ),
    );
  }
  const seen = seenOf(round);
  look(seen);
  const signedWith = mine.map(({ name }) => name);
  if (rehearsed) return { seen, standing: standingOf(round), signedWith };
  let signed = round;
  for (const { name, keyId } of mine) {
    const secret = secrets.get(name);
    if (secret === undefined) continue;
    const key = await openKey(name, secret, passphrases);
    if (key.keyId !== keyId) refuse(secret, say.keyIsAnother(name));
    signed = signedRound(signed, key);
  }
  await rewriteRound(path, signed);
  return { seen, standing: standingOf(signed), signedWith };
}
