import { IDBObjectStore, IDBOpenDBRequest } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CATALOGUE_NAME } from '../../../../src-renderer/catalogue/database.ts';
import { ROW_LIMIT_MS } from '../../../../src-renderer/catalogue/document-reader.ts';
import { OPEN_LIMIT_MS } from '../../../../src-renderer/catalogue/load-edition.ts';
import { catalogueEdition } from '../../../builders/catalogue-edition.ts';
import { freshIndexedDb, inDatabase, open, ringsAtOnce, textOf } from './opened.ts';

let factory: IDBFactory;

beforeEach(() => {
  factory = freshIndexedDb();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const LETTER = 'documents/employment/cover-letter.fr.json';

/** Lets the first so many reads or writes of a row fail. */
function failing(method: 'put' | 'get', name: string, times: number): void {
  const store: Record<'put' | 'get', (...input: never[]) => IDBRequest> = IDBObjectStore.prototype;
  const original = store[method];
  let left = times;
  const replacement = function (this: IDBObjectStore, ...input: never[]) {
    if (left === 0) return original.apply(this, input);
    left -= 1;
    throw new DOMException('Made for a test.', name);
  };
  vi.spyOn(store, method).mockImplementation(replacement);
}

test('a damaged row of the edition: the catalogue is built anew and shown', async () => {
  const edition = catalogueEdition();
  await open(edition);
  await inDatabase((database) =>
    database.table('editions').put({ manifest: edition.edition.manifest, seq: 'one', entries: [{}] }),
  );
  const { catalogue, problems } = await open(edition);
  expect(catalogue).toMatchObject({ source: 'catalogue', seq: 1 });
  expect(catalogue.headers('fr', '2026-06-01')).toHaveLength(3);
  expect(problems).toEqual([expect.stringMatching(/^catalogue-rebuilt .*damaged/)]);
});

test.each(['QuotaExceededError', 'InvalidStateError', 'UnknownError'])(
  '%s while writing: built anew once, then shown from the database',
  async (name) => {
    failing('put', name, 1);
    const { catalogue, problems } = await open(catalogueEdition());
    expect(catalogue.source).toBe('catalogue');
    expect(await textOf(catalogue, 'employment/cover-letter', 'fr')).toContain('cover-letter (fr)');
    expect(problems).toEqual([expect.stringMatching(/^catalogue-rebuilt /)]);
  },
);

test('a full disk for good: the guide is served from memory, each text fetched when it is opened', async () => {
  failing('put', 'QuotaExceededError', Number.POSITIVE_INFINITY);
  const edition = catalogueEdition();
  const { catalogue, problems } = await open(edition);
  expect(catalogue.source).toBe('memory');
  expect(problems).toEqual([expect.stringMatching(/^catalogue-in-memory .*Quota/)]);
  expect(catalogue.headers('nl', '2026-06-01')).toHaveLength(3);
  // Twice for the two attempts; memory then knows the headers already, for an understudy has little time.
  expect(edition.fetched.filter((path) => path === LETTER)).toHaveLength(2);
  expect(edition.fetched.filter((path) => path === 'manifest.json')).toHaveLength(1);

  edition.fetched.length = 0;
  expect(await textOf(catalogue, 'employment/cover-letter', 'fr')).toContain('cover-letter (fr)');
  expect(await textOf(catalogue, 'employment/cover-letter', 'fr')).toContain('cover-letter (fr)');
  expect(edition.fetched).toEqual([LETTER]);
});

test('an IndexedDB that swallows documents is not believed: no edition is committed without its documents', async () => {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    return this.name === 'documents' ? (this.count() as never) : put.apply(this, row);
  });
  const { catalogue, problems } = await open(catalogueEdition());
  expect(catalogue.source).toBe('memory');
  expect(problems).toEqual([expect.stringMatching(/^catalogue-in-memory .*vanished/)]);
  expect(await inDatabase((database) => database.editions.count())).toBe(0);
});

test('a catalogue of a later version of the program is deleted and built anew', async () => {
  const edition = catalogueEdition();
  await open(edition);
  await new Promise<void>((resolve) => {
    const request = factory.open(CATALOGUE_NAME, 70);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  const { catalogue, problems } = await open(edition);
  expect(catalogue.source).toBe('catalogue');
  expect(problems).toEqual([expect.stringMatching(/^catalogue-rebuilt .*version 7/)]);
});

test('a page without IndexedDB serves the guide from memory', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const { catalogue, problems } = await open(catalogueEdition(), { role: 'on-show' });
  expect(catalogue.source).toBe('memory');
  expect(await textOf(catalogue, 'education/evening-classes', 'nl')).toContain('evening-classes (nl)');
  expect(problems).toEqual([expect.stringMatching(/^catalogue-in-memory /)]);
});

test('an IndexedDB that throws when touched serves the guide from memory', async () => {
  vi.spyOn(factory, 'open').mockImplementation(() => {
    throw new DOMException('Made for a test.', 'SecurityError');
  });
  const { catalogue, problems } = await open(catalogueEdition());
  expect(catalogue.source).toBe('memory');
  expect(problems).toEqual([expect.stringMatching(/^catalogue-in-memory /)]);
});

test('an IndexedDB that never answers serves the guide from memory once the limit has passed', async () => {
  const silent = () => new IDBOpenDBRequest();
  vi.spyOn(factory, 'open').mockImplementation(silent);
  vi.spyOn(factory, 'deleteDatabase').mockImplementation(silent);
  const { catalogue, problems } = await open(catalogueEdition(), { startTimer: ringsAtOnce(OPEN_LIMIT_MS) });
  expect(catalogue.source).toBe('memory');
  expect(catalogue.headers('fr', '2026-06-01')).toHaveLength(3);
  expect(problems).toEqual(['catalogue-in-memory NoAnswer: No answer in 5000 ms.']);
});

test('a document whose row is garbage comes from the store, and nothing is written during the visit', async () => {
  const edition = catalogueEdition();
  await open(edition);
  const hash = edition.digests.get(LETTER) ?? '';
  await inDatabase((database) => database.table('documents').put({ hash, json: { kind: 'page' } }));
  const { catalogue, problems } = await open(edition);
  edition.fetched.length = 0;
  const writes = vi.spyOn(IDBObjectStore.prototype, 'put');

  expect(await textOf(catalogue, 'employment/cover-letter', 'fr')).toContain('cover-letter (fr)');
  expect(await textOf(catalogue, 'employment/cover-letter', 'fr')).toContain('cover-letter (fr)');
  expect(edition.fetched).toEqual([LETTER]);
  expect(problems).toEqual([`document-refetched ${LETTER}`]);
  expect(writes).not.toHaveBeenCalled();
});

test('another document in the row of a page is noticed', async () => {
  const edition = catalogueEdition();
  await open(edition);
  const other = edition.digests.get('documents/employment/cover-letter.nl.json') ?? '';
  await inDatabase(async (database) => {
    const row = await database.documents.get(other);
    if (row) await database.documents.put({ ...row, hash: edition.digests.get(LETTER) ?? '' });
  });
  const { catalogue, problems } = await open(edition);
  expect(await textOf(catalogue, 'employment/cover-letter', 'fr')).toContain('cover-letter (fr)');
  expect(problems).toEqual([`document-refetched ${LETTER}`]);
});

test('IndexedDB dies in the middle of a visit: pages already opened stay open, others come from the store', async () => {
  const edition = catalogueEdition();
  const { catalogue, problems } = await open(edition);
  const first = await catalogue.document('employment/cover-letter', 'fr');
  edition.fetched.length = 0;
  failing('get', 'InvalidStateError', Number.POSITIVE_INFINITY);

  expect(await catalogue.document('employment/cover-letter', 'fr')).toBe(first);
  expect(edition.fetched).toEqual([]);
  expect(await textOf(catalogue, 'employment/cover-letter', 'nl')).toContain('cover-letter (nl)');
  expect(await textOf(catalogue, 'education/evening-classes', 'nl')).toContain('evening-classes (nl)');
  expect(problems).toEqual([expect.stringMatching(/^document-refetched /)]);
});

test('IndexedDB falls silent in the middle of a visit: one touch waits, then the store answers', async () => {
  const edition = catalogueEdition();
  const { catalogue } = await open(edition, { startTimer: ringsAtOnce(ROW_LIMIT_MS) });
  const reads = vi.spyOn(IDBObjectStore.prototype, 'get').mockReturnValue(new IDBOpenDBRequest() as never);
  expect(await textOf(catalogue, 'employment/cover-letter', 'fr')).toContain('cover-letter (fr)');
  const asked = reads.mock.calls.length;
  expect(await textOf(catalogue, 'employment/cover-letter', 'nl')).toContain('cover-letter (nl)');
  expect(reads.mock.calls.length).toBe(asked);
});
