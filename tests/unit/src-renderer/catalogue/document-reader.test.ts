import { expect, test, vi } from 'vitest';
import type { EditionEntry } from '../../../../src-renderer/catalogue/database.ts';
import { DOCUMENTS_IN_MEMORY, documentReader } from '../../../../src-renderer/catalogue/document-reader.ts';
import { editionReader } from '../../../../src-renderer/catalogue/edition-reader.ts';
import { timeLimit } from '../../../../src-renderer/catalogue/time-limit.ts';
import { catalogueEdition } from '../../../builders/catalogue-edition.ts';
import { ringsAtOnce } from './opened.ts';

/** A reader without database, of an edition with that many documents. */
async function reading(count: number) {
  const pages = Array.from({ length: count / 2 }, (_, number) => ({ id: `employment/page-${number}` }));
  const edition = catalogueEdition({ pages });
  const reader = editionReader(edition.edition, edition);
  const { documents } = await reader.content();
  const entries: EditionEntry[] = [];
  for (const file of documents) entries.push({ header: await reader.header(file), hash: file.sha256 });
  edition.fetched.length = 0;
  const read = documentReader({ database: null, reader, limit: timeLimit(ringsAtOnce()), report: vi.fn() });
  return { edition, entries, read };
}

test('what was opened long ago gives way, what was opened lately does not', async () => {
  const { edition, entries, read } = await reading(DOCUMENTS_IN_MEMORY + 2);
  const [first, second] = entries;
  if (!first || !second) throw new Error('The edition is empty.');
  for (const entry of entries.slice(0, DOCUMENTS_IN_MEMORY)) await read(entry);
  await read(first);
  for (const entry of entries.slice(DOCUMENTS_IN_MEMORY)) await read(entry);
  expect(edition.fetched).toHaveLength(DOCUMENTS_IN_MEMORY + 2);

  await read(first);
  expect(edition.fetched).toHaveLength(DOCUMENTS_IN_MEMORY + 2);
  await read(second);
  expect(edition.fetched).toHaveLength(DOCUMENTS_IN_MEMORY + 3);
});

test('two touches on the same document fetch it once', async () => {
  const { edition, entries, read } = await reading(2);
  const [entry] = entries;
  if (!entry) throw new Error('The edition is empty.');
  const [one, two] = await Promise.all([read(entry), read(entry)]);
  expect(one).toBe(two);
  expect(edition.fetched).toHaveLength(1);
});
