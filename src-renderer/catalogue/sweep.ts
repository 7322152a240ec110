import type { Sha256 } from '../../content/model/names.ts';
import { CATALOGUE_NAME, CatalogueDatabase, editionRow, openDatabase } from './database.ts';
import { STEP_LIMIT_MS } from './import-edition.ts';
import { OPEN_LIMIT_MS } from './load-edition.ts';
import { pageTimer, type StartTimer, timeLimit } from './time-limit.ts';

/** What to keep of the catalogue. */
export type SweepOptions = {
  /** SHA-256 of the manifests to keep: at least the understudy's own. */
  readonly keep: readonly Sha256[];
  /** How many of the newest other editions stay as well; 1 spares the edition that is probably on show. Default 1. */
  readonly keepNewest?: number;
  readonly databaseName?: string;
  readonly startTimer?: StartTimer;
};

/** How many rows went. */
export type Swept = { readonly editions: number; readonly documents: number; readonly indexes: number };

/**
 * Removes editions that are not kept with their search indexes, and documents no kept edition holds, in one transaction. For an understudy that
 * is ready, never for a page in front of a visitor. Rejects when the database does not answer; then nothing is lost but
 * space, and the next understudy sweeps again.
 */
export async function sweepCatalogue(options: SweepOptions): Promise<Swept> {
  const { keep, keepNewest = 1, databaseName = CATALOGUE_NAME, startTimer = pageTimer } = options;
  const limit = timeLimit(startTimer);
  const database = new CatalogueDatabase(databaseName);
  const { editions, documents, indexes } = database;
  try {
    await limit(OPEN_LIMIT_MS, () => openDatabase(database));
    return await limit(STEP_LIMIT_MS, () =>
      database.transaction('rw', editions, documents, indexes, async () => {
        // Damaged rows are not among the readable ones, and so they go.
        const readable = (await editions.toArray()).flatMap((row) => editionRow.safeParse(row).data ?? []);
        const others = readable.filter((row) => !keep.includes(row.manifest)).sort((a, b) => b.seq - a.seq);
        const stays = [
          ...readable.filter((row) => keep.includes(row.manifest)),
          ...others.slice(0, keepNewest),
        ];
        const keptEditions = new Set(stays.map((row) => row.manifest));
        const keptDocuments = new Set(stays.flatMap((row) => row.entries.map((entry) => entry.hash)));
        const oldEditions = (await editions.toCollection().primaryKeys()).filter(
          (key) => !keptEditions.has(key),
        );
        const oldDocuments = (await documents.toCollection().primaryKeys()).filter(
          (key) => !keptDocuments.has(key),
        );
        // The keys say enough: the rows are large.
        const oldIndexes = (await indexes.toCollection().primaryKeys()).filter(
          (key) => !keptEditions.has(key.split(' ')[0] ?? ''),
        );
        await editions.bulkDelete(oldEditions);
        await documents.bulkDelete(oldDocuments);
        await indexes.bulkDelete(oldIndexes);
        return {
          editions: oldEditions.length,
          documents: oldDocuments.length,
          indexes: oldIndexes.length,
        };
      }),
    );
  } finally {
    database.close();
  }
}
