import { createHash } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { type Metadata, Root } from '@tufjs/models';
import { fingerprintOf } from '../../model/fingerprint.ts';
import { fromTufKey, type PublicKey, toTufKey } from './key.ts';
import { expiryFrom, ROLES, type Role, SPEC_VERSION } from './roles.ts';

/** One version of `root.json`: who may sign what. */
export type RootMetadata = Metadata<Root>;

/** Who signs a role, and how many of them are needed. */
export type RoleKeys = { readonly keys: readonly PublicKey[]; readonly threshold: number };

/** All roles of a root. */
export type Trust = Readonly<Record<Role, RoleKeys>>;

/** Who may sign what, in the order in which the keys came. */
export function trustOf(root: Root): Trust {
  const of = (role: Role): RoleKeys => {
    const { keyIDs = [], threshold = 1 } = root.roles[role] ?? {};
    const keys = keyIDs.flatMap((id) => {
      const key = root.keys[id];
      return key === undefined ? [] : [fromTufKey(key)];
    });
    return { keys, threshold };
  };
  return { root: of('root'), targets: of('targets'), snapshot: of('snapshot'), timestamp: of('timestamp') };
}

/** A root with this trust; unsigned. */
export function makeRoot(trust: Trust, version: number, now: Date): Root {
  const roles = ROLES.map((role) => {
    const { keys, threshold } = trust[role];
    return [role, { keyids: keys.map(({ keyId }) => keyId), threshold }];
  });
  return Root.fromJSON({
    _type: 'root',
    spec_version: SPEC_VERSION,
    version,
    expires: expiryFrom(now, 'root'),
    keys: Object.fromEntries(allKeys(trust).map((key) => [key.keyId, toTufKey(key).toJSON()])),
    roles: Object.fromEntries(roles),
    consistent_snapshot: true,
  });
}

/** What people compare to know a root: see {@link fingerprintOf}. */
export function rootFingerprint(root: Root): string {
  return fingerprintOf(createHash('sha256').update(canonicalize(root.toJSON())).digest('hex'));
}

/** Every key that may sign anything, each once. */
export function allKeys(trust: Trust): readonly PublicKey[] {
  const keys = new Map(ROLES.flatMap((role) => trust[role].keys.map((key) => [key.keyId, key] as const)));
  return [...keys.values()];
}

/** What to change about who may sign. */
export type TrustChange = {
  readonly roles: readonly Role[];
  readonly add: readonly PublicKey[];
  /** Ids of keys that may sign these roles no more. */
  readonly remove: readonly string[];
  /** How many of them are needed from then on; absent: as many as before. */
  readonly threshold?: number | undefined;
  /** A new version although nobody comes or goes: its signatures last longer. */
  readonly renew?: boolean | undefined;
};

/** Who may sign after a change; `withoutRemoving` for the time in between, in which old and new keys count. */
export function changed(trust: Trust, change: TrustChange, withoutRemoving = false): Trust {
  const next = { ...trust };
  for (const role of change.roles) {
    const { keys, threshold } = trust[role];
    const gone = new Set(withoutRemoving ? [] : change.remove);
    const added = change.add.filter(({ keyId }) => !keys.some((key) => key.keyId === keyId));
    next[role] = {
      keys: [...keys, ...added].filter(({ keyId }) => !gone.has(keyId)),
      threshold: withoutRemoving ? threshold : (change.threshold ?? threshold),
    };
  }
  return next;
}
