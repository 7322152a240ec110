import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../refusal.ts';

/** SHA-256 of bytes as 64 hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file of a published tree; undefined when it is not there, too large, or reached through a shortcut. */
export async function readTreeFile(
  folder: string,
  path: string,
  most: number,
): Promise<Uint8Array | undefined> {
  try {
    const file = await open(join(folder, path), constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const stats = await file.stat();
      return stats.isFile() && stats.size <= most ? await file.readFile() : undefined;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR'].includes(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}
