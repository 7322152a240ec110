import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';
import { readTreeFile } from '../tree/files.ts';
import type { ReadPath } from './terminal.ts';

/** A published tree to look at, on a disk or behind a web server. */
export type TreeSource = {
  readonly about: string;
  readonly read: ReadPath;
  /** All its paths; undefined for a web server, which lists nothing. */
  readonly list: (() => Promise<readonly string[]>) | undefined;
  /** The address it is asked at; undefined on a disk. */
  readonly url: URL | undefined;
};

/** How long a web server may take for one file, in milliseconds. */
const PATIENCE_MS = 60_000;

/** The tree in a folder, or at an `http` or `https` address. */
export function treeSource(where: string, folder: string): TreeSource {
  const url = /^https?:\/\//.test(where) ? new URL(where.endsWith('/') ? where : `${where}/`) : undefined;
  return url === undefined ? fromDisk(folder) : fromServer(url);
}

function fromDisk(folder: string): TreeSource {
  return {
    about: folder,
    url: undefined,
    read: async (path, most) => (await readTreeFile(folder, path, most)) ?? 404,
    list: async () => {
      try {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(folder.length + 1)
              .replaceAll('\\', '/'),
          );
      } catch (error) {
        const code = systemCode(error);
        if (code === undefined) throw error;
        return refuse(folder, say.treeUnreadable(code));
      }
    },
  };
}

function fromServer(base: URL): TreeSource {
  return {
    about: base.href,
    url: base,
    list: undefined,
    read: async (path, most) => {
      const response = await fetch(new URL(path, base), {
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (response.status !== 200) {
        await response.body?.cancel();
        return response.status;
      }
      return (await bodyOf(response, most)) ?? 413;
    },
  };
}

/** The body of an answer; undefined as soon as it is larger than it may be. */
async function bodyOf(response: Response, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
