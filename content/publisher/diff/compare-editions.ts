import type { z } from 'zod';
import { type GuideDocument, guideDocument } from '../../model/document.ts';
import { GUIDE_PATH, isDocumentPath } from '../../model/edition.ts';
import { type Guide, guide } from '../../model/guide.ts';
import { byCodeUnits } from '../problem.ts';
import { comparePieces, type PartChange } from './compare-pieces.ts';
import { guidePieces, piecesOf } from './pieces.ts';
import { type BuiltEdition, jsonOf } from './read-edition.ts';

/** A document by what people know of it. */
export type DocumentName = { readonly id: string; readonly language: string; readonly title: string };

/** A document with what became of its parts; none when only its technical form differs. */
export type DocumentChange = DocumentName & { readonly parts: readonly PartChange[] };

/** A media file; lengths in bytes. */
export type MediaChange = { readonly path: string; readonly before?: number; readonly after?: number };

/** Everything that is different between two editions. */
export type EditionDiff = {
  readonly from: { readonly seq: number };
  readonly to: { readonly seq: number };
  /** The centre, its themes and the rest of `guide.yaml`. */
  readonly guide: readonly PartChange[];
  readonly documents: {
    readonly added: readonly DocumentName[];
    readonly changed: readonly DocumentChange[];
    readonly removed: readonly DocumentName[];
  };
  readonly media: {
    readonly added: readonly MediaChange[];
    readonly changed: readonly MediaChange[];
    readonly removed: readonly MediaChange[];
  };
  readonly bytes: {
    /** What a terminal that has the first edition must still fetch for the second. */
    readonly fetch: number;
    /** All of the second edition. */
    readonly total: number;
  };
};

/** A file of an edition has a form that this program does not know, for instance that of a later version. */
export class UnknownForm extends Error {
  readonly path: string;
  readonly edition: BuiltEdition;

  constructor(path: string, edition: BuiltEdition) {
    super(`${path} of edition ${edition.seq} has an unknown form`);
    this.path = path;
    this.edition = edition;
  }
}

/** Compares two editions; throws {@link UnknownForm}. */
export async function compareEditions(from: BuiltEdition, to: BuiltEdition): Promise<EditionDiff> {
  const { added, changed, removed } = sortPaths(from, to);
  const names = async (edition: BuiltEdition, paths: readonly string[]): Promise<DocumentName[]> => {
    const list: DocumentName[] = [];
    for (const path of paths.filter(isDocumentPath)) list.push(nameOf(await documentAt(edition, path)));
    return list;
  };
  const documents: DocumentChange[] = [];
  for (const path of changed.filter(isDocumentPath)) {
    const after = await documentAt(to, path);
    const parts = comparePieces(piecesOf(await documentAt(from, path)), piecesOf(after));
    documents.push({ ...nameOf(after), parts });
  }
  const guideChanges = changed.includes(GUIDE_PATH)
    ? comparePieces(guidePieces(await guideOf(from)), guidePieces(await guideOf(to)))
    : [];
  const media = (paths: readonly string[]): MediaChange[] =>
    paths
      .filter((path) => path.startsWith('media/'))
      .map((path) => {
        const [before, after] = [from.files.get(path)?.length, to.files.get(path)?.length];
        return {
          path,
          ...(before === undefined ? {} : { before }),
          ...(after === undefined ? {} : { after }),
        };
      });
  return {
    from: { seq: from.seq },
    to: { seq: to.seq },
    guide: guideChanges,
    documents: { added: await names(to, added), changed: documents, removed: await names(from, removed) },
    media: { added: media(added), changed: media(changed), removed: media(removed) },
    bytes: bytesOf(from, to),
  };
}

function sortPaths(from: BuiltEdition, to: BuiltEdition) {
  const paths = [...new Set([...from.files.keys(), ...to.files.keys()])].sort(byCodeUnits);
  return {
    added: paths.filter((path) => !from.files.has(path)),
    removed: paths.filter((path) => !to.files.has(path)),
    changed: paths.filter((path) => {
      const [before, after] = [from.files.get(path), to.files.get(path)];
      return before !== undefined && after !== undefined && before.sha256 !== after.sha256;
    }),
  };
}

/** Each digest once: the same bytes under two names are fetched once. */
function bytesOf(from: BuiltEdition, to: BuiltEdition): EditionDiff['bytes'] {
  const blobs = (edition: BuiltEdition): Map<string, number> =>
    new Map([edition.pointer, ...edition.files.values()].map(({ sha256, length }) => [sha256, length]));
  const present = blobs(from);
  let fetch = 0;
  let total = 0;
  for (const [sha256, length] of blobs(to)) {
    total += length;
    if (!present.has(sha256)) fetch += length;
  }
  return { fetch, total };
}

function nameOf({ header: { id, language, title } }: GuideDocument): DocumentName {
  return { id, language, title };
}

async function documentAt(edition: BuiltEdition, path: string): Promise<GuideDocument> {
  return parsed(edition, path, guideDocument);
}

async function guideOf(edition: BuiltEdition): Promise<Guide> {
  return parsed(edition, GUIDE_PATH, guide);
}

async function parsed<T>(edition: BuiltEdition, path: string, schema: z.ZodType<T>): Promise<T> {
  const file = edition.files.get(path);
  const result = file && schema.safeParse(jsonOf(await edition.read(file)));
  if (result?.success !== true) throw new UnknownForm(path, edition);
  return result.data;
}
