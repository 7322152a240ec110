import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { touched } from './sweep.ts';

/** Keeps bytes that take long to make, by a name of 64 hexadecimal digits that says everything they depend on. */
export type Cache = {
  /** The bytes as they were kept; undefined when there are none, or when they are not whole any more. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  /** Keeps bytes; a cache that cannot be written is no trouble for anybody. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
};

/** Keeps nothing. */
export const noCache: Cache = { get: async () => undefined, put: async () => undefined };

const DIGEST_BYTES = 32;

/** Keeps bytes in a folder, each behind a SHA-256 of its name and itself: a torn, altered or renamed file is never taken. */
export function folderCache(folder: string): Cache {
  const place = (key: string): string => join(folder, key.slice(0, 2), key);
  return {
    get: async (key) => {
      try {
        const kept = await readFile(place(key));
        const bytes = kept.subarray(DIGEST_BYTES);
        if (!digest(key, bytes).equals(kept.subarray(0, DIGEST_BYTES))) return undefined;
        await touched(place(key));
        return bytes;
      } catch {
        return undefined;
      }
    },
    put: async (key, bytes) => {
      const path = place(key);
      const beside = `${path}.${randomUUID().slice(0, 8)}`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(beside, Buffer.concat([digest(key, bytes), bytes]), { flag: 'wx' });
        await rename(beside, path);
      } catch {
        await rm(beside, { force: true }).catch(() => undefined);
      }
    },
  };
}

function digest(key: string, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(bytes).digest();
}

/** Where this computer wants things that can be made again, or `OPENFLOOR_CACHE`: a folder of our own in it. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const own = env['OPENFLOOR_CACHE'];
  if (own) return join(own, 'images');
  const shared =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : env['XDG_CACHE_HOME'] || join(home, '.cache');
  return join(shared, 'openfloor', 'images');
}
