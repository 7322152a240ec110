import { createHash } from 'node:crypto';
import * as zlib from 'node:zlib';
import { patchPath } from '../../content/model/central-server.ts';
import type { EditionPointer } from '../../content/model/edition.ts';
import { MAX_PATCH_BYTES } from '../../content/model/limits.ts';
import type { Files } from '../platform/files.ts';
import type { ContentStore } from '../store/content-store.ts';
import { type BlobParts, fetchBlob } from './blob.ts';
import { given } from './faults.ts';
import { collect } from './fetching/transport.ts';

/** A manifest shorter than this is fetched whole, in bytes: asking for a patch that may not be there costs as much. */
const PATCH_FROM_BYTES = 8 * 1024;

/** What fetching a manifest needs. */
export type ManifestParts = BlobParts & {
  readonly store: Pick<ContentStore, 'receive' | 'active'>;
  readonly files: Pick<Files, 'read'>;
  readonly unpackPatch: UnpackPatch | null;
};

/** The later manifest from a patch and the earlier one, at most `atMost` bytes. Throws when the patch is not one. */
export type UnpackPatch = (patch: Uint8Array, earlier: Uint8Array, atMost: number) => Uint8Array;

/** Unpacks by zstd with a dictionary where this runtime has both (Node 24.6); null elsewhere, so that everything is fetched whole. */
export function zstdUnpacker(): UnpackPatch | null {
  if (!('zstdDecompressSync' in zlib) || !('zstdCompressSync' in zlib)) return null;
  const unpack: UnpackPatch = (patch, earlier, atMost) =>
    zlib.zstdDecompressSync(patch, { dictionary: Buffer.from(earlier), maxOutputLength: atMost });
  return knowsDictionaries(unpack) ? unpack : null;
}

/** Older runtimes take the option and ignore it. */
function knowsDictionaries(unpack: UnpackPatch): boolean {
  const dictionary = Buffer.from('the way from one manifest to a later one '.repeat(4));
  try {
    const patch = zlib.zstdCompressSync(dictionary, { dictionary });
    return Buffer.from(unpack(patch, dictionary, dictionary.byteLength)).equals(dictionary);
  } catch {
    return false;
  }
}

/** Brings the manifest a channel names into the store: by a patch to the one on show when there is one, else whole. */
export async function fetchManifest(parts: ManifestParts, { manifest }: EditionPointer): Promise<void> {
  if (manifest.length >= PATCH_FROM_BYTES && (await patched(parts, manifest))) return;
  await fetchBlob(parts, manifest);
}

/** A patch needs no trust: whatever it makes is taken only when its digest is the signed one. Any trouble means "whole". */
async function patched(
  { transport, store, files, unpackPatch, signal, onBytes }: ManifestParts,
  wanted: EditionPointer['manifest'],
): Promise<boolean> {
  const active = store.active();
  if (unpackPatch === null || active === null) return false;
  try {
    const answer = await transport.ask({
      path: patchPath(active.manifestSha256, wanted.sha256),
      atMost: Math.min(MAX_PATCH_BYTES, wanted.length),
      signal,
    });
    if (answer.kind === 'unchanged') return false;
    const patch = await collect(answer.body);
    const earlier = await collect(files.read(active.manifestFile.file));
    const later = unpackPatch(patch, earlier, wanted.length);
    if (createHash('sha256').update(later).digest('hex') !== wanted.sha256) return false;
    const receiving = given(await store.receive(wanted));
    const written = await receiving.write(later.subarray(receiving.offset));
    if (!written.ok) {
      await receiving.abandon();
      return false;
    }
    given(await receiving.commit());
    onBytes(wanted.length);
    return true;
  } catch {
    return false;
  }
}
