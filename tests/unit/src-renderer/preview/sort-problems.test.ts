import { expect, test } from 'vitest';
import type { PreviewProblem } from '../../../../content/model/preview.ts';
import { marksOn, sortProblems } from '../../../../src-renderer/preview/frame/sort-problems.ts';

type At = { readonly id: string; readonly language: string; readonly mark?: string | null };

const problem = (file: string, at: At | null, level: PreviewProblem['level'] = 'error'): PreviewProblem => ({
  level,
  file,
  line: 1,
  column: 1,
  what: 'What.',
  why: 'Why.',
  todo: 'To do.',
  document: at === null ? null : { mark: null, ...at },
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

test('a block is marked once, as an error if anything in it is one, and only on the screen of its language', () => {
  const on = (mark: string | null, level: PreviewProblem['level'], language = 'fr') =>
    problem('pages/a/a.md', { id: 'a/a', language, mark }, level);
  const all = [
    on('b1', 'error'),
    on('b2', 'warning'),
    on('b1', 'warning'),
    on('title', 'warning'),
    on('b3', 'error', 'nl'),
    on(null, 'error'),
    other,
    yaml,
  ];
  expect(marksOn({ document: 'a/a', language: 'fr' }, all)).toEqual([
    { at: 'b1', level: 'error' },
    { at: 'b2', level: 'warning' },
    { at: 'title', level: 'warning' },
  ]);
  expect(marksOn({ document: 'a/a', language: 'nl' }, all)).toEqual([{ at: 'b3', level: 'error' }]);
  expect(marksOn({ document: null, language: null }, all)).toEqual([]);
});
