import { join } from 'node:path';
import type { Sha256 } from '../../content/model/names.ts';
import type { Disk } from '../platform/disk.ts';
import { isNotThere } from '../platform/files.ts';
import type { Swept } from './content-store.ts';
import { crashPoint } from './crash-points.ts';
import { type Layout, NEW_ENDING, SLOT_NAMES, seqOfPointer } from './layout.ts';

/** What a sweep must know. */
export type SweepNeeds = {
  readonly disk: Disk;
  readonly layout: Layout;
  /** Numbers of the editions that stay. */
  readonly keepEditions: ReadonlySet<number>;
  /** Blobs that stay, and whose parts stay as long as they are not whole. */
  readonly keepBlobs: ReadonlySet<Sha256>;
  readonly isReceiving: (sha256: Sha256) => boolean;
  /** What was last written after this moment stays, in milliseconds since 1970. */
  readonly touchedSinceMs: number;
};

/**
 * Removes what no kept edition needs: pointers first, then blobs, parts, and leftovers of writes that were cut short.
 * Cut short itself it leaves less rubbish than before, and nothing that is kept depends on the order. Rejects with what the
 * disk says; a single file that cannot be removed is left for the next sweep.
 */
export async function sweepStore(needs: SweepNeeds): Promise<Swept> {
  const { disk, layout, keepEditions, keepBlobs, isReceiving, touchedSinceMs } = needs;
  let swept: Swept = { editions: 0, blobs: 0, bytes: 0 };
  crashPoint('sweep-begun');

  const removeOld = async (path: string): Promise<number | null> => {
    try {
      const { modifiedAtMs, length } = await disk.facts(path);
      if (modifiedAtMs > touchedSinceMs) return null;
      await disk.remove(path);
      return length;
    } catch {
      return null;
    }
  };

  for (const name of await namesIn(disk, layout.editions)) {
    const seq = seqOfPointer(name);
    if (seq !== null && keepEditions.has(seq)) continue;
    if ((await removeOld(join(layout.editions, name))) === null) continue;
    crashPoint('sweep-pointer-removed');
    if (seq !== null) swept = { ...swept, editions: swept.editions + 1 };
  }
  for (const shard of await namesIn(disk, layout.blobs)) {
    for (const name of await namesIn(disk, join(layout.blobs, shard))) {
      if (keepBlobs.has(name)) continue;
      const length = await removeOld(join(layout.blobs, shard, name));
      if (length === null) continue;
      crashPoint('sweep-blob-removed');
      swept = { ...swept, blobs: swept.blobs + 1, bytes: swept.bytes + length };
    }
  }
  for (const name of await namesIn(disk, layout.partial)) {
    if (isReceiving(name)) continue;
    const isWanted = keepBlobs.has(name) && !(await isHere(disk, layout.blob(name)));
    if (isWanted) continue;
    if ((await removeOld(join(layout.partial, name))) !== null) crashPoint('sweep-partial-removed');
  }
  for (const slot of SLOT_NAMES) await removeOld(`${layout.slot(slot)}${NEW_ENDING}`);
  return swept;
}

async function namesIn(disk: Disk, directory: string): Promise<readonly string[]> {
  try {
    return await disk.list(directory);
  } catch (error) {
    // A file where a directory belongs is nothing to look into.
    if (isNotThere(error)) return [];
    throw error;
  }
}

async function isHere(disk: Disk, file: string): Promise<boolean> {
  return disk.facts(file).then(
    () => true,
    () => false,
  );
}
