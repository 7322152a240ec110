import { type DocumentHeader, guideDocument } from '../../content/model/document.ts';
import { documentPath } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';
import {
  type CatalogueDatabase,
  type DocumentRow,
  type EditionEntry,
  type EditionRow,
  editionRow,
} from './database.ts';
import type { EditionName, EditionReader, FileName } from './edition-reader.ts';
import { FileUnreadable } from './errors.ts';
import { inParallel } from './in-parallel.ts';
import type { TimeLimit } from './time-limit.ts';

/** Documents fetched at the same time. */
export const FETCHES_AT_ONCE = 8;

/** Documents written in one transaction: this size keeps every task of the page under 50 ms. */
const CHUNK = 500;

/** Longest wait for one step of the database other than opening it, in milliseconds. */
export const STEP_LIMIT_MS = 10_000;

/** An edition ready to be shown, and those of its documents that could not be had. */
export type ImportedEdition = { readonly row: EditionRow; readonly unreadable: readonly FileUnreadable[] };

/**
 * The edition as an earlier import left it; null when it was never imported to the end or when documents have gone
 * since. Throws when the row is not readable: then nothing in this database deserves trust.
 */
export async function importedEdition(
  database: CatalogueDatabase,
  edition: EditionName,
  limit: TimeLimit,
): Promise<EditionRow | null> {
  const found: unknown = await limit(STEP_LIMIT_MS, () => database.editions.get(edition.manifest));
  if (found === undefined) return null;
  const row = editionRow.safeParse(found);
  if (!row.success) throw new Error(`The catalogue's row of edition ${edition.seq} is damaged.`);
  const stored = await storedHashes(database, limit);
  return row.data.entries.every((entry) => stored.has(entry.hash)) ? row.data : null;
}

/**
 * Brings an edition into the database: fetches only the documents it does not hold, then commits the edition's row.
 * Before that commit the edition does not exist; an import cut short leaves documents behind that the next one finds.
 * With unreadable documents nothing is committed either, so that the next import tries them again.
 */
export async function importEdition(
  database: CatalogueDatabase,
  reader: EditionReader,
  limit: TimeLimit,
): Promise<ImportedEdition> {
  const content = await reader.content();
  const headers = await storedHeaders(database, content.documents, limit);
  const unreadable: FileUnreadable[] = [];

  const missing = content.documents.filter((file) => !headers.has(file.sha256));
  for (let start = 0; start < missing.length; start += CHUNK) {
    const rows: DocumentRow[] = [];
    await inParallel(missing.slice(start, start + CHUNK), FETCHES_AT_ONCE, async (file) => {
      try {
        const json = await reader.document(file);
        headers.set(file.sha256, json.header);
        rows.push({ hash: file.sha256, json });
      } catch (error) {
        if (!(error instanceof FileUnreadable)) throw error;
        unreadable.push(error);
      }
    });
    await limit(STEP_LIMIT_MS, () => database.documents.bulkPut(rows));
  }

  const row: EditionRow = {
    ...reader.edition,
    guide: content.guide,
    entries: content.documents.flatMap((file) => entryOf(file, headers.get(file.sha256), unreadable)),
  };
  if (unreadable.length === 0) await limit(STEP_LIMIT_MS, () => commit(database, row));
  return { row, unreadable };
}

/** Headers of the wanted documents that the database holds: from any edition's row, else from the document itself. */
async function storedHeaders(
  database: CatalogueDatabase,
  wanted: readonly FileName[],
  limit: TimeLimit,
): Promise<Map<Sha256, DocumentHeader>> {
  const stored = await storedHashes(database, limit);
  const known = new Map<Sha256, DocumentHeader>();
  // Rows of other editions are only a short cut: a damaged one is passed over here and swept later.
  for (const row of await limit(STEP_LIMIT_MS, () => database.editions.toArray())) {
    for (const entry of editionRow.safeParse(row).data?.entries ?? []) known.set(entry.hash, entry.header);
  }

  const headers = new Map<Sha256, DocumentHeader>();
  const unknown: Sha256[] = [];
  for (const { sha256 } of wanted) {
    const header = known.get(sha256);
    if (!stored.has(sha256)) continue;
    if (header) headers.set(sha256, header);
    else unknown.push(sha256);
  }
  for (let start = 0; start < unknown.length; start += CHUNK) {
    const rows = await limit(STEP_LIMIT_MS, () =>
      database.documents.bulkGet(unknown.slice(start, start + CHUNK)),
    );
    for (const row of rows) {
      const header = guideDocument.safeParse(row?.json).data?.header;
      if (row && header) headers.set(row.hash, header);
    }
  }
  return headers;
}

function entryOf(
  file: FileName,
  header: DocumentHeader | undefined,
  unreadable: FileUnreadable[],
): readonly EditionEntry[] {
  if (!header) return [];
  const path = documentPath(header.id, header.language);
  if (path === file.path) return [{ header, hash: file.sha256 }];
  unreadable.push(new FileUnreadable(file.path, `its text calls itself ${path}`));
  return [];
}

/** The one strict write: counts the documents once more in the same transaction, then makes the edition exist. */
function commit(database: CatalogueDatabase, row: EditionRow): PromiseLike<void> {
  return database.transaction('rw', database.editions, database.documents, async () => {
    const stored = new Set(await database.documents.toCollection().primaryKeys());
    if (!row.entries.every((entry) => stored.has(entry.hash))) {
      throw new Error(`Documents of edition ${row.seq} vanished during its import.`);
    }
    await database.editions.put(row);
  });
}

async function storedHashes(database: CatalogueDatabase, limit: TimeLimit): Promise<ReadonlySet<Sha256>> {
  return new Set(await limit(STEP_LIMIT_MS, () => database.documents.toCollection().primaryKeys()));
}
