import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FETCH_LIMIT_MS } from '../../../../src-renderer/catalogue/document-reader.ts';
import { DocumentMissing, EditionUnreadable } from '../../../../src-renderer/catalogue/errors.ts';
import type { StartTimer } from '../../../../src-renderer/catalogue/time-limit.ts';
import { catalogueEdition, digestOf } from '../../../builders/catalogue-edition.ts';
import { freshIndexedDb, inDatabase, open, textOf } from './opened.ts';

beforeEach(() => {
  freshIndexedDb();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const LETTER = 'documents/employment/cover-letter.fr.json';

test('a manifest that is not the announced one is refused with a sentence', async () => {
  const edition = catalogueEdition({ seq: 3 });
  edition.files.set('manifest.json', new TextEncoder().encode('{}'));
  const opening = open(edition);
  await expect(opening).rejects.toThrow(EditionUnreadable);
  await expect(opening).rejects.toThrow(
    /^Edition 3 cannot be shown: manifest\.json cannot be used, because its SHA-256 begins with .*openfloor doctor/,
  );
});

test.each([
  ['of a later form', (manifest: object) => ({ ...manifest, schema: 2 }), /has not the form/],
  ['of another edition', (manifest: object) => ({ ...manifest, seq: 9 }), /belongs to edition 9/],
  ['without a guide', (manifest: object) => ({ ...manifest, files: [] }), /guide\.json .*does not list it/],
])('a manifest %s is refused with a sentence', async (_, bendManifest, sentence) => {
  const opening = open(catalogueEdition({ bendManifest }));
  await expect(opening).rejects.toThrow(EditionUnreadable);
  await expect(opening).rejects.toThrow(sentence);
});

test('a store that does not answer is told as such, and the database is not blamed', async () => {
  const edition = catalogueEdition();
  const deletions = vi.spyOn(indexedDB, 'deleteDatabase');
  edition.files.clear();
  await expect(open(edition, { role: 'on-show' })).rejects.toThrow(/did not arrive .*404/);
  expect(deletions).not.toHaveBeenCalled();
});

test.each([
  ['other bytes', (bytes: Uint8Array) => new Uint8Array([...bytes, 32]), /SHA-256/],
  ['nothing', () => null, /did not arrive/],
])(
  'an understudy refuses an edition of which one document brings %s, and commits nothing',
  async (_, bend, why) => {
    const edition = catalogueEdition();
    const bytes = bend(edition.files.get(LETTER) ?? new Uint8Array());
    if (bytes) edition.files.set(LETTER, bytes);
    else edition.files.delete(LETTER);
    await expect(open(edition)).rejects.toThrow(why);
    expect(await inDatabase((database) => database.editions.count())).toBe(0);
    expect(await inDatabase((database) => database.documents.count())).toBe(5);
  },
);

test('one bad document does not empty the screen of a page without understudy, and is tried again', async () => {
  const edition = catalogueEdition();
  const bytes = edition.files.get(LETTER);
  edition.files.delete(LETTER);
  const { catalogue, problems } = await open(edition, { role: 'on-show' });
  expect(catalogue.headers('fr', '2026-06-01')).toHaveLength(2);
  expect(catalogue.headers('nl', '2026-06-01')).toHaveLength(3);
  expect(problems).toEqual([`document-missing ${LETTER}`]);

  if (bytes) edition.files.set(LETTER, bytes);
  edition.fetched.length = 0;
  const next = await open(edition);
  expect(edition.fetchedDocuments()).toEqual([LETTER]);
  expect(next.catalogue.headers('fr', '2026-06-01')).toHaveLength(3);
});

test('the same hole is survived when the guide is served from memory', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const edition = catalogueEdition();
  edition.files.delete(LETTER);
  const { catalogue } = await open(edition, { role: 'on-show' });
  expect(catalogue.source).toBe('memory');
  expect(catalogue.headers('fr', '2026-06-01')).toHaveLength(2);
});

test('an edition of which no document can be read is unreadable even then', async () => {
  const edition = catalogueEdition();
  for (const path of edition.digests.keys()) if (path.startsWith('documents/')) edition.files.delete(path);
  await expect(open(edition, { role: 'on-show' })).rejects.toThrow(/\(and 5 more files\)/);
});

test('a document under the path of another is refused', async () => {
  const edition = catalogueEdition();
  const stranger = 'documents/education/evening-classes.nl.json';
  const bent = catalogueEdition({
    bendManifest: (manifest) => ({
      ...manifest,
      files: manifest.files.map((file) =>
        file.path === LETTER ? { ...file, sha256: edition.digests.get(stranger) ?? '' } : file,
      ),
    }),
  });
  bent.files.set(LETTER, bent.files.get(stranger) ?? new Uint8Array());
  await expect(open(bent)).rejects.toThrow(/calls itself/);
  await open(edition);
  await expect(open(bent)).rejects.toThrow(/calls itself documents\/education\/evening-classes\.nl\.json/);
  vi.stubGlobal('indexedDB', undefined);
  await expect(open(bent)).rejects.toThrow(/calls itself/);
});

test('a document of a later form is refused before it can reach a screen', async () => {
  const bytes = new TextEncoder().encode('{"schema":2,"kind":"hologram"}');
  const edition = catalogueEdition({
    bendManifest: (manifest) => ({
      ...manifest,
      files: manifest.files.map((file) =>
        file.path === LETTER ? { ...file, sha256: digestOf(bytes) } : file,
      ),
    }),
  });
  edition.files.set(LETTER, bytes);
  await expect(open(edition)).rejects.toThrow(/has not the form this program knows/);
});

test('a document to be had nowhere says which and why, and opens once the store is back', async () => {
  const edition = catalogueEdition();
  const { catalogue, problems } = await open(edition);
  await inDatabase((database) => database.documents.clear());
  const bytes = edition.files.get(LETTER) ?? new Uint8Array();
  edition.files.set(LETTER, new TextEncoder().encode('not the letter'));

  const opening = catalogue.document('employment/cover-letter', 'fr');
  await expect(opening).rejects.toThrow(DocumentMissing);
  await expect(opening).rejects.toThrow(/employment\/cover-letter \(fr\) cannot be opened: its SHA-256/);
  expect(problems).toEqual([`document-refetched ${LETTER}`, `document-missing ${LETTER}`]);

  edition.files.set(LETTER, bytes);
  expect(await textOf(catalogue, 'employment/cover-letter', 'fr')).toContain('cover-letter (fr)');
});

test('a store that falls silent is not waited for without end', async () => {
  const edition = catalogueEdition();
  let patience = true;
  const startTimer: StartTimer = (milliseconds, ring) => {
    if (!patience && milliseconds === FETCH_LIMIT_MS) ring();
    return () => {};
  };
  const { catalogue } = await open(edition, { startTimer });
  await inDatabase((database) => database.documents.clear());
  patience = false;
  vi.spyOn(Response.prototype, 'arrayBuffer').mockReturnValue(new Promise(() => {}));
  await expect(catalogue.document('employment/cover-letter', 'fr')).rejects.toThrow(/No answer in 5000 ms/);
});

test('a link to a document the edition does not have is told apart', async () => {
  const { catalogue, problems } = await open(catalogueEdition());
  await expect(catalogue.document('employment/nowhere', 'fr')).rejects.toThrow(/edition 1 does not have it/);
  expect(catalogue.header('employment/nowhere', 'fr')).toBeUndefined();
  expect(problems).toEqual(['document-missing employment/nowhere (fr)']);
});
