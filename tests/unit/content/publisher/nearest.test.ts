import { expect, it } from 'vitest';
import { nearest, nearestId, tidyName } from '../../../../content/publisher/steps/nearest.ts';

const ids = new Set(['employment/cover-letter', 'employment/first-interview', 'checklists/my-cv']);

it.each([
  ['tpi', 'tip'],
  ['Tip', 'tip'],
  ['wraning', 'warning'],
  ['étape', undefined],
  ['zzz', undefined],
])('%s probably means %s', (word, meant) => {
  expect(nearest(word, ['tip', 'warning', 'question'])).toBe(meant);
});

it.each([
  ['employment/first-interveiw', 'employment/first-interview'],
  ['training/first-interview', 'employment/first-interview'],
  ['../pages/employment/cover-letter.nl.md#h2', 'employment/cover-letter'],
  ['checklists/x', undefined],
])('%s probably means %s', (target, meant) => {
  expect(nearestId(target, ids)).toBe(meant);
});

it('two that are as near are always answered the same way', () => {
  expect(nearest('ab', ['ac', 'aa'])).toBe('aa');
  expect(nearest('ab', ['aa', 'ac'])).toBe('aa');
});

it.each([
  ['Mon CV.fr.md', 'mon-cv.fr.md'],
  ['idées & projets.fr.md', 'idees-projets.fr.md'],
  ['-Pont-.SVG', 'pont.svg'],
])('%s could be called %s', (name, tidy) => {
  expect(tidyName(name)).toBe(tidy);
});
