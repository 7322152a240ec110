import type { Sha256 } from '../../content/model/names.ts';
import { CatalogueDatabase, deleteDatabase, type EditionEntry, openDatabase } from './database.ts';
import type { EditionReader } from './edition-reader.ts';
import { EditionUnreadable, FileUnreadable, inOneLine } from './errors.ts';
import { FETCHES_AT_ONCE, type ImportedEdition, importEdition, importedEdition } from './import-edition.ts';
import { inParallel } from './in-parallel.ts';
import type { ReportProblem } from './report.ts';
import type { TimeLimit } from './time-limit.ts';

/** Longest wait for the database to open or to be deleted, in milliseconds. */
export const OPEN_LIMIT_MS = 5_000;

/** What loading from the database needs. */
export type LoadNeeds = {
  readonly databaseName: string;
  readonly reader: EditionReader;
  readonly limit: TimeLimit;
  readonly report: ReportProblem;
};

/** An edition together with the open database its documents lie in. */
export type StoredEdition = ImportedEdition & { readonly database: CatalogueDatabase };

/**
 * The edition out of the database, imported first where needed. Whatever IndexedDB does wrong, the database is deleted
 * and built anew once; null when that does not help either. Throws `EditionUnreadable` when the fault is the edition's.
 */
export async function editionFromDatabase(needs: LoadNeeds): Promise<StoredEdition | null> {
  const { databaseName, limit, report } = needs;
  const first = await attempt(needs);
  if (!('failed' in first)) return first;
  let why = first.failed;
  try {
    await limit(OPEN_LIMIT_MS, () => deleteDatabase(databaseName));
    const second = await attempt(needs);
    if (!('failed' in second)) {
      report('catalogue-rebuilt', inOneLine(why));
      return second;
    }
    why = second.failed;
  } catch (error) {
    if (error instanceof EditionUnreadable) throw error;
    // A database that cannot be deleted would make the next opening wait behind that deletion.
    why = error;
  }
  report('catalogue-in-memory', inOneLine(why));
  return null;
}

/** The edition without a database: every header in memory, every text fetched when it is opened. */
export async function editionFromMemory(reader: EditionReader): Promise<ImportedEdition> {
  const content = await reader.content();
  const entries = new Map<Sha256, EditionEntry>();
  const unreadable: FileUnreadable[] = [];
  await inParallel(content.documents, FETCHES_AT_ONCE, async (file) => {
    try {
      entries.set(file.sha256, { header: await reader.header(file), hash: file.sha256 });
    } catch (error) {
      if (!(error instanceof FileUnreadable)) throw error;
      unreadable.push(error);
    }
  });
  return { row: { ...reader.edition, guide: content.guide, entries: [...entries.values()] }, unreadable };
}

async function attempt({
  databaseName,
  reader,
  limit,
}: LoadNeeds): Promise<StoredEdition | { failed: unknown }> {
  let database: CatalogueDatabase | undefined;
  try {
    const opened = new CatalogueDatabase(databaseName);
    database = opened;
    await limit(OPEN_LIMIT_MS, () => openDatabase(opened));
    const row = await importedEdition(opened, reader.edition, limit);
    if (row) return { row, unreadable: [], database: opened };
    return { ...(await importEdition(opened, reader, limit)), database: opened };
  } catch (failed) {
    database?.close();
    if (failed instanceof EditionUnreadable) throw failed;
    return { failed };
  }
}
