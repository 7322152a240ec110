import { type GuideDocument, guideDocument } from '../../../content/model/document.ts';
import { documentPath } from '../../../content/model/edition.ts';
import type { CatalogueDatabase, EditionEntry } from '../database.ts';
import type { EditionReader } from '../edition-reader.ts';
import { FETCHES_AT_ONCE, STEP_LIMIT_MS } from '../import-edition.ts';
import { inParallel } from '../in-parallel.ts';
import type { TimeLimit } from '../time-limit.ts';

/** What reading texts for the index needs. */
export type TextNeeds = {
  readonly database: CatalogueDatabase | null;
  readonly reader: EditionReader;
  readonly limit: TimeLimit;
};

/**
 * The texts of some documents, in their order: from the database, else from the store, else null. Nobody waits for
 * them, so nothing is reported: a document that cannot be had says so to whoever opens it.
 */
export async function readTexts(
  entries: readonly EditionEntry[],
  { database, reader, limit }: TextNeeds,
): Promise<readonly (GuideDocument | null)[]> {
  const rows = await rowsOf(entries, database, limit);
  const texts = entries.map(({ header }, index) => {
    const text = guideDocument.safeParse(rows[index]).data;
    return text?.header.id === header.id && text.header.language === header.language ? text : null;
  });
  const missing = entries.flatMap((entry, index) => (texts[index] ? [] : [{ entry, index }]));
  await inParallel(missing, FETCHES_AT_ONCE, async ({ entry, index }) => {
    const { id, language } = entry.header;
    const file = { path: documentPath(id, language), sha256: entry.hash };
    texts[index] = await limit(STEP_LIMIT_MS, () => reader.document(file)).catch(() => null);
  });
  return texts;
}

async function rowsOf(
  entries: readonly EditionEntry[],
  database: CatalogueDatabase | null,
  limit: TimeLimit,
): Promise<readonly unknown[]> {
  if (!database) return [];
  const hashes = entries.map(({ hash }) => hash);
  try {
    return (await limit(STEP_LIMIT_MS, () => database.documents.bulkGet(hashes))).map((row) => row?.json);
  } catch {
    return [];
  }
}
