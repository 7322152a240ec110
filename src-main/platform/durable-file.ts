import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces a small file in one piece: whoever reads it, also after a power cut at any moment, finds the old bytes or the
 * new ones, never half of them. Rejects with a Node system error and then leaves the old file as it was.
 */
export async function replaceDurably(file: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${file}.new`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncDirectory(dirname(file));
}

/** The new name itself is on disk only when its directory is; Windows keeps its directories by itself and refuses this. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
