import { describe, expect, it } from 'vitest';
import * as say from '../../../../content/publisher/messages.ts';
import {
  at,
  CHECKLIST,
  CHECKLIST_NL,
  documentOf,
  LETTER,
  LETTER_NL,
  page,
  problemsOf,
} from './guide-under-test.ts';

const WHERE = 'the lines on top of the text';
const PAGE_KEYS = [
  'title',
  'summary',
  'keywords',
  'order',
  'updated',
  'validFrom',
  'validUntil',
  'next',
  'related',
  'audiences',
];
const GOOD = ['title: Titre', 'summary: Une phrase.', 'order: 10', 'updated: 2026-11-23'];

/** A French page with these lines on top, beside a good Dutch one. */
const withTop = (lines: readonly string[]) => ({
  [LETTER]: `---\n${lines.join('\n')}\n---\n\nUne phrase.\n`,
  [LETTER_NL]: page('Een zin.'),
});
/** The good lines with one of them replaced. */
const but = (line: string): string[] => {
  const key = line.replace(/:.*/s, '');
  return GOOD.some((each) => each.startsWith(`${key}:`))
    ? GOOD.map((each) => (each.startsWith(`${key}:`) ? line : each))
    : [...GOOD, line];
};

describe('the lines on top of a page', () => {
  it.each<[string, readonly string[], number, number, say.Words]>([
    ['a misspelled name', [...GOOD, 'relatd: []'], 6, 1, say.unknownKey('relatd', PAGE_KEYS, 'related')],
    ['a French name', ['titre: A', ...GOOD.slice(1)], 2, 1, say.unknownKey('titre', PAGE_KEYS, 'title')],
    ['an unknown name', [...GOOD, 'colour: red'], 6, 1, say.unknownKey('colour', PAGE_KEYS, undefined)],
    [
      'a name of checklists',
      [...GOOD, 'minutes: 5'],
      6,
      1,
      say.keyOfOtherKinds('minutes', ['checklist'], 'page'),
    ],
    ['a missing name', GOOD.slice(1), 1, 1, say.missingKey('title')],
    ['an empty value', but('title:'), 2, 7, say.emptyValue('title')],
    ['an empty text', but('title: ""'), 2, 8, say.emptyValue('title')],
    ['a number as title', but('title: 2026'), 2, 8, say.badText('title')],
    ['a title that is too long', but(`title: ${'m'.repeat(61)}`), 2, 8, say.tooLong('title', 61, 60)],
    [
      'a summary that is too long',
      but(`summary: ${'m'.repeat(121)}`),
      3,
      10,
      say.tooLong('summary', 121, 120),
    ],
    ['an order in words', but('order: ten'), 4, 8, say.badNumber('order', 0)],
    ['an order below zero', but('order: -1'), 4, 8, say.badNumber('order', 0)],
    ['half an order', but('order: 1.5'), 4, 8, say.badNumber('order', 0)],
    ['a day in another form', but('updated: 23/11/2026'), 5, 10, say.badDay('updated', '23/11/2026')],
    ['a day that does not exist', but('updated: 2026-02-30'), 5, 10, say.badDay('updated', '2026-02-30')],
    [
      'a next that does not exist',
      but('next: employment/first-interveiw'),
      6,
      7,
      say.unknownReference('next', 'employment/first-interveiw', 'employment/first-interview'),
    ],
    [
      'a next that is no id',
      but('next: First interview'),
      6,
      7,
      say.badId('next', 'First interview', undefined),
    ],
    ['a next to itself', but('next: employment/cover-letter'), 6, 7, say.referenceToSelf('next')],
    [
      'a related one that does not exist',
      but('related: [checklists/my-cv, checklists/x]'),
      6,
      29,
      say.unknownReference('related', 'checklists/x', undefined),
    ],
    [
      'a related one twice',
      but('related: [checklists/my-cv, checklists/my-cv]'),
      6,
      29,
      say.namedTwice('related', 'checklists/my-cv'),
    ],
    ['a related one alone', but('related: checklists/my-cv'), 6, 10, say.badList('related')],
    ['too many related ones', but('related: [a/a, b/b, c/c, d/d]'), 6, 10, say.tooMany('related', 4, 3)],
    [
      'an end before the beginning',
      [...GOOD, 'validFrom: 2026-12-02', 'validUntil: 2026-12-01'],
      7,
      13,
      say.endsBeforeItBegins('2026-12-02', '2026-12-01'),
    ],
    ['no name: value lines', ['un titre'], 1, 1, say.badGroup('', PAGE_KEYS)],
  ])('%s', async (_name, lines, line, column, words) => {
    const problems = await problemsOf(withTop(lines));
    expect(problems.filter(({ file }) => file === LETTER)).toEqual([at(LETTER, line, column, words)]);
  });

  it.each<[string, readonly string[], number, number, say.Words]>([
    ['a colon in a value', but('title: A: b'), 2, 8, say.yamlColonOrIndent(WHERE)],
    [
      'a line that is indented',
      [GOOD[0] ?? '', '  summary: b', ...GOOD.slice(2)],
      2,
      8,
      say.yamlColonOrIndent(WHERE),
    ],
    ['a quotation mark that is not closed', but('title: "A'), 5, 20, say.yamlNotClosed(WHERE)],
    ['a bracket that is not closed', [...GOOD, 'related: [a/b', 'next: c/d'], 7, 1, say.yamlNotClosed(WHERE)],
    ['a name twice', [...GOOD, 'order: 20'], 6, 1, say.yamlDuplicateKey('order')],
    ['a tab', ['\ttitle: A', ...GOOD.slice(1)], 2, 1, say.yamlTab(WHERE)],
    ['no space after the colon', ['title:A', ...GOOD.slice(1)], 2, 1, say.yamlNoColon(WHERE)],
    ['a value that begins with @', but('title: @home'), 2, 8, say.yamlBadStart],
    ['an apostrophe in single quotes', but("title: 'l'entretien'"), 2, 11, say.yamlQuotesEndEarly(WHERE)],
    ['a backslash', but('title: "a\\q"'), 2, 10, say.yamlBackslash],
    ['a value that begins with !', but('title: !a b'), 2, 8, say.yamlSpecialSign(WHERE)],
    ['a value that begins with *', but('title: *a'), 2, 8, say.yamlSpecialSign(WHERE)],
    ['a value that begins with &', but('title: &a b'), 2, 11, say.yamlSpecialSign(WHERE)],
  ])('broken YAML: %s', async (_name, lines, line, column, words) => {
    expect(await problemsOf(withTop(lines))).toEqual([at(LETTER, line, column, words)]);
  });

  it('are missing', async () => {
    const changes = { [LETTER]: 'Une phrase.\n', [LETTER_NL]: page('Een zin.') };
    expect(await problemsOf(changes)).toEqual([at(LETTER, 1, 1, say.noFrontMatter)]);
  });

  it('never end', async () => {
    const changes = { [LETTER]: '---\ntitle: A\n\nUne phrase.\n', [LETTER_NL]: page('Een zin.') };
    expect(await problemsOf(changes)).toEqual([at(LETTER, 1, 1, say.frontMatterNotClosed)]);
  });

  it('may end their lines as Windows does and begin with a byte order mark', async () => {
    const text = `\ufeff${page("L'essentiel\nen bref.")}`.replaceAll('\n', '\r\n');
    const changes = { [LETTER]: text, [LETTER_NL]: page('Een zin.') };
    const document = await documentOf(changes, 'employment/cover-letter', 'fr');
    expect(document).toMatchObject({
      header: { title: 'Titre' },
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'L’essentiel en bref.' }] }],
    });
    expect(await problemsOf({ ...changes, [LETTER]: text.replace('order', 'ordre') })).toEqual([
      at(LETTER, 4, 1, say.unknownKey('ordre', PAGE_KEYS, 'order')),
    ]);
  });

  it('are measured as visitors see them: three dots are one sign', async () => {
    const changes = withTop(but(`title: ${'m'.repeat(59)}...`));
    expect(await problemsOf(changes)).toEqual([]);
  });

  it('title and summary are set for their language, over several lines if need be', async () => {
    const top = ['title: >-', "  L'essentiel", '  à savoir ?', ...GOOD.slice(1)];
    const { header } = await documentOf(withTop(top), 'employment/cover-letter', 'fr');
    expect(header.title).toBe('L’essentiel à savoir\u202f?');
  });
});

describe('the lines on top of a checklist', () => {
  const checklist = (more: string) => page('Un.\n\n## A\n\n- [ ] un', more);
  const good = checklist('theme: employment\nminutes: 5');
  it.each<[string, string, number, number, say.Words]>([
    [
      'an unknown theme',
      'theme: employmnt\nminutes: 5',
      6,
      8,
      say.unknownThemeValue('employmnt', ['employment'], 'employment'),
    ],
    [
      'a theme that cannot be one',
      'theme: Mon thème\nminutes: 5',
      6,
      8,
      say.badThemeId('theme', 'Mon thème'),
    ],
    ['no time at all', 'theme: employment\nminutes: 0', 7, 10, say.badNumber('minutes', 1)],
    ['no minutes', 'theme: employment', 1, 1, say.missingKey('minutes')],
  ])('%s', async (_name, more, line, column, words) => {
    const problems = await problemsOf({ [CHECKLIST]: checklist(more), [CHECKLIST_NL]: good });
    expect(problems).toEqual([at(CHECKLIST, line, column, words)]);
  });
});
