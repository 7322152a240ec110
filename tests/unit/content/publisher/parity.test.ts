import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as say from '../../../../content/publisher/messages.ts';
import type { ShapeMark } from '../../../../content/publisher/steps/shape.ts';
import {
  at,
  BODY,
  CHECKLIST,
  CHECKLIST_NL,
  LETTER,
  LETTER_NL,
  letter,
  page,
  problemsOf,
} from './guide-under-test.ts';

const GUIDE_YAML = fileURLToPath(new URL('../../../fixtures/guides/good/guide.yaml', import.meta.url));

/** The one problem of two bodies that differ: Dutch mark and line, French mark and line (from the body's first). */
const differ = (
  nl: ShapeMark | undefined,
  nlLine: number,
  fr: ShapeMark | undefined,
  frLine: number,
  column = 1,
) =>
  at(
    LETTER_NL,
    BODY + nlLine,
    column,
    say.differentShape(
      { file: LETTER_NL, language: 'nl', line: BODY + nlLine, mark: nl },
      { file: LETTER, language: 'fr', line: BODY + frLine, mark: fr },
    ),
  );
const list = (items: number, ordered = false): ShapeMark => ({ type: 'list', ordered, items });
const link = (to: string): ShapeMark => ({ type: 'link', to });

describe('the two languages of a page', () => {
  it('may use other words and other line breaks', async () => {
    expect(await problemsOf(letter('Un **mot**.\n\n- a\n- b', 'Een\nheel ander woord.\n\n* c\n* d'))).toEqual(
      [],
    );
  });

  it.each<[string, string, string, ReturnType<typeof differ>]>([
    ['a paragraph more', 'a', 'a\n\nb', differ({ type: 'paragraph' }, 2, undefined, 0)],
    ['a paragraph less', 'a\n\nb', 'a', differ(undefined, 0, { type: 'paragraph' }, 2)],
    [
      'another size of heading',
      '## a\n\n## b',
      '## a\n\n### b',
      differ({ type: 'heading', level: 3 }, 2, { type: 'heading', level: 2 }, 2),
    ],
    ['another number of items', '- a\n- b', '- a\n- b\n- c', differ(list(3), 0, list(2), 0)],
    ['numbers and dashes', '1. a', '- a', differ(list(1), 0, list(1, true), 0)],
    [
      'another number of steps',
      ':::steps\n1. a\n2. b\n:::',
      ':::steps\n1. a\n:::',
      differ({ type: 'steps', items: 1 }, 0, { type: 'steps', items: 2 }, 0),
    ],
    [
      'a tip and a warning',
      ':::tip[A]\na\n:::',
      ':::warning[A]\na\n:::',
      differ({ type: 'warning' }, 0, { type: 'tip' }, 0),
    ],
    [
      'a longer tip',
      ':::tip[A]\na\n:::',
      ':::tip[A]\na\n\nb\n:::',
      differ({ type: 'paragraph' }, 3, { type: 'end', of: 'tip' }, 2),
    ],
    [
      'a longer item',
      '- a\n- b',
      '- a\n\n  c\n- b',
      differ({ type: 'paragraph' }, 2, { type: 'item' }, 1, 3),
    ],
    ['a link more', 'a', 'a [b](checklists/my-cv)', differ(link('checklists/my-cv'), 0, undefined, 0, 3)],
    [
      'another link',
      '[a](checklists/my-cv)',
      '[a](employment/first-interview)',
      differ(link('employment/first-interview'), 0, link('checklists/my-cv'), 0),
    ],
    [
      'another image',
      '![a](media/bridge.svg)',
      'a',
      differ({ type: 'paragraph' }, 0, { type: 'image', media: 'media/bridge.svg' }, 0),
    ],
  ])('%s', async (_name, french, dutch, problem) => {
    expect(await problemsOf(letter(french, dutch))).toEqual([problem]);
  });

  it('a paragraph inside the last item and one after the list', async () => {
    expect(await problemsOf(letter('- a\n\n  b', '- a\n\nb'))).toHaveLength(1);
  });

  it('are compared with the first language of guide.yaml', async () => {
    const yaml = await readFile(GUIDE_YAML, 'utf8');
    const guide = { 'guide.yaml': yaml.replace('[fr, nl]', '[nl, fr]') };
    const problems = await problemsOf({ ...guide, ...letter('a', 'a\n\nb') });
    expect(problems.map(({ file }) => file)).toEqual([LETTER]);
  });

  it('only the first difference is told: the rest follows from it', async () => {
    expect(await problemsOf(letter('a\n\n- b\n\n## c', '- a\n\nb\n\n### c'))).toHaveLength(1);
  });

  it('are not compared while one of them has mistakes of its own', async () => {
    const problems = await problemsOf(letter('`a`', 'a\n\n- b'));
    expect(problems.map(({ what }) => what)).toEqual([say.code.what]);
  });

  it('are told in words that name both files, lines and blocks', async () => {
    const [problem] = await problemsOf(letter('a\n\n- b', 'a\n\nb'));
    expect(problem?.what).toBe(
      'The Dutch and French texts stop matching here: line 11 of pages/employment/cover-letter.nl.md has a paragraph, ' +
        'line 11 of pages/employment/cover-letter.fr.md has a list with dashes and 1 item.',
    );
  });
});

describe('the details of a document', () => {
  const top = (french: string, dutch: string) => ({
    [LETTER]: page('Un.', french),
    [LETTER_NL]: page('Een.', dutch),
  });
  it.each<[string, string, string, string, string | undefined, string | undefined, number, number]>([
    [
      'next',
      'next: checklists/my-cv',
      'next: employment/first-interview',
      'next',
      'employment/first-interview',
      'checklists/my-cv',
      6,
      6,
    ],
    [
      'related',
      'related: [checklists/my-cv, employment/first-interview]',
      'related: [employment/first-interview, checklists/my-cv]',
      'related',
      '[employment/first-interview, checklists/my-cv]',
      '[checklists/my-cv, employment/first-interview]',
      6,
      6,
    ],
    [
      'an end on one side only',
      'validUntil: 2027-01-01',
      'related: []',
      'validUntil',
      undefined,
      '2027-01-01',
      1,
      6,
    ],
  ])('%s', async (_name, french, dutch, key, here, there, line, thereLine) => {
    expect(await problemsOf(top(french, dutch))).toEqual([
      at(
        LETTER_NL,
        line,
        1,
        say.differentDetail(
          key,
          { file: LETTER_NL, language: 'nl', line, value: here },
          { file: LETTER, language: 'fr', line: thereLine, value: there },
        ),
      ),
    ]);
  });

  it('order and day of revision', async () => {
    const dutch = page('Een.').replace('order: 10', 'order: 20').replace('2026-11-23', '2026-11-24');
    const problems = await problemsOf({ [LETTER]: page('Un.'), [LETTER_NL]: dutch });
    expect(problems.map(({ line, what }) => `${line} ${what.split(' ')[0]}`)).toEqual([
      '4 "order"',
      '5 "updated"',
    ]);
  });

  it('minutes, theme and boxes of a checklist', async () => {
    const list = (minutes: number, items: string) =>
      page(`Un.\n\n## A\n\n${items}`, `theme: employment\nminutes: ${minutes}`);
    const problems = await problemsOf({
      [CHECKLIST]: list(5, '- [ ] un'),
      [CHECKLIST_NL]: list(6, '- [ ] een\n- [ ] twee'),
    });
    expect(problems.map(({ what }) => what.split(':')[0])).toEqual([
      '"minutes" is not the same in both languages',
      'The Dutch and French texts stop matching here',
    ]);
    expect(problems[1]?.what).toContain('a list of 2 boxes to tick');
  });
});
