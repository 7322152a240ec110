import { IDBDatabase, IDBObjectStore, IDBOpenDBRequest } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogueEdition, SMALL_GUIDE } from '../../../builders/catalogue-edition.ts';
import { freshIndexedDb, inDatabase, open, textOf } from './opened.ts';

beforeEach(() => {
  freshIndexedDb();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const CHANGED = [{ id: 'employment/first-interview', order: 20, text: 'new words' }, ...SMALL_GUIDE.slice(1)];

test('the first opening fetches the whole edition and shows it in both languages', async () => {
  const edition = catalogueEdition({ seq: 7 });
  const { catalogue, problems } = await open(edition);

  expect(catalogue).toMatchObject({ source: 'catalogue', seq: 7, languages: ['fr', 'nl'] });
  expect(edition.fetchedDocuments()).toHaveLength(6);
  expect(await textOf(catalogue, 'employment/cover-letter', 'nl')).toContain('employment/cover-letter (nl)');
  expect(catalogue.mediaUrl('media/bridge.svg')).toBe('/edition/7/files/media/bridge.svg');
  expect(problems).toEqual([]);
});

test('the second opening fetches nothing at all, and pages open without the store', async () => {
  const edition = catalogueEdition();
  await open(edition);
  edition.fetched.length = 0;
  edition.files.clear();

  const { catalogue } = await open(edition);
  expect(catalogue.header('education/evening-classes', 'fr')?.title).toBe('education/evening-classes (fr)');
  expect(await textOf(catalogue, 'education/evening-classes', 'fr')).toContain('evening-classes (fr)');
  expect(edition.fetched).toEqual([]);
});

test('an edition with one changed page fetches that page only, and the old edition stays readable beside it', async () => {
  const old = catalogueEdition({ seq: 1 });
  const fresh = catalogueEdition({ seq: 2, pages: CHANGED });
  const before = await open(old);
  const reads = vi.spyOn(IDBObjectStore.prototype, 'get');
  const after = await open(fresh);
  // The headers of unchanged documents come from the old edition's row, not out of every document.
  expect(reads.mock.contexts.map((table) => (table as IDBObjectStore).name)).toEqual(['editions']);

  expect(fresh.fetchedDocuments()).toEqual([
    'documents/employment/first-interview.fr.json',
    'documents/employment/first-interview.nl.json',
  ]);
  expect(await inDatabase((database) => database.documents.count())).toBe(8);
  expect(await textOf(after.catalogue, 'employment/first-interview', 'fr')).toContain('new words (fr)');
  expect(await textOf(before.catalogue, 'employment/first-interview', 'fr')).not.toContain('new words');
  expect(after.catalogue.headers('nl', '2026-06-01')).toHaveLength(3);
  expect([...before.problems, ...after.problems]).toEqual([]);
});

test('a power cut between the documents and the commit loses no document, and the edition does not exist yet', async () => {
  const edition = catalogueEdition();
  const { put } = IDBObjectStore.prototype;
  // The page stops for ever where it would write the edition's row, as if its process had ended.
  await new Promise<void>((reached) => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (this.name !== 'editions') return put.apply(this, row);
      reached();
      return new IDBOpenDBRequest() as never;
    });
    void open(edition);
  });
  vi.restoreAllMocks();

  expect(await inDatabase((database) => database.editions.count())).toBe(0);
  expect(await inDatabase((database) => database.documents.count())).toBe(6);
  edition.fetched.length = 0;
  const { catalogue, problems } = await open(edition);
  expect(edition.fetched).toEqual(['manifest.json', 'guide.json']);
  expect(catalogue.headers('fr', '2026-06-01')).toHaveLength(3);
  expect(await inDatabase((database) => database.editions.count())).toBe(1);
  expect(problems).toEqual([]);
});

test('documents that vanished from an imported edition are fetched again, and no others', async () => {
  const edition = catalogueEdition();
  await open(edition);
  const path = 'documents/employment/cover-letter.nl.json';
  await inDatabase((database) => database.documents.delete(edition.digests.get(path) ?? ''));
  edition.fetched.length = 0;

  const { catalogue } = await open(edition);
  expect(edition.fetchedDocuments()).toEqual([path]);
  expect(await textOf(catalogue, 'employment/cover-letter', 'nl')).toContain('cover-letter (nl)');
});

test('the commit of an edition waits for the disk, the mass of documents does not', async () => {
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await open(catalogueEdition());
  const writes = transactions.mock.calls
    .filter(([, mode]) => mode === 'readwrite')
    .map(([tables, , options]) => [[...(tables as Iterable<string>)].sort().join(), options?.durability]);
  expect(writes).toEqual([
    ['documents', 'relaxed'],
    ['documents,editions', 'strict'],
  ]);
});
