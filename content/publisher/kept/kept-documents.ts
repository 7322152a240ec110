import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { blobPath, documentPath } from '../../model/edition.ts';
import type { Edition } from '../steps/assemble.ts';
import { groupById } from '../steps/check-names.ts';
import type { FindKept, Texts } from '../steps/compile-guide.ts';
import { type DocumentSide, readDocument } from '../steps/read-document.ts';
import { warningsAround } from '../steps/reading/around.ts';
import { explainedIn, readingWarnings, titleKeys, warningsOf } from '../steps/reading/warnings.ts';
import type { DocumentFile } from '../steps/sort-files.ts';
import { type Dependencies, noting, type Surroundings, stillHolds } from './dependencies.ts';
import { type Entry, type Packed, readPack, writePack } from './pack.ts';
import { publisherVersion } from './version.ts';

/** What a build knows of the one before, and what it leaves for the next. */
export type Kept = {
  /** Reads a document, and notes what it depends on. */
  readonly read: typeof readDocument;
  readonly find: FindKept;
  /** How many warnings the whole guide has, those of documents that were not read included. */
  readonly countWarnings: (texts: Texts) => number;
  /** Keeps what this build has read, once it is whole and right; after {@link countWarnings}. */
  readonly save: (edition: Edition, texts: Texts) => Promise<void>;
};

/** Keeps nothing and knows nothing. */
export const nothingKept: Kept = {
  read: readDocument,
  find: () => new Map(),
  countWarnings: (texts) => readingWarnings(texts).length,
  save: async () => undefined,
};

/** What is kept of the guide in the folder `guide`, in a file of the folder `cache`. */
export async function openKept(cache: string, guide: string): Promise<Kept> {
  const version = publisherVersion();
  if (version === undefined) return nothingKept;
  const path = join(cache, 'documents', hashOf([guide]).slice(0, 16));
  const before = new Map((await readPack(path, version)).map((packed) => [packed.entry.id, packed]));

  const noted = new Map<string, () => Dependencies>();
  const keys = new Map<string, string>();
  const found = new Map<string, Packed>();
  const fresh = new Map<string, Pick<Entry, 'titles' | 'names' | 'warnings'>>();
  /** Reads the languages of a document that was found all the same. */
  let reread = (_id: string): readonly DocumentSide[] => [];

  return {
    read: (file, around) => {
      const notes = noting(around);
      noted.set(file.path, notes.noted);
      return readDocument(file, notes.around);
    },

    find: (files, around, languages) => {
      const groups = groupById(
        files.map((file) => ({ file })),
        languages,
      );
      for (const [id, sides] of groups) {
        const key = keyOf(sides, around, languages);
        keys.set(id, key);
        const known = before.get(id);
        if (known?.entry.key === key && stillHolds(known.entry.noted, around)) found.set(id, known);
      }
      reread = (id) => (groups.get(id) ?? []).map(({ file }) => readDocument(file, around));
      return new Map(
        [...found].map(([id, { entry, bytes }]) => {
          const files = entry.files.map((each, index) => ({
            ...each,
            bytes: bytes[index] ?? new Uint8Array(),
          }));
          return [id, { files, usedMedia: entry.usedMedia }];
        }),
      );
    },

    countWarnings: (texts) => {
      const { documents, languages } = texts;
      const names = [
        ...[...documents.values()].flatMap((sides) => explainedIn(sides, languages)),
        ...[...found.values()].flatMap(({ entry }) => entry.names),
      ];
      const named = new Set(names.sort());
      const namedKey = [...named].join(' ');
      const titles: string[] = [];
      let count = 0;
      for (const [id, sides] of documents) {
        const warnings = { named: namedKey, count: warningsOf(sides, languages, named).length };
        const own = { titles: titleKeys(sides, languages), names: explainedIn(sides, languages), warnings };
        fresh.set(id, own);
        titles.push(...own.titles);
        count += warnings.count;
      }
      for (const [id, { entry, bytes }] of found) {
        if (entry.warnings.named !== namedKey) {
          const warnings = { named: namedKey, count: warningsOf(reread(id), languages, named).length };
          found.set(id, { entry: { ...entry, warnings }, bytes });
        }
        titles.push(...entry.titles);
        count += found.get(id)?.entry.warnings.count ?? 0;
      }
      return count + titles.length - new Set(titles).size + warningsAround(texts).length;
    },

    save: async (edition, { documents }) => {
      const same =
        found.size === before.size && [...found].every(([id, packed]) => before.get(id) === packed);
      if (same && documents.size === 0) return;
      const files = new Map(edition.manifest.files.map((file) => [file.path, file]));
      const read = [...documents].flatMap(([id, sides]): Packed[] => {
        const own = fresh.get(id);
        const key = keys.get(id);
        const dependencies = sides.flatMap(({ file }) => noted.get(file.path)?.() ?? []);
        const made = sides.flatMap(({ file }) => files.get(documentPath(file.id, file.language)) ?? []);
        if (own === undefined || key === undefined || dependencies.length !== sides.length) return [];
        if (made.length !== sides.length || dependencies.some(({ everything }) => everything)) return [];
        const entry: Entry = {
          id,
          key,
          noted: merged(dependencies),
          usedMedia: [...new Set(sides.flatMap(({ usedMedia }) => [...usedMedia]))],
          ...own,
          files: made.map(({ path: at, sha256, length }) => ({ path: at, sha256, length })),
        };
        return [
          { entry, bytes: made.map(({ sha256 }) => edition.blobs.get(blobPath(sha256)) ?? new Uint8Array()) },
        ];
      });
      await writePack(path, version, [...found.values(), ...read]);
    },
  };
}

/** Everything a document is made of: its files with their names, and what counts for all documents alike. */
function keyOf(
  sides: readonly { readonly file: DocumentFile }[],
  { themes }: Surroundings,
  languages: readonly string[],
): string {
  return hashOf([languages, themes, sides.map(({ file }) => file)]);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function merged(all: readonly Dependencies[]): Entry['noted'] {
  const once = (values: readonly string[]): string[] => [...new Set(values)];
  return {
    ids: once(all.flatMap(({ ids }) => ids)),
    noIds: once(all.flatMap(({ noIds }) => noIds)),
    media: [...new Map(all.flatMap(({ media }) => media))],
    everything: false,
  };
}
