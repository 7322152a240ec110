import { join } from 'node:path';
import { blobPath } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';

/** Ending of a file that is being written under another name first. */
export const NEW_ENDING = '.new';

/** The two places of the store's record. */
export const SLOT_NAMES = ['active-a', 'active-b'] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

/** Where everything of a store lies; the directory itself is `userData/store`. */
export type Layout = ReturnType<typeof layoutOf>;

/** Derives the places of a store in a directory. */
export function layoutOf(directory: string) {
  const blobs = join(directory, 'blobs');
  const partial = join(directory, 'partial');
  const editions = join(directory, 'editions');
  return {
    directory,
    blobs,
    partial,
    editions,
    lock: join(directory, 'lock'),
    slot: (name: SlotName) => join(directory, name),
    blob: (sha256: Sha256) => join(directory, blobPath(sha256)),
    partOf: (sha256: Sha256) => join(partial, sha256),
    pointer: (seq: number) => join(editions, `${seq}.json`),
  } as const;
}

/** The number in the name of an edition's pointer; null for any other name. */
export function seqOfPointer(name: string): number | null {
  const match = /^([1-9][0-9]{0,14})\.json$/.exec(name);
  return match ? Number(match[1]) : null;
}
