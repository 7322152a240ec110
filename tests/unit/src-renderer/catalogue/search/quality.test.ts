import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { hitAt3, ourFinder, questions, searchableGuide } from '../../../../builders/searchable-guide.ts';

// The guide as it is, and questions as visitors type them. The figures beside plain MiniSearch: `npm run bench:search`.

describe.each(['fr', 'nl'])('Visitors find what they look for (%s)', async (language) => {
  const documents = await searchableGuide(language);
  const find = ourFinder(language, documents);
  const asked = await questions('asked', language);
  const heldOut = await questions('held-out', language);

  test('the questions name documents that exist', () => {
    const ids = new Set(documents.map(({ document }) => document.header.id));
    expect([...asked, ...heldOut].flatMap(({ answers }) => answers).filter((id) => !ids.has(id))).toEqual([]);
    expect(asked.length).toBeGreaterThanOrEqual(60);
    expect(heldOut.length).toBeGreaterThanOrEqual(asked.length / 4);
  });

  test('an answer is among the first three, for 95 of 100 questions', () => {
    const { share, missed } = hitAt3([...asked, ...heldOut], find);
    expect({ share: share >= 0.95, missed }).toMatchObject({ share: true });
  });

  test('plain MiniSearch finds fewer on the same list', () => {
    const plain = new MiniSearch({ fields: Object.keys(documents[0]?.fields ?? {}) });
    plain.addAll(documents.map(({ document, fields }) => ({ id: document.header.id, ...fields })));
    const theirs = hitAt3(asked, (question) => plain.search(question).map(({ id }) => id));
    expect(theirs.share).toBeLessThan(hitAt3(asked, find).share);
  });
});
