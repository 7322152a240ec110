import type { Language, Sha256 } from '../../../content/model/names.ts';
import { type CatalogueDatabase, type IndexRow, indexKey, indexRow } from '../database.ts';
import { STEP_LIMIT_MS } from '../import-edition.ts';
import type { TimeLimit } from '../time-limit.ts';

/**
 * Raised whenever the same documents give another index (analysis, fields, form of what is kept): an index of another
 * version is made anew.
 */
export const INDEX_VERSION = 1;

/** Kept indexes of a language that can be built upon: this edition's own first, then the newest. Never throws for one bad row. */
export async function keptIndexes(
  database: CatalogueDatabase,
  {
    manifest,
    language,
    basis,
  }: { readonly manifest: Sha256; readonly language: Language; readonly basis: string },
  limit: TimeLimit,
): Promise<readonly IndexRow[]> {
  const keys = await limit(STEP_LIMIT_MS, () => database.indexes.toCollection().primaryKeys());
  const own = indexKey(manifest, language);
  const wanted = keys.filter((key) => key === own || key.endsWith(` ${language}`));
  const rows = await limit(STEP_LIMIT_MS, () => database.indexes.bulkGet(wanted));
  return rows
    .flatMap((row) => indexRow.safeParse(row).data ?? [])
    .filter((row) => row.language === language && row.basis === basis)
    .sort((a, b) => Number(b.key === own) - Number(a.key === own) || b.seq - a.seq);
}

/**
 * Keeps an index, in one strict write together with a look whether its edition is still there: an index never outlives
 * its edition.
 */
export async function keepIndex(database: CatalogueDatabase, row: IndexRow, limit: TimeLimit): Promise<void> {
  await limit(STEP_LIMIT_MS, () =>
    database.transaction('rw', database.editions, database.indexes, async () => {
      if ((await database.editions.get(row.manifest)) === undefined) return;
      await database.indexes.put(row);
    }),
  );
}
