import { describe, expect, it } from 'vitest';
import { BODY, LETTER, letter, problemsOf } from './guide-under-test.ts';

/** The problems of a letter with this body on both sides, as `line:column rule`; the body's first line is 1. */
async function problemsIn(body: string): Promise<readonly string[]> {
  const problems = await problemsOf(letter(body));
  return problems
    .filter(({ file }) => file === LETTER)
    .map(({ line, column, rule }) => `${(line ?? 0) - BODY + 1}:${column} ${rule}`);
}

describe('what only looks dangerous is welcome:', () => {
  it.each<[string, string]>([
    ['a soft hyphen in a long word', 'Une longue vrijwilligers\u00adovereenkomst.'],
    ['a pictogram made of several signs', 'Une famille : 👨\u200d👩\u200d👧.'],
    ['letters with their accents apart', 'Une e\u0301cole.'],
    ['spaces that do not break', 'Un\u00a0mot\u202f: bref.'],
    ['other alphabets', 'Добро пожаловать, 欢迎, أهلا.'],
    ['a list in a list in a list', '- un\n  - deux\n    - trois'],
    ['a block in a block', '::::tip[A]\n:::steps\n1. un\n:::\n::::'],
    ['nine blocks one after the other', ':::tip[A]\nun\n:::\n\n'.repeat(9)],
    ['a long list', '- un\n'.repeat(300)],
    ['a long paragraph on one line', 'mot '.repeat(1_200)],
    ['brackets in a sentence', 'Un [mot], {un autre}, ((encore)), [1] [2].'],
  ])('%s', async (_name, body) => {
    expect(await problemsIn(body)).toEqual([]);
  });
});

describe('an invisible sign is told where it stands:', () => {
  it.each<[string, string, string]>([
    ['a zero-width space', 'Un\u200b mot.', '1:3 invisible-character'],
    ['a byte order mark inside', 'Un mot.\n\n\ufeffDeux.', '3:1 invisible-character'],
    ['a joiner between letters', 'Un m\u200dot.', '1:5 invisible-character'],
    ['a separator of lines', 'Un\u2028mot.', '1:3 invisible-character'],
    ['a hidden letter', 'Un mot\u{e0041}.', '1:7 invisible-character'],
    ['an isolate', 'Un \u2067mot\u2069.', '1:4 bidi-character'],
    ['a mark of direction', 'Un \u200fmot.', '1:4 bidi-character'],
    ['a lost letter', 'Un m\ufffdt.', '1:5 lost-letter'],
    ['a dot of another program', '\uf0a7 mot', '1:1 private-sign'],
  ])('%s', async (_name, body, problem) => {
    expect(await problemsIn(body)).toEqual([problem]);
  });

  it('once for each sort, and the rest of the file is read on', async () => {
    expect(await problemsIn('Un\u200b\u200b mot\u202e.\n\n# Titre')).toEqual([
      '1:3 invisible-character',
      '1:9 bidi-character',
      '3:1 top-heading',
    ]);
  });

  it('in guide.yaml as well', async () => {
    const yaml = 'schema: 1\nlanguages: [fr\u200b, nl]\n';
    const problems = await problemsOf({ 'guide.yaml': yaml });
    expect(problems.filter(({ rule }) => rule === 'invisible-character')).toMatchObject([
      { file: 'guide.yaml', line: 2, column: 15 },
    ]);
  });
});
