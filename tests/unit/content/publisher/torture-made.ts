import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LETTER, LETTER_NL, temporaryFolder } from './guide-under-test.ts';
import type { Expected } from './torture-table.ts';

/** A broken guide that cannot lie in a folder of the project: too large, or not possible on every disk. */
export type Made = {
  readonly name: string;
  /** Breaks a copy of the good guide. */
  readonly damage: (folder: string) => Promise<void>;
  readonly problems: readonly Expected[];
};

const TOP =
  '---\ntitle: Écrire une lettre\nsummary: Quatre paragraphes suffisent.\norder: 10\nupdated: 2026-11-23\n---\n\n';

/** The French letter with another text below its top lines; its text begins on line 8. */
const letterOf = (text: string) => async (folder: string) => {
  await writeFile(join(folder, LETTER), `${TOP}${text}\n`);
};
const deep = (line: number, column = 1): Expected => ({
  place: `${LETTER}:${line}:${column}`,
  rule: 'nested-too-deep',
  what: 'stand one inside the other',
  todo: 'Close what is open above this place',
});
const notOrdinary = (place: string): Expected => ({
  place,
  rule: 'not-an-ordinary-file',
  what: 'a shortcut (a symbolic link)',
  todo: 'Put a real copy',
});
const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Every such guide. */
export const MADE: readonly Made[] = [
  {
    name: 'deep-nesting: a thousand lists, each in the last one',
    damage: letterOf(repeat(1_000, (level) => `${'  '.repeat(level)}- plus profond`)),
    problems: [deep(29)],
  },
  {
    name: 'deep-nesting-on-one-line: a thousand lists',
    damage: letterOf(`${'- '.repeat(1_000)}fond`),
    problems: [deep(8)],
  },
  {
    name: 'deep-nesting-of-quotations: a thousand',
    damage: letterOf(`${'>'.repeat(1_000)} fond`),
    problems: [deep(8)],
  },
  {
    name: 'deep-nesting-of-blocks: five thousand that are never closed',
    damage: letterOf(repeat(5_000, () => ':::tip[Encore]')),
    problems: [deep(16)],
  },
  {
    name: 'deep-nesting-of-blocks-with-more-colons: a thousand',
    damage: letterOf(repeat(1_000, (level) => `${':'.repeat(1_003 - level)}tip[Encore]`)),
    problems: [deep(8)],
  },
  {
    name: 'deep-nesting-of-bold-text: two thousand stars on both sides',
    damage: letterOf(`${'*'.repeat(2_000)}fond${'*'.repeat(2_000)}`),
    problems: [deep(8, 45)],
  },
  {
    name: 'deep-nesting-in-guide-yaml: ten thousand brackets over many lines',
    damage: async (folder) => {
      const yaml = await readFile(join(folder, 'guide.yaml'), 'utf8');
      const brackets = repeat(10, () => '{a: '.repeat(1_000));
      await writeFile(join(folder, 'guide.yaml'), `${yaml}more: ${brackets}`);
    },
    problems: [{ ...deep(1), place: 'guide.yaml:15:55' }],
  },
  {
    name: 'very-long-line: one million letters',
    damage: letterOf('mot '.repeat(250_000)),
    problems: [
      {
        place: `${LETTER}:8:1`,
        rule: 'line-too-long',
        what: 'This line has 1000000 characters; the most is 5000',
        todo: 'Cut it into paragraphs',
      },
    ],
  },
  {
    name: 'endless-text: three thousand short paragraphs',
    damage: letterOf(repeat(3_000, () => 'Une lettre courte donne envie de vous voir.\n')),
    problems: [
      {
        place: LETTER,
        rule: 'text-too-long',
        what: 'characters; the most is 100000',
        todo: 'Cut it into several documents',
      },
    ],
  },
  {
    name: 'long-line: a pasted line of twenty thousand letters',
    damage: letterOf(`Une phrase.\n\n${'mot '.repeat(5_000)}`),
    problems: [
      {
        place: `${LETTER}:10:1`,
        rule: 'line-too-long',
        what: 'This line has 20000 characters; the most is 5000',
        todo: 'Cut it into paragraphs',
      },
    ],
  },
  {
    name: 'symlink-in-guide: a text that lies elsewhere',
    damage: async (folder) => {
      const outside = join(await temporaryFolder(), 'letter.md');
      await rename(join(folder, LETTER), outside);
      await symlink(outside, join(folder, LETTER));
    },
    problems: [notOrdinary(LETTER)],
  },
  {
    name: 'symlink-to-the-whole-disk: a folder of pages',
    damage: async (folder) => symlink('/', join(folder, 'pages/disk')),
    problems: [notOrdinary('pages/disk')],
  },
  {
    name: 'symlink-to-itself: a folder that holds itself',
    damage: async (folder) => symlink('..', join(folder, 'pages/employment/again')),
    problems: [notOrdinary('pages/employment/again')],
  },
  {
    name: 'folder-with-the-name-of-a-text',
    damage: async (folder) => {
      await mkdir(join(folder, 'pages/employment/where-to-look.fr.md'));
      await writeFile(join(folder, 'pages/employment/where-to-look.fr.md/inside.txt'), 'x');
    },
    problems: [
      {
        place: 'pages/employment/where-to-look.fr.md/inside.txt',
        rule: 'stray-file',
        what: 'has no place in the guide',
        todo: 'Move it to one of these places',
      },
    ],
  },
  {
    name: 'case-only-name-clash: two letters in one language',
    damage: async (folder) => {
      await writeFile(join(folder, LETTER.replace('cover', 'Cover')), await readFile(join(folder, LETTER)));
    },
    problems: [
      {
        place: LETTER,
        rule: 'case-clash',
        what: 'differs from "pages/employment/Cover-letter.fr.md" only in capital letters',
        todo: 'Rename one of the two',
      },
      {
        place: 'pages/employment/Cover-letter.fr.md',
        rule: 'bad-slug',
        what: 'cannot be the name of a document',
        todo: 'for instance "pages/employment/cover-letter.fr.md"',
      },
    ],
  },
  {
    name: 'zero-width-character-in-a-file-name',
    damage: async (folder) => {
      for (const side of [LETTER, LETTER_NL]) {
        await rename(join(folder, side), join(folder, side.replace('cover-letter', 'cover-\u200bletter')));
      }
      await writeFile(join(folder, LETTER), `${TOP}Une phrase.\n`);
      await writeFile(
        join(folder, LETTER_NL),
        `${TOP.replace('Écrire une lettre', 'Een brief schrijven')}Een zin.\n`,
      );
    },
    problems: [LETTER, LETTER_NL].map((side) => ({
      place: side.replace('cover-letter', 'cover-\u200bletter'),
      rule: 'bad-slug',
      what: 'cannot be the name of a document',
      todo: `for instance "${side.replace('cover-letter', 'cover-letter')}"`,
    })),
  },
];
