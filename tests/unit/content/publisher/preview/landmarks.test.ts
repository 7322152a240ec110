import { expect, test } from 'vitest';
import { landmarksOf, markOf } from '../../../../../content/publisher/preview/landmarks.ts';
import { parseMarkdown } from '../../../../../content/publisher/steps/markdown.ts';
import type { DocumentFile } from '../../../../../content/publisher/steps/sort-files.ts';

function blocks(text: string, kind: DocumentFile['kind'] = 'page') {
  const file: DocumentFile = {
    path: 'a.fr.md',
    text,
    id: 'a/a',
    kind,
    folder: 'a',
    stem: 'a',
    language: 'fr',
  };
  return landmarksOf({ root: parseMarkdown(text).root, file });
}

const PAGE = '---\ntitle: T\n---\n\nUn.\n\n## Deux\n\n- trois\n- quatre\n\nCinq.\n';

test('the blocks of a page have the anchors that the screen gives them, each on its lines', () => {
  expect(blocks(PAGE).map(({ anchor, line, end }) => [anchor, line, end])).toEqual([
    ['b0', 5, 5],
    ['b1', 7, 7],
    ['b2', 9, 10],
    ['b3', 12, 12],
  ]);
});

test('so have the parts of a checklist: introduction, groups, boxes, what comes next', () => {
  const text =
    'Un.\n\nDeux.\n\n## A\n\nAvant.\n\n- [ ] un\n\n  Aide.\n- [ ] deux\n\n## B\n\n- [ ] trois\n\n:::next[Et ?]\nFin.\n:::\n';
  expect(blocks(text, 'checklist').map(({ anchor, line }) => [anchor, line])).toEqual([
    ['i0', 1],
    ['i1', 3],
    ['g1', 5],
    ['g1i0', 7],
    ['g1-1', 9],
    ['g1-2', 12],
    ['g2', 14],
    ['g2-1', 16],
    ['next', 18],
  ]);
});

test('a line is marked at its block; above the text, and for a whole file, it is the title', () => {
  const shown = blocks(PAGE);
  const at = (line: number | null) => markOf(line, shown, shown);
  expect([at(null), at(2), at(5), at(6), at(10), at(12), at(40)]).toEqual([
    'title',
    'title',
    'b0',
    'b0',
    'b2',
    'b3',
    'b3',
  ]);
});

test('what is changed is marked where it was before, however many lines came above it', () => {
  const now = blocks(
    PAGE.replace('title: T', 'title: T\nsummary: S\norder: 1').replace('- quatre', '- [quatre](nulle-part)'),
  );
  expect(markOf(12, now, blocks(PAGE))).toBe('b2');
});

test('what is new is marked at the block above it, and what follows at its own', () => {
  const now = blocks(PAGE.replace('## Deux', '<b>Nouveau.</b>\n\n## Deux'));
  expect(markOf(7, now, blocks(PAGE))).toBe('b0');
  expect(markOf(9, now, blocks(PAGE))).toBe('b1');
  expect(markOf(14, now, blocks(PAGE))).toBe('b3');
});

test('new at the very top it is the title, and a text nobody can read has no blocks', () => {
  const now = blocks(PAGE.replace('Un.', '<b>Nouveau.</b>\n\nUn.'));
  expect(markOf(5, now, blocks(PAGE))).toBe('title');
  expect(landmarksOf({ root: undefined, file: { path: 'a' } as DocumentFile })).toEqual([]);
});
