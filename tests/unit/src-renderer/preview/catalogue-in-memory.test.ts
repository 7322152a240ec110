import { afterEach, expect, test, vi } from 'vitest';
import { openCatalogue } from '../../../../src-renderer/catalogue/catalogue.ts';
import { catalogueEdition } from '../../../builders/catalogue-edition.ts';
import { freshIndexedDb } from '../catalogue/opened.ts';

afterEach(() => vi.unstubAllGlobals());

test('a preview leaves nothing in the author’s browser, and reports nothing amiss', async () => {
  const factory = freshIndexedDb();
  const edition = catalogueEdition({ seq: 3 });
  const report = vi.fn();
  const catalogue = await openCatalogue({
    edition: edition.edition,
    fetchManifest: edition.fetchManifest,
    fetchFile: edition.fetchFile,
    role: 'on-show',
    report,
    databaseName: null,
  });
  expect(catalogue).toMatchObject({ source: 'memory', seq: 3, languages: ['fr', 'nl'] });
  expect(await factory.databases()).toEqual([]);
  expect(report).not.toHaveBeenCalled();
});
