import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  blobPath,
  documentPath,
  type EditionPointer,
  editionPointer,
  GUIDE_PATH,
  MANIFEST_SCHEMA,
  type Manifest,
  type ManifestFile,
  manifest as manifestSchema,
} from '../../content/model/edition.ts';
import { tinyGuideFiles } from './tiny-guide.ts';

/** A tiny edition on disk, laid out like the one shipped with the application. */
export type TinyEdition = {
  /** Holds `edition.json` and `blobs/`. */
  readonly directory: string;
  readonly pointer: EditionPointer;
  readonly manifest: Manifest;
  /** The file on disk that holds the manifest. */
  readonly manifestOnDisk: string;
  /** The file on disk that holds a path of the edition; throws for a path it does not have. */
  readonly onDisk: (path: string) => string;
};

/** How an edition differs from the usual one. */
export type TinyEditionOptions = {
  /** Default 1. */
  readonly seq?: number;
  /** Bytes by path, instead of or beside the usual files. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>;
  /** Changes the manifest before it is written and hashed; what comes out need not be valid. Bytes are written as they are. */
  readonly bendManifest?: (manifest: Manifest) => unknown;
  /** Changes the pointer before it is written; what comes out need not be valid. */
  readonly bendPointer?: (pointer: EditionPointer) => unknown;
};

/** Writes a guide in French and Dutch: two pages, a checklist and a picture, valid unless the options bend it. */
export async function writeTinyEdition(
  directory: string,
  { seq = 1, files = {}, bendManifest, bendPointer }: TinyEditionOptions = {},
): Promise<TinyEdition> {
  const contents = new Map<string, Uint8Array>();
  for (const [path, bytes] of Object.entries({ ...tinyGuideFiles(), ...files })) {
    contents.set(path, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  }
  const entries: ManifestFile[] = [];
  for (const [path, bytes] of [...contents].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const sha256 = await writeBlob(directory, bytes);
    entries.push({ path, sha256, length: bytes.byteLength, type: typeOf(path) });
  }
  const whole: Manifest = { schema: MANIFEST_SCHEMA, seq, languages: ['fr', 'nl'], files: entries };
  const written = bendManifest ? bendManifest(whole) : manifestSchema.parse(whole);
  const manifestBytes =
    written instanceof Uint8Array ? written : new TextEncoder().encode(JSON.stringify(written));
  const sha256 = await writeBlob(directory, manifestBytes);
  const pointer = editionPointer.parse({
    schema: MANIFEST_SCHEMA,
    seq,
    manifest: { sha256, length: manifestBytes.byteLength },
  });
  await writeFile(
    join(directory, 'edition.json'),
    JSON.stringify(bendPointer ? bendPointer(pointer) : pointer),
  );
  return {
    directory,
    pointer,
    manifest: whole,
    manifestOnDisk: join(directory, blobPath(sha256)),
    onDisk: (path) => {
      const entry = entries.find((candidate) => candidate.path === path);
      if (!entry)
        throw new Error(`The tiny edition has no ${path}. It has ${[...contents.keys()].join(', ')}.`);
      return join(directory, blobPath(entry.sha256));
    },
  };
}

/** Path of a document of the tiny edition that tests may rely on. */
export const TINY_DOCUMENT = documentPath('employment/first-interview', 'fr');

/** Path of its picture. */
export const TINY_PICTURE = 'media/bridge.svg';

/** Path of its guide. */
export const TINY_GUIDE = GUIDE_PATH;

async function writeBlob(directory: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = join(directory, blobPath(sha256));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return sha256;
}

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  avif: 'image/avif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  html: 'text/html',
};

function typeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
