import { open } from 'node:fs/promises';

/** Writes a new file that is on the disk, not only on its way there, when this returns; rejects when there is one already. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
