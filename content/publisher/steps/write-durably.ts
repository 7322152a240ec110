import { open } from 'node:fs/promises';

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
