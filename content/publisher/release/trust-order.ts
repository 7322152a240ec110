import type { KeyObject } from 'node:crypto';
import { UsageError } from '../command.ts';
import { generateKey, type PublicKey, type SigningKey, toSigningKey } from '../keys/key.ts';
import { ROLES, type Role } from '../keys/roles.ts';
import { allKeys, type Trust, type TrustChange } from '../keys/root.ts';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import type { Workbench } from './workbench.ts';

/** What somebody wants changed about who may sign. */
export type TrustOrder = {
  readonly roles: readonly Role[];
  /** Names of keys to make. */
  readonly make: readonly string[];
  /** Public halves of keys that others have made. */
  readonly given: readonly PublicKey[];
  /** Keys that may sign these roles no more. */
  readonly remove: readonly PublicKey[];
  readonly threshold: number | undefined;
  readonly renew?: boolean;
};

/** Nobody comes or goes: a new version of `root.json`, whose signatures last longer. */
export const RENEWAL: TrustOrder = {
  roles: ['root'],
  make: [],
  given: [],
  remove: [],
  threshold: undefined,
  renew: true,
};

/** A new key with its secret, still only in memory. */
export type MadeKey = { readonly key: SigningKey; readonly secret: KeyObject };

/** What a command asks for, in its own words. */
export type TrustRequest = {
  /** A role, or for `remove` the name of a key. */
  readonly subject: string;
  /** The roles that the subject means; undefined for `remove`. */
  readonly roles: readonly Role[] | undefined;
  readonly key: string | undefined;
  readonly all: boolean;
  readonly threshold: number | undefined;
  /** Public halves of keys to add, instead of making some. */
  readonly given: readonly PublicKey[];
};

/** An order out of a request; refuses keys that do not exist, throws {@link UsageError} when it does not say which one. */
export function orderOf(
  what: 'add' | 'rotate' | 'remove',
  { subject, roles = [], key, all, threshold, given }: TrustRequest,
  { tree, ring }: Pick<Workbench, 'tree' | 'ring'>,
): TrustOrder {
  const { trust } = tree;
  const taken = [...ring.secrets.keys()];
  for (const half of given) refuseKnown(half, trust);
  if (what === 'add') {
    const make = given.length > 0 ? [] : freshNames(subject, 1, trust, taken);
    return { roles, make, given, remove: [], threshold };
  }
  if (what === 'remove') {
    const found = allKeys(trust).find(({ name }) => name === subject);
    if (found === undefined) {
      const known = allKeys(trust).map(({ name }) => name);
      return refuse(subject, say.noSuchKey(subject, known));
    }
    const its = ROLES.filter((role) => trust[role].keys.some(({ keyId }) => keyId === found.keyId));
    return { roles: its, make: [], given, remove: [found], threshold };
  }
  const present = roles.flatMap((role) => trust[role].keys);
  const candidates = [...new Map(present.map((each) => [each.keyId, each])).values()];
  const known = candidates.map(({ name }) => name);
  if (key !== undefined && !known.includes(key)) refuse(key, say.noSuchKey(key, known));
  if (key === undefined && !all && candidates.length > 1) throw new UsageError(say.whichKey(subject, known));
  const remove = key === undefined ? candidates : candidates.filter(({ name }) => name === key);
  if (given.length > 0 && given.length !== remove.length)
    throw new UsageError(say.publicHalvesMiscounted(given.length, remove.length));
  const make = given.length > 0 ? [] : freshNames(subject, remove.length, trust, taken);
  return { roles, make, given, remove, threshold };
}

/** Refuses a key that this centre has already, and a name that another of its keys has. */
function refuseKnown({ name, keyId }: PublicKey, trust: Trust): void {
  for (const known of allKeys(trust)) {
    if (known.keyId === keyId) refuse(name, say.keyKnownAlready(known.name));
    if (known.name === name) refuse(name, say.keyNameTaken(name));
  }
}

/** Makes the keys that an order wants, in memory. */
export function makeKeys({ roles, make, given, remove, threshold, renew }: TrustOrder): {
  readonly change: TrustChange;
  readonly made: readonly MadeKey[];
} {
  const made = make.map((name) => {
    const secret = generateKey();
    return { secret, key: toSigningKey(name, secret) };
  });
  const keys = [...made.map(({ key }) => key), ...given];
  const add = keys.map(({ name, keyId, hex }): PublicKey => ({ name, keyId, hex }));
  return { made, change: { roles, add, remove: remove.map(({ keyId }) => keyId), threshold, renew } };
}

/** A name for a new key of these roles that no key of the centre has had in this root: `targets-3`. */
function freshNames(
  prefix: string,
  count: number,
  trust: Trust,
  taken: readonly string[],
): readonly string[] {
  const used = new Set([...allKeys(trust).map(({ name }) => name), ...taken]);
  const names: string[] = [];
  for (let number = 1; names.length < count; number += 1) {
    const name = `${prefix}-${number}`;
    if (!used.has(name)) names.push(name);
  }
  return names;
}
