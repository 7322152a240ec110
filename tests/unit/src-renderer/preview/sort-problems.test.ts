import { expect, test } from 'vitest';
import type { PreviewProblem } from '../../../../content/model/preview.ts';
import { sortProblems } from '../../../../src-renderer/preview/frame/sort-problems.ts';

const problem = (file: string, document: PreviewProblem['document']): PreviewProblem => ({
  file,
  line: 1,
  column: 1,
  what: 'What.',
  why: 'Why.',
  todo: 'To do.',
  document,
});

const french = problem('pages/a/a.fr.md', { id: 'a/a', language: 'fr' });
const dutch = problem('pages/a/a.nl.md', { id: 'a/a', language: 'nl' });
const other = problem('pages/a/b.fr.md', { id: 'a/b', language: 'fr' });
const yaml = problem('guide.yaml', null);

test('a problem lies on the screen that shows its document in its language; all others are listed', () => {
  const screens = [
    { document: 'a/a', language: 'fr' },
    { document: 'a/a', language: 'nl' },
  ];
  expect(sortProblems([french, dutch, other, yaml], screens)).toEqual({
    onScreens: [[french], [dutch]],
    elsewhere: [other, yaml],
  });
});

test('on a screen without a document, or before there are screens, everything is in the list', () => {
  const none = [{ document: null, language: null }];
  expect(sortProblems([french, yaml], none)).toEqual({ onScreens: [[]], elsewhere: [french, yaml] });
  expect(sortProblems([french], [])).toEqual({ onScreens: [], elsewhere: [french] });
});

test('when both screens show the same document in the same language, both show its problem', () => {
  const twice = [
    { document: 'a/a', language: 'fr' },
    { document: 'a/a', language: 'fr' },
  ];
  expect(sortProblems([french], twice)).toEqual({ onScreens: [[french], [french]], elsewhere: [] });
});
