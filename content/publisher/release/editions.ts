import { blobPath, type Manifest, manifest } from '../../model/edition.ts';
import { MAX_BLOB_BYTES, MAX_MANIFEST_BYTES } from '../../model/limits.ts';
import type { Sha256 } from '../../model/names.ts';
import { type BuiltEdition, jsonOf } from '../diff/read-edition.ts';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import type { Edition } from '../steps/assemble.ts';
import { digestOf, readTreeFile } from '../tree/files.ts';

/** Names a manifest by its bytes; length in bytes. */
export type ManifestName = { readonly sha256: Sha256; readonly length: number };

/** An edition in a tree, with its manifest. */
export type PublishedEdition = BuiltEdition & {
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
};

/** The edition whose manifest is named so; refuses when it is not whole. Its files are read, and checked, only when asked for. */
export async function editionInTree(folder: string, name: ManifestName): Promise<PublishedEdition> {
  const found = await findEdition(folder, name);
  return found ?? refuse(blobPath(name.sha256), say.blobDamaged);
}

/** {@link editionInTree}, or undefined when its manifest is no longer there or not whole. */
export async function findEdition(folder: string, name: ManifestName): Promise<PublishedEdition | undefined> {
  const manifestBytes = await readBlob(folder, name, MAX_MANIFEST_BYTES);
  const list = manifestBytes && manifest.safeParse(jsonOf(manifestBytes)).data;
  if (list === undefined || manifestBytes === undefined) return undefined;
  return {
    seq: list.seq,
    pointer: name,
    files: new Map(list.files.map((file) => [file.path, file])),
    read: async (file) =>
      (await readBlob(folder, file, MAX_BLOB_BYTES)) ?? refuse(blobPath(file.sha256), say.blobDamaged),
    manifest: list,
    manifestBytes,
  };
}

/** The bytes of a blob when it is there and whole. */
export async function readBlob(
  folder: string,
  { sha256, length }: ManifestName,
  most: number,
): Promise<Uint8Array | undefined> {
  const bytes = await readTreeFile(folder, blobPath(sha256), Math.min(length, most));
  return bytes?.length === length && digestOf(bytes) === sha256 ? bytes : undefined;
}

/** An edition that was built just now. */
export function editionInMemory({ pointer, manifest: { seq, files }, blobs }: Edition): BuiltEdition {
  return {
    seq,
    pointer: pointer.manifest,
    files: new Map(files.map((file) => [file.path, file])),
    read: async ({ sha256 }) => blobs.get(blobPath(sha256)) ?? new Uint8Array(),
  };
}

/** The same files under another number: what an undo publishes. */
export function renumbered(
  list: Manifest,
  seq: number,
): { readonly manifest: Manifest; readonly bytes: Uint8Array; readonly name: ManifestName } {
  const next: Manifest = { ...list, seq };
  const bytes = Buffer.from(JSON.stringify(next), 'utf8');
  return { manifest: next, bytes, name: { sha256: digestOf(bytes), length: bytes.length } };
}

/** True when a visitor would see the same: the same files, whatever the number. */
export function sameFiles(one: Manifest, other: Manifest): boolean {
  const key = ({ languages, files }: Manifest): string => JSON.stringify([languages, files]);
  return key(one) === key(other);
}
