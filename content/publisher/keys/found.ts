import type { KeyObject } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';
import { writeDurably } from '../steps/write-durably.ts';
import { generateKey, type PublicKey, type SigningKey, toSigningKey } from './key.ts';
import { toPem } from './pkcs8.ts';
import { makeRoot, type Trust } from './root.ts';
import { bytesOf, signed } from './signing.ts';

/** How many keys a centre begins with, and which of them others have made: then none of that role is made here. */
export type Founding = {
  readonly roots: number;
  readonly threshold: number;
  readonly editors: number;
  readonly given?: readonly PublicKey[];
};

/** Usual beginnings: any two of three people can change who may sign, one editor publishes. */
export const USUAL: Founding = { roots: 3, threshold: 2, editors: 1 };

/** The three kinds of keys, by how their names begin. */
export const KINDS = ['root', 'targets', 'online'] as const;

/** The kind of a key by its name; undefined when the name says none. */
export function kindOf(name: string): (typeof KINDS)[number] | undefined {
  return KINDS.find((kind) => name.startsWith(`${kind}-`));
}

/** The names of the keys that are made for a new centre. */
export function foundingNames({ roots, editors, given = [] }: Founding): readonly string[] {
  const counts = { root: roots, targets: editors, online: 1 };
  const missing = KINDS.filter((kind) => !given.some(({ name }) => kindOf(name) === kind));
  return missing.flatMap((kind) =>
    Array.from({ length: counts[kind] }, (_, index) => `${kind}-${index + 1}`),
  );
}

/**
 * Makes all keys and the first `root.json` in a new or empty folder: all of it, or nothing. Where others hold the root keys there is no
 * `root.json` yet: `round` is given what they have to sign. Returns who may sign.
 */
export async function foundKeys(
  folder: string,
  founding: Founding,
  passphrases: ReadonlyMap<string, string>,
  now: Date,
  round?: (trust: Trust, made: readonly SigningKey[]) => Promise<void>,
): Promise<Trust> {
  const made = foundingNames(founding).map((name) => {
    const secret = generateKey();
    return { secret, key: toSigningKey(name, secret) };
  });
  const mine = made.map(({ key }) => key);
  const keys = (kind: string): readonly PublicKey[] =>
    [...mine, ...(founding.given ?? [])].filter(({ name }) => kindOf(name) === kind);
  const online = { keys: keys('online'), threshold: 1 };
  const trust: Trust = {
    root: { keys: keys('root'), threshold: founding.threshold },
    targets: { keys: keys('targets'), threshold: 1 },
    snapshot: online,
    timestamp: online,
  };
  const roots = mine.filter(({ name }) => kindOf(name) === 'root');
  const root = round === undefined ? bytesOf(signed(makeRoot(trust, 1, now), roots)) : undefined;

  const beside = `${folder}.new-${process.pid}`;
  try {
    await refuseOccupied(folder);
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(beside, { mode: 0o700 });
    for (const { secret, key } of made) await writeSecret(beside, key.name, secret, passphrases);
    if (root !== undefined) await writeDurably(join(beside, '1.root.json'), root);
    // An empty folder of that name gives way; one that filled up meanwhile does not.
    if (process.platform === 'win32') await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
    // Without its round nobody could ever sign for these keys.
    await round?.(trust, mine).catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    refuse(folder, say.keysNotWritten(code));
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return trust;
}

/** Writes a private key so that only its owner can read it, and only with the passphrase. */
export async function writeSecret(
  folder: string,
  name: string,
  secret: KeyObject,
  passphrases: ReadonlyMap<string, string>,
): Promise<void> {
  const passphrase = passphrases.get(name);
  if (passphrase === undefined) throw new Error(`no passphrase for ${name}`);
  await writeDurably(join(folder, `${name}.pem`), Buffer.from(toPem(secret, passphrase)), 0o600);
}

/** Refuses a folder that has something in it. */
export async function refuseOccupied(folder: string): Promise<void> {
  try {
    const [first] = await readdir(folder);
    if (first !== undefined) refuse(folder, say.keysFolderNotEmpty(first));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}
