import Dexie, { type Table } from 'dexie';
import { z } from 'zod';
import { documentHeader, type GuideDocument } from '../../content/model/document.ts';
import { guide } from '../../content/model/guide.ts';
import { type Language, language, type Sha256, sha256 } from '../../content/model/names.ts';

/** Name of the IndexedDB database in a visitor's page. */
export const CATALOGUE_NAME = 'openfloor-catalogue';

/** One document under the SHA-256 of its file: editions that hold the same file share the row. */
export type DocumentRow = { readonly hash: Sha256; readonly json: GuideDocument };

/** What lists need of one document, and the SHA-256 under which its text lies. */
export const editionEntry = z.strictObject({ header: documentHeader, hash: sha256 });
export type EditionEntry = Readonly<z.infer<typeof editionEntry>>;

/**
 * One whole edition without its texts, as ONE row: its existence means that the edition was imported to the end.
 * Reading 10,000 headers this way takes about a fiftieth of reading 10,000 documents.
 */
export const editionRow = z.strictObject({
  /** SHA-256 of the manifest: the key. */
  manifest: sha256,
  seq: z.int().positive(),
  guide,
  entries: z.array(editionEntry).readonly(),
});
export type EditionRow = Readonly<z.infer<typeof editionRow>>;

/** The search index of one edition in one language, as bytes that only the search understands. */
export const indexRow = z.strictObject({
  /** See {@link indexKey}. */
  key: z.string(),
  manifest: sha256,
  seq: z.int().positive(),
  language,
  /** All that decides what becomes of a document in the index, besides its own file. */
  basis: z.string(),
  /** SHA-256 of the bytes. */
  sha256,
  bytes: z.instanceof(Uint8Array<ArrayBuffer>),
});
export type IndexRow = Readonly<z.infer<typeof indexRow>>;

/** Key of an edition's index of one language. */
export function indexKey(manifest: Sha256, inLanguage: Language): string {
  return `${manifest} ${inLanguage}`;
}

/**
 * The catalogue on this terminal: a copy of what the store on disk holds, never the truth.
 *
 * Upgrades. Because everything in here can be had again from the store in seconds, no version ever converts rows.
 * A new version states its tables; a table whose rows changed shape is cleared in `upgrade` and filled by the next
 * understudy. A database of a LATER version than this program knows (the program was taken back) is deleted and built
 * anew, which `openDatabase` asks for by refusing it.
 *
 * Version 1: `documents` and `editions`. Version 2: also `indexes`, the search index of each edition and language; it
 * begins empty and is filled by the next understudy.
 *
 * Durability. Rows of `documents` are written relaxed (the default of Chromium since 121: fast, and gone after a power
 * cut at worst). Any write that touches `editions` (an index is written together with a look at its edition) is strict: it returns when the disk has it, so that "imported" stays
 * true after a power cut. One connection does both, through Dexie's own layer for transactions: a second connection
 * would be one more thing that can hang, and one more to close before the database can be deleted.
 */
export class CatalogueDatabase extends Dexie {
  declare readonly documents: Table<DocumentRow, Sha256>;
  declare readonly editions: Table<EditionRow, Sha256>;
  declare readonly indexes: Table<IndexRow, string>;

  constructor(name: string) {
    // Read here and not when Dexie was loaded; a page without IndexedDB learns it as an error from open().
    const { indexedDB, IDBKeyRange } = globalThis;
    super(name, { indexedDB, IDBKeyRange, chromeTransactionDurability: 'relaxed', cache: 'disabled' });
    this.version(1).stores({ documents: 'hash', editions: 'manifest' });
    this.version(2).stores({ indexes: 'key' });
    this.use({
      stack: 'dbcore',
      name: 'strict-editions',
      create: (core) => ({
        ...core,
        transaction: (tables, mode, options) =>
          core.transaction(
            tables,
            mode,
            mode === 'readwrite' && tables.includes('editions')
              ? { ...options, durability: 'strict' }
              : options,
          ),
      }),
    });
  }
}

/** Opens the database, or throws; a database of another version than this program's is refused. */
export async function openDatabase(database: CatalogueDatabase): Promise<void> {
  await database.open();
  // Dexie opens a later version without a word; IndexedDB counts in tenths of Dexie's versions.
  const found = database.backendDB().version;
  if (found !== database.verno * 10) {
    database.close();
    throw new Error(`The catalogue has version ${found / 10}, this program knows ${database.verno}.`);
  }
}

/** Deletes the whole database, of whatever version; never ends while a frozen page holds it open. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = globalThis.indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
