import { describe, expect, test } from 'vitest';
import type { DocumentFields } from '../../../../../src-renderer/catalogue/search/document-fields.ts';
import { searchEngine } from '../../../../../src-renderer/catalogue/search/engine.ts';
import { marksIn } from '../../../../../src-renderer/catalogue/search/marks.ts';

const EMPTY: DocumentFields = { title: '', keywords: '', headings: '', summary: '', body: '', area: '' };

/** The title as a visitor sees it for a question, with what is marked in brackets. */
function seen(language: string, title: string, question: string, others: readonly string[] = []): string {
  const engine = searchEngine(language);
  engine.add('it', { ...EMPTY, title }, {});
  for (const [index, other] of others.entries()) engine.add(`other-${index}`, { ...EMPTY, title: other }, {});
  const hit = engine.find(question, '2026-11-27T10:00').hits.find(({ hash }) => hash === 'it');
  let text = '';
  let from = 0;
  for (const { start, end } of marksIn(title, new Set(hit?.terms), question, language)) {
    text += `${title.slice(from, start)}[${title.slice(start, end)}]`;
    from = end;
  }
  return text + title.slice(from);
}

describe('What answers the question is marked', () => {
  test.each([
    ['fr', 'Préparer un premier entretien', 'entretien', 'Préparer un premier [entretien]'],
    ['fr', 'Préparer un premier entretien', 'entretein', 'Préparer un premier [entretien]'],
    ['fr', 'L’école à côté', 'ecole', 'L’[école] à côté'],
    ['fr', 'Des formations gratuites', 'formation', 'Des [formations] gratuites'],
    ['fr', 'Un œuf', 'oeuf', 'Un [œuf]'],
    ['fr', 'Choisir vos études', 'etu', 'Choisir vos [études]'],
    ['nl', 'Je eerste sollicitatiegesprek', 'gesprek', 'Je eerste sollicitatie[gesprek]'],
    ['nl', 'Je sollicitatiegesprekken', 'gesprek', 'Je sollicitatie[gesprekken]'],
    ['nl', 'Gemeenteraadsverkiezingen', 'verkiezingen', 'Gemeenteraads[verkiezingen]'],
    ['nl', 'Jobbeurs', 'job beurs', '[Jobbeurs]'],
  ])('%s: %s, asked for %s', (language, title, question, marked) => {
    expect(seen(language, title, question, ['Een sollicitatie', 'Gemeenteraad'])).toBe(marked);
  });

  test('nothing else is', () => {
    expect(marksIn('Préparer un entretien', new Set(), 'lettre', 'fr')).toEqual([]);
    expect(marksIn('', new Set(['lettr']), 'lettre', 'fr')).toEqual([]);
  });
});
