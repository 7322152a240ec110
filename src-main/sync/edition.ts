import type { EditionPointer, Manifest } from '../../content/model/edition.ts';
import type { BlobName, ContentStore } from '../store/content-store.ts';
import { fetchBlob } from './blob.ts';
import { FetchFailure } from './failure.ts';
import { given } from './faults.ts';
import { FILES_AT_ONCE } from './limits.ts';
import { fetchManifest, type ManifestParts } from './manifest.ts';

/** The store as sync uses it. */
export type SyncStore = Pick<
  ContentStore,
  | 'holds'
  | 'missing'
  | 'receive'
  | 'roomFor'
  | 'readManifest'
  | 'expect'
  | 'addEdition'
  | 'whyBad'
  | 'active'
  | 'candidate'
  | 'damaged'
  | 'onChange'
>;

/** How far a download has come. */
export type Progress = {
  readonly files: number;
  readonly bytes: number;
  readonly of: { readonly files: number; readonly bytes: number };
};

/** What fetching an edition needs. */
export type EditionParts = Omit<ManifestParts, 'store' | 'onBytes'> & {
  readonly store: SyncStore;
  readonly onProgress: (progress: Progress) => void;
};

/**
 * Brings a whole edition into the store and makes it known there, `isMove` although its number may be lower than the one on show. Nothing
 * that is there is taken away for it; a file that cannot be had does not keep the others from coming. Rejects with the first
 * `FetchFailure` or `Refusal`.
 */
export async function fetchEdition(
  parts: EditionParts,
  pointer: EditionPointer,
  isMove: boolean,
): Promise<void> {
  const { store } = parts;
  given(await store.expect(pointer));
  if (!(await store.holds(pointer.manifest))) {
    given(await store.roomFor(pointer.manifest.length));
    await fetchManifest({ ...parts, onBytes: () => {} }, pointer);
  }
  const manifest: Manifest = given(await store.readManifest(pointer));
  await fetchBlobs(parts, await store.missing(manifest.files));
  given(await store.addEdition(pointer, { isMove }));
}

/** Brings blobs into the store, a few at a time, after making sure that there is room for all. Rejects with the first failure, at the end. */
export async function fetchBlobs(parts: EditionParts, blobs: readonly BlobName[]): Promise<void> {
  if (blobs.length === 0) return;
  const of = { files: blobs.length, bytes: blobs.reduce((sum, { length }) => sum + length, 0) };
  given(await parts.store.roomFor(of.bytes));
  let files = 0;
  let bytes = 0;
  const tell = () => parts.onProgress({ files, bytes, of });
  const onBytes = (more: number) => {
    bytes += more;
    tell();
  };
  tell();
  const failures: unknown[] = [];
  const waiting = blobs[Symbol.iterator]();
  const worker = async () => {
    for (const blob of waiting) {
      if (parts.signal.aborted || failures.length >= FAILURES_BEFORE_THE_END) return;
      try {
        await fetchBlob({ ...parts, onBytes }, blob);
        files += 1;
        tell();
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
  if (parts.signal.aborted) throw new FetchFailure('interrupted', 'ended');
}

/** So many files that cannot be had say that none can: the rest is for the next cycle. */
const FAILURES_BEFORE_THE_END = 16;
