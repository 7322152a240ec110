import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogueEdition } from '../../../builders/catalogue-edition.ts';
import { freshIndexedDb, open } from './opened.ts';

beforeEach(() => {
  freshIndexedDb();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("lists follow the guide's themes, then the author's order, whatever the manifest's", async () => {
  const { catalogue } = await open(
    catalogueEdition({
      pages: [
        { id: 'unlisted/strange', order: 1 },
        { id: 'education/a', order: 1 },
        { id: 'education/b', order: 1 },
        { id: 'employment/a-late', order: 30 },
        { id: 'employment/z-early', order: 5 },
      ],
      bendManifest: (manifest) => ({ ...manifest, files: manifest.files.toReversed() }),
    }),
  );
  expect(catalogue.headers('nl', '2026-06-01').map((header) => header.id)).toEqual([
    'employment/z-early',
    'employment/a-late',
    'education/a',
    'education/b',
    'unlisted/strange',
  ]);
  expect(catalogue.headers('de', '2026-06-01')).toEqual([]);
});

test('a document is listed from its first day to its last, and opens on any day', async () => {
  const { catalogue } = await open(
    catalogueEdition({
      pages: [
        { id: 'employment/always' },
        { id: 'employment/job-fair', validFrom: '2026-03-10', validUntil: '2026-03-12' },
      ],
    }),
  );
  const listed = (day: string) => catalogue.headers('fr', day).length;
  expect(['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'].map(listed)).toEqual([1, 2, 2, 1]);
  expect(catalogue.header('employment/job-fair', 'fr')?.validUntil).toBe('2026-03-12');
  expect((await catalogue.document('employment/job-fair', 'fr')).kind).toBe('page');
});

test("without a day, today at the centre counts, whatever the machine's own zone, also past midnight", async () => {
  let now = new Date('2026-03-09T22:59Z');
  const edition = catalogueEdition({ pages: [{ id: 'employment/job-fair', validFrom: '2026-03-10' }] });
  const { catalogue } = await open(edition, { now: () => now });
  expect(catalogue.headers('fr')).toHaveLength(0);
  now = new Date('2026-03-09T23:00Z');
  expect(catalogue.headers('fr')).toHaveLength(1);
});

test('the same question gets the same array, so that a screen does not draw again for nothing', async () => {
  const { catalogue } = await open(catalogueEdition());
  expect(catalogue.headers('fr', '2026-06-01')).toBe(catalogue.headers('fr', '2026-06-01'));
});
