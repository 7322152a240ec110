import { createHash } from 'node:crypto';
import { guideDocument } from '../../model/document.ts';
import {
  blobPath,
  documentPath,
  type EditionPointer,
  editionPointer,
  GUIDE_PATH,
  MANIFEST_SCHEMA,
  type Manifest,
  type ManifestFile,
  manifest,
} from '../../model/edition.ts';
import { type Guide, guide } from '../../model/guide.ts';
import { byCodeUnits } from '../problem.ts';
import type { KeptDocument } from './compile-guide.ts';
import type { MediaFile } from './media.ts';
import type { DocumentSide } from './read-document.ts';
import { readingMinutes } from './reading-time.ts';
import { toDocument } from './to-document.ts';

/** One edition in memory, ready to be written. */
export type Edition = {
  readonly pointer: EditionPointer;
  readonly manifest: Manifest;
  /** Bytes of `edition.json`. */
  readonly pointerBytes: Uint8Array;
  /** All other bytes, by their path in the output; each path once. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
};

/** What goes into an edition; everything in it was checked. */
export type EditionParts = {
  readonly seq: number;
  readonly guide: Guide;
  /** All languages of each document, by id. */
  readonly documents: ReadonlyMap<string, readonly DocumentSide[]>;
  /** Documents whose files are known already. */
  readonly kept?: readonly KeptDocument[];
  readonly mediaFiles: readonly MediaFile[];
};

/** Puts an edition together. The same parts give the same bytes, always and everywhere. */
export function assemble(parts: EditionParts): Edition {
  const blobs = new Map<string, Uint8Array>();
  const files: ManifestFile[] = [];
  const add = (bytes: Uint8Array): { sha256: string; length: number } => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    blobs.set(blobPath(sha256), bytes);
    return { sha256, length: bytes.length };
  };
  const addFile = (path: string, bytes: Uint8Array, type: string): void => {
    files.push({ path, ...add(bytes), type });
  };

  addFile(GUIDE_PATH, toJson(guide.parse(parts.guide)), 'application/json');
  for (const sides of parts.documents.values()) {
    const minutes = minutesOf(sides);
    for (const side of sides) {
      const document = guideDocument.parse(toDocument(side, minutes));
      addFile(
        documentPath(document.header.id, document.header.language),
        toJson(document),
        'application/json',
      );
    }
  }
  for (const { path, sha256, bytes } of parts.kept?.flatMap((document) => document.files) ?? []) {
    blobs.set(blobPath(sha256), bytes);
    files.push({ path, sha256, length: bytes.length, type: 'application/json' });
  }
  for (const { path, bytes, type } of parts.mediaFiles) addFile(path, bytes, type);

  const list = manifest.parse({
    schema: MANIFEST_SCHEMA,
    seq: parts.seq,
    languages: parts.guide.languages,
    files: files.sort((a, b) => byCodeUnits(a.path, b.path)),
  } satisfies Manifest);
  const pointer = editionPointer.parse({
    schema: MANIFEST_SCHEMA,
    seq: parts.seq,
    manifest: add(toJson(list)),
  } satisfies EditionPointer);
  return { pointer, manifest: list, pointerBytes: toJson(pointer), blobs };
}

/** The same time in every language: that of the language that takes longest. */
function minutesOf(sides: readonly DocumentSide[]): number {
  return Math.max(
    ...sides.map(({ front, body }) => {
      if (front?.kind === 'checklist') return front.minutes;
      return body === undefined || body.kind === 'checklist' ? 1 : readingMinutes(body.body);
    }),
  );
}

/** JSON without any space, its keys in the order they were built. */
function toJson(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), 'utf8');
}
