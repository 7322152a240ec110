import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fetcher, Updater } from 'tuf-js';
import { METADATA_FOLDER } from '../../model/central-server.ts';
import { MAX_METADATA_BYTES, MOST_ROOT_STEPS } from '../../model/limits.ts';
import { metadataTooLarge } from '../messages.ts';

/** Gives a file of a tree by its path; a number is what a web server would answer instead, for instance 404. Rejects when it is too large. */
export type ReadPath = (path: string, most: number) => Promise<Uint8Array | number>;

/** What a terminal knows once it trusts a tree. */
export type Followed = {
  /** Version of the last `root.json`. */
  readonly root: number;
  /** Digest and length of a target; undefined when the tree has none of that name. */
  readonly target: (
    path: string,
  ) => Promise<{ readonly sha256: string | undefined; readonly length: number } | undefined>;
};

/** A terminal's own judgement of a tree: the very library terminals use, on metadata it keeps from one look to the next. */
export type Terminal = {
  /** Looks at a tree as it is now; rejects when a terminal would not follow. */
  readonly follow: (read: ReadPath) => Promise<Followed>;
  readonly close: () => Promise<void>;
};

/** Any address will do: nothing is asked of a network. */
const BASE = `http://tree.invalid/${METADATA_FOLDER}`;

/** A terminal that was set up with this version of `root.json`. */
export async function newTerminal(root: Uint8Array): Promise<Terminal> {
  const { Updater: TufUpdater } = await import('tuf-js');
  const { DownloadHTTPError } = await import('tuf-js/dist/error.js');
  const folder = await mkdtemp(join(tmpdir(), 'openfloor-terminal-'));
  await writeFile(join(folder, 'root.json'), root);
  return {
    follow: async (read) => {
      const downloadBytes: Fetcher['downloadBytes'] = async (url, most) => {
        const path = decodeURIComponent(new URL(url).pathname).slice(1);
        const atMost = Math.min(most, largest(path));
        const bytes = await read(path, atMost);
        if (bytes === TOO_LARGE && atMost < most) throw new Error(metadataTooLarge(path, atMost));
        if (typeof bytes === 'number') throw new DownloadHTTPError('not there', bytes);
        return Buffer.from(bytes);
      };
      const updater: Updater = new TufUpdater({
        metadataDir: folder,
        metadataBaseUrl: BASE,
        config: { maxRootRotations: MOST_ROOT_STEPS },
        fetcher: {
          downloadBytes,
          downloadFile: () => Promise.reject(new Error('nothing but metadata is asked for')),
        },
      });
      await updater.refresh();
      const root: unknown = JSON.parse(await readFile(join(folder, 'root.json'), 'utf8'));
      return {
        root: versionOf(root),
        target: async (path) => {
          const info = await updater.getTargetInfo(path);
          return info && { sha256: info.hashes['sha256'], length: info.length };
        },
      };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a web server answers where a file is larger than what is read of it. */
const TOO_LARGE = 413;

/** Most bytes a terminal reads of a metadata file, whatever the others say of its length. */
function largest(path: string): number {
  const role = /([a-z]+)\.json$/.exec(path)?.[1];
  return role === 'root' || role === 'timestamp' || role === 'snapshot'
    ? MAX_METADATA_BYTES[role]
    : MAX_METADATA_BYTES.targets;
}

function versionOf(root: unknown): number {
  const signed: unknown = typeof root === 'object' && root !== null ? Reflect.get(root, 'signed') : undefined;
  const version: unknown =
    typeof signed === 'object' && signed !== null ? Reflect.get(signed, 'version') : undefined;
  return typeof version === 'number' ? version : 0;
}
