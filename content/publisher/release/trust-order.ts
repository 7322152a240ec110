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
  /** Keys that may sign these roles no more. */
  readonly remove: readonly PublicKey[];
  readonly threshold: number | undefined;
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
};

/** An order out of a request; refuses keys that do not exist, throws {@link UsageError} when it does not say which one. */
export function orderOf(
  what: 'add' | 'rotate' | 'remove',
  { subject, roles = [], key, all, threshold }: TrustRequest,
  { tree, ring }: Pick<Workbench, 'tree' | 'ring'>,
): TrustOrder {
  const { trust } = tree;
  const taken = [...ring.secrets.keys()];
  if (what === 'add') {
    return { roles, make: freshNames(subject, 1, trust, taken), remove: [], threshold };
  }
  if (what === 'remove') {
    const found = allKeys(trust).find(({ name }) => name === subject);
    if (found === undefined) {
      const known = allKeys(trust).map(({ name }) => name);
      return refuse(subject, say.noSuchKey(subject, known));
    }
    const its = ROLES.filter((role) => trust[role].keys.some(({ keyId }) => keyId === found.keyId));
    return { roles: its, make: [], remove: [found], threshold };
  }
  const present = roles.flatMap((role) => trust[role].keys);
  const candidates = [...new Map(present.map((each) => [each.keyId, each])).values()];
  const known = candidates.map(({ name }) => name);
  if (key !== undefined && !known.includes(key)) refuse(key, say.noSuchKey(key, known));
  if (key === undefined && !all && candidates.length > 1) throw new UsageError(say.whichKey(subject, known));
  const remove = key === undefined ? candidates : candidates.filter(({ name }) => name === key);
  return { roles, make: freshNames(subject, remove.length, trust, taken), remove, threshold };
}

/** Makes the keys that an order wants, in memory. */
export function makeKeys({ roles, make, remove, threshold }: TrustOrder): {
  readonly change: TrustChange;
  readonly made: readonly MadeKey[];
} {
  const made = make.map((name) => {
    const secret = generateKey();
    return { secret, key: toSigningKey(name, secret) };
  });
  const add = made.map(({ key: { name, keyId, hex } }): PublicKey => ({ name, keyId, hex }));
  return { made, change: { roles, add, remove: remove.map(({ keyId }) => keyId), threshold } };
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
