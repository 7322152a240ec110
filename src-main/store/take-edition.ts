import { join } from 'node:path';
import { blobPath, type EditionPointer } from '../../content/model/edition.ts';
import type { Files } from '../platform/files.ts';
import type { BlobName, ContentStore } from './content-store.ts';
import type { Edition } from './edition.ts';
import { DONE, type Done, faultOf, no } from './fault.ts';
import { POINTER_FILE, readPointer } from './read-edition.ts';

/** Where blobs come from: the bytes of one from a place in it on. May reject or end early; the store notices. */
export type BlobSource = (blob: BlobName, offset: number) => AsyncIterable<Uint8Array>;

/** Fetches one blob into the store, from where an earlier attempt ended. */
export async function takeBlob(
  store: Pick<ContentStore, 'receive'>,
  source: BlobSource,
  blob: BlobName,
): Promise<Done> {
  const began = await store.receive(blob);
  if (!began.ok) return began;
  const { offset, write, commit, abandon } = began.value;
  try {
    if (offset < blob.length) {
      for await (const piece of source(blob, offset)) {
        const written = await write(piece);
        if (!written.ok) {
          await abandon();
          return written;
        }
      }
    }
  } catch (error) {
    await abandon();
    return faultOf(error);
  }
  return commit();
}

/** Brings a whole edition into the store, in the order the store asks for; stops at the first "no" and can be called again. */
export async function takeEdition(
  store: ContentStore,
  source: BlobSource,
  pointer: EditionPointer,
): Promise<Done<Edition>> {
  if (!(await store.holds(pointer.manifest))) {
    const took = await takeBlob(store, source, pointer.manifest);
    if (!took.ok) return took;
  }
  const manifest = await store.readManifest(pointer);
  if (!manifest.ok) return manifest;
  const expected = await store.expect(pointer);
  if (!expected.ok) return expected;
  const missing = await store.missing(manifest.value.files);
  const room = await store.roomFor(missing.reduce((sum, { length }) => sum + length, 0));
  if (!room.ok) return room;
  for (const blob of missing) {
    const took = await takeBlob(store, source, blob);
    if (!took.ok) return took;
  }
  return store.addEdition(pointer);
}

/** Brings the edition in a directory (`edition.json`, `blobs/`) into the store. */
export async function takeEditionFrom(
  store: ContentStore,
  directory: string,
  files: Files,
): Promise<Done<Edition>> {
  const pointer = await readPointer(directory, POINTER_FILE, files);
  if (!pointer.ok) return no('manifest-unusable', pointer.problem.sentence);
  return takeEdition(store, directorySource(directory, files), pointer.value);
}

/** Blobs out of a directory that is laid out like a store. */
export function directorySource(directory: string, files: Pick<Files, 'read'>): BlobSource {
  return ({ sha256, length }, offset) =>
    files.read(join(directory, blobPath(sha256)), { start: offset, end: length - 1 });
}

/** Fetches again what editions in the store have lost; answers the first "no". */
export async function takeDamaged(store: ContentStore, source: BlobSource): Promise<Done> {
  for (const blob of store.damaged()) {
    const took = await takeBlob(store, source, blob);
    if (!took.ok) return took;
  }
  return DONE;
}
