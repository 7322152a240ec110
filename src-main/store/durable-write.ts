import { dirname } from 'node:path';
import type { Disk, Writing } from '../platform/disk.ts';
import { errorCode } from '../platform/files.ts';
import { crashPoint } from './crash-points.ts';
import { NEW_ENDING } from './layout.ts';

/** Writes all the bytes, however few the system takes at a time and however often a signal interrupts it. */
export async function writeAll(writing: Pick<Writing, 'write'>, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    try {
      const written = await writing.write(bytes.subarray(done));
      // A disk that takes nothing and says nothing would keep us here for ever.
      if (written === 0) throw Object.assign(new Error('The disk takes no more bytes.'), { code: 'ENOSPC' });
      done += written;
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'EINTR' && code !== 'EAGAIN') throw error;
    }
  }
}

/** Puts a file in the place of whatever lies there, be it a directory. */
export async function moveInto(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.rename(from, to);
  } catch (error) {
    const there = await disk.facts(to).catch(() => null);
    if (there === null || there.isPlainFile) throw error;
    await disk.remove(to);
    await disk.rename(from, to);
  }
}

/** What a small file is, for the points at which a test may end the process; null: it has none. */
export type SmallFile = 'pointer' | 'slot' | null;

/**
 * Writes a small file so that after a power cut there is the old one or the new one, whole, and once this has returned
 * the new one: another name, all bytes, fsync, rename, fsync of the directory. Rejects with what the disk says.
 */
export async function durableWrite(
  disk: Disk,
  file: string,
  bytes: Uint8Array,
  what: SmallFile,
): Promise<void> {
  const fresh = `${file}${NEW_ENDING}`;
  await disk.remove(fresh);
  const writing = await disk.openNew(fresh);
  try {
    await writeAll(writing, bytes);
    if (what !== null) crashPoint(`${what}-written`);
    await writing.sync();
    if (what !== null) crashPoint(`${what}-synced`);
  } finally {
    await writing.close();
  }
  await moveInto(disk, fresh, file);
  if (what !== null) crashPoint(`${what}-renamed`);
  await disk.syncDirectory(dirname(file));
  if (what !== null) crashPoint(`${what}-durable`);
}

/**
 * Makes sure of the directory that holds everything, and of the one above it; its name is on the disk for good when this
 * returns. What else may lie there is not ours to remove: then this rejects.
 */
export async function ensureRoot(disk: Disk, directory: string): Promise<void> {
  try {
    await disk.makeDirectory(directory);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') {
      await ensureRoot(disk, dirname(directory));
      return ensureRoot(disk, directory);
    }
    // A link to a directory is one, too: a technician may have put the store on another disk.
    if (code === 'EEXIST') await disk.list(directory);
    else throw error;
  }
  await disk.syncDirectory(dirname(directory));
}

/** Makes sure of directories: made when they are not there, and their names on the disk for good; each once in this run. */
export function directoryKeeper(disk: Disk): (directory: string) => Promise<void> {
  const sure = new Map<string, Promise<void>>();
  const ensure = async (directory: string) => {
    await disk.makeDirectory(directory).catch(async (error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
      if ((await disk.facts(directory)).isDirectory) return;
      // A file or a link where a directory belongs was not put there by us.
      await disk.remove(directory);
      await disk.makeDirectory(directory);
    });
    // Even when it was there already: an earlier run may have been ended between the two.
    await disk.syncDirectory(dirname(directory));
  };
  return (directory) => {
    const begun = sure.get(directory) ?? ensure(directory);
    sure.set(directory, begun);
    begun.catch(() => sure.delete(directory));
    return begun;
  };
}
