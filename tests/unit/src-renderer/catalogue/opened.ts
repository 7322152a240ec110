import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Seat } from '../../../../src-main/contract/visitor.ts';
import {
  type Catalogue,
  type CatalogueOptions,
  openCatalogue,
} from '../../../../src-renderer/catalogue/catalogue.ts';
import { CATALOGUE_NAME, CatalogueDatabase } from '../../../../src-renderer/catalogue/database.ts';
import type { StartTimer } from '../../../../src-renderer/catalogue/time-limit.ts';
import type { CatalogueEdition } from '../../../builders/catalogue-edition.ts';

/** Gives the page an empty IndexedDB of its own; `vi.unstubAllGlobals()` takes it away. */
export function freshIndexedDb(): IDBFactory {
  const factory = new IDBFactory();
  vi.stubGlobal('indexedDB', factory);
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  return factory;
}

/** A timer that rings at once for limits of these lengths (milliseconds), and never for others. */
export function ringsAtOnce(...lengths: readonly number[]): StartTimer {
  return (milliseconds, ring) => {
    if (lengths.includes(milliseconds)) ring();
    return () => {};
  };
}

/** A catalogue with the problems it reported, as `code detail`. */
export type Opened = { readonly catalogue: Catalogue; readonly problems: readonly string[] };

/** What a test may choose about opening. */
export type OpeningChoices = {
  readonly role?: Seat;
  readonly startTimer?: StartTimer;
  readonly now?: () => Date;
  readonly search?: NonNullable<CatalogueOptions['search']>;
};

/** Opens an edition as a page would; limits never ring unless the test says so. */
export async function open(edition: CatalogueEdition, choices: OpeningChoices = {}): Promise<Opened> {
  const problems: string[] = [];
  const catalogue = await openCatalogue({
    edition: edition.edition,
    fetchManifest: edition.fetchManifest,
    fetchFile: edition.fetchFile,
    role: 'understudy',
    report: (code, detail) => problems.push(`${code} ${detail}`),
    startTimer: ringsAtOnce(),
    ...choices,
  });
  return { catalogue, problems };
}

/** Works on the database behind the catalogue's back, as an earlier start or a fault would have. */
export async function inDatabase<Value>(
  work: (database: CatalogueDatabase) => PromiseLike<Value>,
): Promise<Value> {
  const database = new CatalogueDatabase(CATALOGUE_NAME);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The text of a page made by the builder. */
export async function textOf(catalogue: Catalogue, id: string, language: string): Promise<string> {
  return JSON.stringify(await catalogue.document(id, language));
}
