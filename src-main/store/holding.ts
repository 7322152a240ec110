import { join } from 'node:path';
import { blobPath, type EditionPointer } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';
import type { Files } from '../platform/files.ts';
import type { BlobName, DamagedBlob } from './content-store.ts';
import { type Edition, editionOf } from './edition.ts';
import { FACTS_AT_A_TIME } from './limits.ts';
import type { StoreProblem } from './problem.ts';
import { readManifest } from './read-edition.ts';

/** An edition that the store knows, and what is missing of it. */
export type Holding = {
  readonly pointer: EditionPointer;
  /** Null when its manifest is not here or not right; `problem` then says why. */
  readonly edition: Edition | null;
  readonly problem: StoreProblem | null;
  /** Blobs that are not here as they should be, by digest. */
  readonly damaged: Map<Sha256, DamagedBlob>;
};

/** True when every file of it is here. */
export function isWhole(holding: Holding): holding is Holding & { readonly edition: Edition } {
  return holding.edition !== null && holding.damaged.size === 0;
}

/** The blobs of an edition, its manifest first, each once. */
export function blobsOf({ pointer, edition }: Pick<Holding, 'pointer' | 'edition'>): readonly BlobName[] {
  const files = edition?.manifest.files ?? [];
  const byDigest = new Map<Sha256, BlobName>([[pointer.manifest.sha256, pointer.manifest]]);
  for (const { sha256, length } of files) byDigest.set(sha256, { sha256, length });
  return [...byDigest.values()];
}

/** True when a plain file of the right length lies where a blob belongs. */
export async function isThere(
  directory: string,
  { sha256, length }: BlobName,
  files: Pick<Files, 'facts'>,
): Promise<boolean> {
  const found = await files.facts(join(directory, blobPath(sha256))).catch(() => null);
  return found?.isPlainFile === true && found.length === length;
}

/**
 * Looks an edition over without reading its files: the manifest is hashed, of everything else there must be a plain file of
 * the right length. That is enough at a start, since a blob got its name only after it had been hashed. Never rejects.
 */
export async function lookOver(directory: string, pointer: EditionPointer, files: Files): Promise<Holding> {
  const damaged = new Map<Sha256, DamagedBlob>();
  const found = await readManifest(directory, files, pointer);
  if (!found.ok) {
    damaged.set(pointer.manifest.sha256, { ...pointer.manifest, path: 'manifest', seq: pointer.seq });
    return { pointer, edition: null, problem: found.problem, damaged };
  }
  const waiting = found.value.files.values();
  const seen = new Set<Sha256>();
  const lane = async () => {
    for (const { path, sha256, length } of waiting) {
      if (seen.has(sha256)) continue;
      seen.add(sha256);
      if (!(await isThere(directory, { sha256, length }, files))) {
        damaged.set(sha256, { sha256, length, path, seq: pointer.seq });
      }
    }
  };
  await Promise.all(Array.from({ length: FACTS_AT_A_TIME }, lane));
  const edition = editionOf(directory, found.value, pointer.manifest);
  return { pointer, edition, problem: null, damaged };
}
