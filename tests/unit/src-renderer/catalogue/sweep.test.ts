import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sweepCatalogue } from '../../../../src-renderer/catalogue/sweep.ts';
import { catalogueEdition, SMALL_GUIDE } from '../../../builders/catalogue-edition.ts';
import { freshIndexedDb, inDatabase, open, ringsAtOnce, textOf } from './opened.ts';

beforeEach(() => {
  freshIndexedDb();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const startTimer = ringsAtOnce();

/** Edition `seq`, of which only the first page differs from the others. */
const editionOf = (seq: number) =>
  catalogueEdition({
    seq,
    pages: [{ id: 'employment/first-interview', text: `edition ${seq}` }, ...SMALL_GUIDE.slice(1)],
  });

test('sweeping keeps what the kept editions hold and removes the rest', async () => {
  const [one, two, three] = [editionOf(1), editionOf(2), editionOf(3)];
  for (const edition of [one, two, three]) await open(edition);
  const swept = await sweepCatalogue({ keep: [three.edition.manifest], keepNewest: 0, startTimer });
  expect(swept).toEqual({ editions: 2, documents: 4, indexes: 0 });

  three.files.clear();
  const { catalogue, problems } = await open(three);
  for (const language of ['fr', 'nl']) {
    for (const { id } of catalogue.headers(language, '2026-06-01')) await textOf(catalogue, id, language);
  }
  expect(catalogue.headers('fr', '2026-06-01')).toHaveLength(3);
  expect(problems).toEqual([]);
});

test('the newest other edition is spared: a visitor may still be reading it', async () => {
  const editions = [1, 2, 3, 4, 5, 6].map(editionOf);
  for (const edition of editions) await open(edition);
  const [five, six] = editions.slice(4);
  const swept = await sweepCatalogue({ keep: [six?.edition.manifest ?? ''], startTimer });
  expect(swept).toEqual({ editions: 4, documents: 8, indexes: 0 });
  const left = await inDatabase((database) => database.editions.toCollection().primaryKeys());
  expect(left.toSorted()).toEqual([five?.edition.manifest, six?.edition.manifest].toSorted());
});

test('while a newer edition is tried, the one on show and the last good one stay, although others are newer', async () => {
  const [one, two, three, four] = [1, 2, 3, 4].map(editionOf);
  for (const edition of [one, two, three, four]) if (edition) await open(edition);
  const kept = [one, two, four].map((edition) => edition?.edition.manifest ?? '');
  await sweepCatalogue({ keep: kept, keepNewest: 0, startTimer });
  const left = await inDatabase((database) => database.editions.toCollection().primaryKeys());
  expect(left.toSorted()).toEqual(kept.toSorted());
});

test('documents of an import that was given up and rows that are damaged go as well', async () => {
  const one = editionOf(1);
  await open(one);
  await inDatabase((database) => database.table('editions').put({ manifest: 'x', seq: 'y' }));
  await inDatabase((database) => database.table('documents').put({ hash: 'z' }));
  expect(await sweepCatalogue({ keep: [one.edition.manifest], startTimer })).toEqual({
    editions: 1,
    documents: 1,
    indexes: 0,
  });
});

test('a visitor whose edition was swept all the same goes on reading', async () => {
  const [one, two] = [editionOf(1), editionOf(2)];
  const visitor = await open(one);
  await open(two);
  await sweepCatalogue({ keep: [two.edition.manifest], keepNewest: 0, startTimer });
  expect(await textOf(visitor.catalogue, 'employment/first-interview', 'fr')).toContain('edition 1 (fr)');
  expect(visitor.problems).toEqual(['document-refetched documents/employment/first-interview.fr.json']);
});
