import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';
import { isEncryptedPem } from './pkcs8.ts';
import type { RootMetadata } from './root.ts';
import { isSignedBy, parseMetadata } from './signing.ts';

/** A version of `root.json` with its bytes: signatures are over bytes, so these are never written anew. */
export type RootFile = {
  readonly version: number;
  readonly bytes: Uint8Array;
  readonly metadata: RootMetadata;
};

/** What lies in the folders with keys: private keys, still closed, and the versions of `root.json` their holders know. */
export type KeyRing = {
  /** The first of them is where new keys go. */
  readonly folders: readonly [string, ...string[]];
  /** Path of the encrypted private key by its name. */
  readonly secrets: ReadonlyMap<string, string>;
  /** From the first version known here to the last, without a gap; each is signed by the one before. */
  readonly roots: readonly [RootFile, ...RootFile[]];
};

/** Largest file that is read from a folder with keys, in bytes. */
const MOST_BYTES = 512 * 1024;

/** What lies in folders with keys, whether or not there is a root yet. Refuses when anybody else could read a private key. */
export async function readKeyFolders(
  folders: readonly [string, ...string[]],
): Promise<{ readonly secrets: KeyRing['secrets']; readonly roots: readonly RootFile[] }> {
  const secrets = new Map<string, string>();
  const roots = new Map<number, RootFile>();
  for (const folder of folders) {
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      const version = /^([1-9]\d{0,8})\.root\.json$/.exec(name)?.[1];
      if (version !== undefined) {
        const root = readRoot(path, Number(version), await readSmall(path));
        const other = roots.get(root.version);
        if (other !== undefined && !Buffer.from(root.bytes).equals(other.bytes)) {
          refuse(path, say.keysOfTwoCentres(name));
        }
        roots.set(root.version, root);
      } else if (name.endsWith('.pem')) {
        await refuseOpenDoors(path);
        if (!isEncryptedPem(Buffer.from(await readSmall(path)).toString('utf8')))
          refuse(path, say.keyIsNotEncrypted);
        secrets.set(name.slice(0, -'.pem'.length), path);
      }
    }
  }
  return { secrets, roots: [...roots.values()].sort((a, b) => a.version - b.version) };
}

/** Opens folders with keys that know at least one root. Refuses when anybody else could read a private key. */
export async function openKeyRing(folders: readonly [string, ...string[]]): Promise<KeyRing> {
  const { secrets, roots } = await readKeyFolders(folders);
  return { folders, secrets, roots: chainOf(roots, folders[0]) };
}

/** The versions in their order, each signed by the one before and by itself (clause 5.3.4 and 5.3.5 of the specification). */
function chainOf(found: readonly RootFile[], folder: string): [RootFile, ...RootFile[]] {
  const [first, ...rest] = found;
  if (first === undefined) return refuse(folder, say.noRootInKeys);
  if (!isSignedBy(first.metadata, 'root', first.metadata)) refuse(folder, say.rootNotSigned(first.version));
  const chain: [RootFile, ...RootFile[]] = [first];
  let last = first;
  for (const next of rest) {
    if (!follows(last, next)) refuse(folder, say.rootNotSigned(next.version));
    chain.push(next);
    last = next;
  }
  return chain;
}

/** True when a version of `root.json` is the next one, and both it and the one before say so. */
export function follows(before: RootFile, next: RootFile): boolean {
  return (
    next.version === before.version + 1 &&
    isSignedBy(before.metadata, 'root', next.metadata) &&
    isSignedBy(next.metadata, 'root', next.metadata)
  );
}

/** A version of `root.json`; refuses what is none, or has another version than its name says. */
export function readRoot(path: string, version: number, bytes: Uint8Array): RootFile {
  const metadata = parseMetadata('root', bytes);
  if (metadata?.signed.version !== version) return refuse(path, say.notARoot);
  return { version, bytes, metadata };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refuse(folder, say.noKeysFolder(code));
  }
}

/** Refuses a private key that anybody else on this computer could read (Windows has no such bits). */
async function refuseOpenDoors(path: string): Promise<void> {
  const { mode, uid } = await lstat(path);
  if (process.platform === 'win32') return;
  if ((mode & 0o077) !== 0) refuse(path, say.keyOpenToOthers((mode & 0o777).toString(8)));
  const me = process.getuid?.() ?? uid;
  if (uid !== me && me !== 0) refuse(path, say.keyOfSomebodyElse);
}

async function readSmall(path: string): Promise<Uint8Array> {
  try {
    // Never through a shortcut: a key on this ring lies in its folder.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      if ((await file.stat()).size > MOST_BYTES) return refuse(path, say.keyFileTooLarge);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refuse(path, say.keyFileUnreadable(code));
  }
}
