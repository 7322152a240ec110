import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Who owns a file and may do what with it; without `owner` it belongs to whoever writes it. */
export type FileRights = {
  readonly mode?: number;
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined;
};

/**
 * Replaces a small file in one piece, for its owner alone unless other rights are given: whoever reads it, also after a power cut at any moment, finds the old bytes or the
 * new ones, never half of them. Rejects with a Node system error and then leaves the old file as it was.
 */
export async function replaceDurably(
  file: string,
  bytes: Uint8Array | string,
  { mode = 0o600, owner }: FileRights = {},
): Promise<void> {
  await replace(file, bytes, { mode, owner, isSynced: true });
  await syncDirectory(dirname(file));
}

/**
 * Replaces a small file that everybody on this machine may read. Whoever reads it finds the old bytes or the new ones; only after
 * a power cut may it be empty, because nothing waits for the disk: for files that are written again and again.
 */
export function replaceForReaders(file: string, bytes: Uint8Array | string): Promise<void> {
  return replace(file, bytes, { mode: 0o644, isSynced: false });
}

/** The name on the way there ends in `.new`, so that no collector takes it for the file itself. */
async function replace(
  file: string,
  bytes: Uint8Array | string,
  { mode, owner, isSynced }: FileRights & { readonly mode: number; readonly isSynced: boolean },
): Promise<void> {
  const temporary = `${file}.new`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(bytes);
      // Whatever the umask of the service: these rights are meant.
      if (owner !== undefined) await handle.chown(owner.uid, owner.gid);
      await handle.chmod(mode);
      if (isSynced) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
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
