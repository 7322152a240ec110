import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a new file that is on the disk, not only on its way there, when this returns; rejects when there is one already.
 * `mode` are its permissions, before what the system takes away from them.
 */
export async function writeDurably(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a file in the place of the one that is there, whole: after a power cut it is the old one or the new one. Rejects with what the system says. */
export async function replaceDurably(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const beside = `${path}.new`;
  try {
    await rm(beside, { force: true });
    await writeDurably(beside, bytes, mode);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncDirectory(dirname(path));
}

/** Returns when the names in a folder are on the disk, too; Windows keeps them safe by itself. */
export async function syncDirectory(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
