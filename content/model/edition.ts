import { z } from 'zod';
import { MAX_BLOB_BYTES, MAX_MANIFEST_BYTES } from './limits.ts';
import { type DocumentId, editionPath, type Language, language, sha256 } from './names.ts';

/** Version of the manifest format. */
export const MANIFEST_SCHEMA = 1;

/** The file of an edition that holds its {@link import('./guide.ts').Guide}. */
export const GUIDE_PATH = 'guide.json';

/** One file of an edition; its bytes lie in `blobs/aa/<sha256>` where `aa` are the digest's first two digits. */
export const manifestFile = z.strictObject({
  path: editionPath,
  sha256,
  /** In bytes. */
  length: z.int().nonnegative().max(MAX_BLOB_BYTES),
  /** Media type, for instance `application/json` or `image/svg+xml`. */
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
});
export type ManifestFile = Readonly<z.infer<typeof manifestFile>>;

/** All files of one edition, sorted by path. */
export const manifest = z.strictObject({
  schema: z.literal(MANIFEST_SCHEMA),
  /** Number of the edition; a later one is higher. */
  seq: z.int().positive(),
  languages: z.array(language).min(1),
  files: z.array(manifestFile),
});
export type Manifest = Readonly<z.infer<typeof manifest>>;

/** Points at the manifest of an edition: `edition.json` beside `blobs/`, later `editions/<seq>.json` in the store. */
export const editionPointer = z.strictObject({
  schema: z.literal(MANIFEST_SCHEMA),
  seq: z.int().positive(),
  manifest: z.strictObject({ sha256, length: z.int().positive().max(MAX_MANIFEST_BYTES) }),
});
export type EditionPointer = Readonly<z.infer<typeof editionPointer>>;

/** Where a document of one language lies in an edition: `documents/employment/first-interview.fr.json`. */
export function documentPath(id: DocumentId, inLanguage: Language): string {
  return `documents/${id}.${inLanguage}.json`;
}

/** True for the paths made by {@link documentPath}. */
export function isDocumentPath(path: string): boolean {
  return /^documents\/.+\.[a-z]{2}\.json$/.test(path);
}

/** Where the bytes of a digest lie, in a factory edition, in the store and on a central server: `blobs/aa/<sha256>`. */
export function blobPath(digest: string): string {
  return `blobs/${digest.slice(0, 2)}/${digest}`;
}
