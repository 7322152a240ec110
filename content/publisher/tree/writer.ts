import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncDirectory, writeDurably } from '../steps/write-durably.ts';
import { readTreeFile } from './files.ts';

/** Where files are written before they get their name; on the same disk, and no web server gives them away. */
export const BESIDE = '.new';

/** Puts files into a published tree so that whoever reads sees each of them whole or not at all. */
export type TreeWriter = {
  /** Writes a file unless these very bytes are there already. */
  readonly place: (path: string, bytes: Uint8Array) => Promise<void>;
  /** When it returns, everything placed so far is on the disk, names included: what is placed next may point at it. */
  readonly settle: () => Promise<void>;
  /** Takes away what was new, for work that could not be finished; nothing may point at it yet. */
  readonly undo: () => Promise<void>;
  /** To be called at the end, whatever came of it. */
  readonly close: () => Promise<void>;
};

/** A writer for the tree in `folder`; what an interrupted one left beside is taken away first. */
export async function treeWriter(
  folder: string,
  reached: (point: string) => void = () => undefined,
): Promise<TreeWriter> {
  const beside = join(folder, BESIDE);
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside);
  const created: string[] = [];
  const madeFolders = new Set<string>();
  const touched = new Set<string>();

  /** Makes a folder and those above it, and remembers which folders got a new entry. */
  const makeFolder = async (path: string): Promise<void> => {
    if (path === folder || madeFolders.has(path)) return;
    await makeFolder(dirname(path));
    try {
      await mkdir(path);
      madeFolders.add(path);
      touched.add(dirname(path));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  };

  return {
    place: async (path, bytes) => {
      const there = await readTreeFile(folder, path, bytes.length);
      if (there !== undefined && Buffer.from(there).equals(bytes)) {
        // Perhaps written a moment before a power cut: the name counts only once its folder is on the disk too.
        touched.add(dirname(join(folder, path)));
        return;
      }
      const target = join(folder, path);
      await makeFolder(dirname(target));
      const fresh = join(beside, randomUUID());
      try {
        await writeDurably(fresh, bytes);
        await datedAfter(target, fresh);
        reached(`before ${path}`);
        await rename(fresh, target);
      } catch (error) {
        await rm(fresh, { force: true }).catch(() => undefined);
        throw error;
      }
      if (there === undefined) created.push(target);
      touched.add(dirname(target));
      reached(`after ${path}`);
    },
    settle: async () => {
      for (const each of [...touched]) await syncDirectory(each);
      touched.clear();
    },
    undo: async () => {
      for (const each of created.splice(0)) await rm(each, { force: true });
      // The deepest first, and only those that are empty again.
      for (const each of [...madeFolders].reverse()) await rmdir(each).catch(() => undefined);
    },
    close: async () => rm(beside, { recursive: true, force: true }),
  };
}

/**
 * Makes `fresh` at least a second newer than the file it replaces. Web servers tell two versions apart by size and whole
 * seconds: without this, a terminal that asks between two publications in one second would not hear of the second.
 */
async function datedAfter(target: string, fresh: string): Promise<void> {
  const old = await stat(target).catch(() => undefined);
  if (old === undefined) return;
  const earliest = Math.floor(old.mtimeMs / 1000) + 1;
  const { mtimeMs } = await stat(fresh);
  if (Math.floor(mtimeMs / 1000) < earliest) await utimes(fresh, earliest, earliest);
}
