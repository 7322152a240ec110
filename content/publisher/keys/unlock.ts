import { readFile } from 'node:fs/promises';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import { type PublicKey, type SigningKey, toSigningKey } from './key.ts';
import type { KeyRing } from './key-ring.ts';
import type { Passphrases } from './passphrases.ts';
import { openPem } from './pkcs8.ts';
import type { Role } from './roles.ts';
import type { Trust } from './root.ts';

/** How often a passphrase can be typed for one key. */
const TRIES = 3;

/** Opens private keys one by one, each only when it is needed and only once. */
export type Unlocker = {
  /** Enough open keys to sign a role; refuses when there are not enough of them here, or when one cannot be opened. */
  readonly enoughFor: (role: Role, trust: Trust) => Promise<readonly SigningKey[]>;
  /** The open key when its private half lies here; undefined when it does not. */
  readonly ifHere: (key: PublicKey) => Promise<SigningKey | undefined>;
};

/** An unlocker over the keys of a ring. `fresh` are keys made just now, which are open. */
export function unlocker(
  ring: KeyRing,
  passphrases: Passphrases,
  fresh: readonly SigningKey[] = [],
): Unlocker {
  const open = new Map(fresh.map((key) => [key.keyId, key]));

  const ifHere = async (key: PublicKey): Promise<SigningKey | undefined> => {
    const known = open.get(key.keyId);
    if (known !== undefined) return known;
    const path = ring.secrets.get(key.name);
    if (path === undefined) return undefined;
    const opened = await openKey(key.name, path, passphrases);
    if (opened.keyId !== key.keyId) return refuse(path, say.keyIsAnother(key.name));
    open.set(key.keyId, opened);
    return opened;
  };

  const enoughFor = async (role: Role, trust: Trust): Promise<readonly SigningKey[]> => {
    const { keys, threshold } = trust[role];
    const here = keys.filter(({ keyId, name }) => open.has(keyId) || ring.secrets.has(name));
    if (here.length < threshold) {
      const missing = keys.filter((key) => !here.includes(key)).map(({ name }) => name);
      refuse(ring.folders.join(', '), say.thresholdShort(role, here.length, threshold, missing));
    }
    // Those that are open already come first: nobody types a passphrase that is not needed.
    const order = [...here].sort((a, b) => Number(open.has(b.keyId)) - Number(open.has(a.keyId)));
    const enough: SigningKey[] = [];
    for (const key of order.slice(0, threshold)) {
      const opened = await ifHere(key);
      if (opened !== undefined) enough.push(opened);
    }
    return enough;
  };

  return { enoughFor, ifHere };
}

/** Opens one private key; refuses when no passphrase does. */
export async function openKey(name: string, path: string, { given, ask }: Passphrases): Promise<SigningKey> {
  const pem = await readFile(path, 'utf8');
  for (const passphrase of given) {
    const key = openPem(pem, passphrase);
    if (key !== undefined) return toSigningKey(name, key);
  }
  if (given.length > 0) return refuse(path, say.wrongPassphrase(name));
  if (ask === undefined) return refuse(path, say.noPassphrase('OPENFLOOR_PASSPHRASE'));
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const key = openPem(pem, await ask(say.askPassphrase(name, attempt > 1)));
    if (key !== undefined) return toSigningKey(name, key);
  }
  return refuse(path, say.wrongPassphrase(name));
}
