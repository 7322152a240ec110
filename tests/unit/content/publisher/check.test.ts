import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../../../content/publisher/commands/build.ts';
import { check } from '../../../../content/publisher/commands/check.ts';
import * as messages from '../../../../content/publisher/messages.ts';
import {
  fixture,
  LETTER,
  LETTER_NL,
  page,
  removeTemporary,
  run,
  temporaryFolder,
} from './guide-under-test.ts';

afterEach(removeTemporary);

const commands = [build, check];
const LONG = `Un mot, ${Array.from({ length: 25 }, () => 'mot').join(', ')}.`;

/** A folder as the command names it: from where it was called. */
const named = (folder: string): string => relative(tmpdir(), folder);

/** The good guide with another French letter. */
async function guideWith(french: string): Promise<string> {
  const folder = await fixture();
  await writeFile(join(folder, LETTER), page(french));
  await writeFile(join(folder, LETTER_NL), page('Een zin.').replace('Titre', 'Titel'));
  return folder;
}

describe('check', () => {
  it('says that a good guide is in order', async () => {
    const content = await fixture();
    expect(await run(['check', '--content', content], commands)).toEqual({
      code: 0,
      out: `The guide in ${named(content)} is in order: nothing to put right.\n`,
      err: '',
    });
  });

  it('lists warnings and ends well', async () => {
    const content = await guideWith(LONG);
    expect(await run(['check', '--content', content], commands)).toEqual({
      code: 0,
      out: `The guide in ${named(content)} can be built. Its readers may stumble here:

pages/employment/cover-letter.fr.md
  9:1  Warning: This sentence has 27 words; more than 25 are hard to follow.
      Why: Visitors read standing, many of them in a second language.
      To do: Make two sentences of it.

1 warning in 1 file.
`,
      err: '',
    });
  });

  it('counts warnings as errors when it is strict', async () => {
    const content = await guideWith(LONG);
    const { code, out, err } = await run(['check', '--content', content, '--strict'], commands);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('9:1  Warning: This sentence has 27 words');
    expect(err).toContain('1 warning in 1 file. With --strict, warnings count as errors.\n');
  });

  it('lists errors and warnings together, from top to bottom', async () => {
    const content = await guideWith(`Bravo !!\n\nVoir [le CV](checklists/nowhere), [ici](checklists/my-cv).`);
    const { code, out, err } = await run(['check', '--content', content], commands);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.split('\n').filter((line) => /^ {2}\S|^\S/.test(line))).toEqual([
      `The guide in ${named(content)} cannot be built yet.`,
      'pages/employment/cover-letter.fr.md',
      '  9:7  Warning: Several signs stand in a row here: "!!".',
      '  11:6  This link goes to "checklists/nowhere", and the guide has no such document.',
      '  11:35  Warning: The words of this link, "ici", do not say where it leads.',
      '1 error and 2 warnings in 1 file.',
    ]);
  });

  it('sums up as one JSON object, each problem with its level and its rule', async () => {
    const content = await guideWith(`${LONG}\n\n# Encore`);
    const { code, out, err } = await run(['check', '--content', content, '--json'], commands);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const words = messages.topHeading;
    const sentence = messages.longSentence(27, 25);
    expect(out).toBe(
      `${JSON.stringify({
        ok: false,
        errors: 1,
        warnings: 1,
        problems: [
          {
            level: 'warning',
            file: LETTER,
            line: 9,
            column: 1,
            what: sentence.what,
            why: sentence.why,
            todo: sentence.todo,
            rule: 'long-sentence',
          },
          {
            level: 'error',
            file: LETTER,
            line: 11,
            column: 1,
            what: words.what,
            why: words.why,
            todo: words.todo,
            rule: 'top-heading',
          },
        ],
      })}\n`,
    );
  });

  it('is ok in JSON when there are only warnings, unless it is strict', async () => {
    const content = await guideWith(LONG);
    const counts = async (...more: string[]) => {
      const { code, out } = await run(['check', '--content', content, '--json', ...more], commands);
      const { ok, errors, warnings } = JSON.parse(out);
      return { code, ok, errors, warnings };
    };
    expect(await counts()).toEqual({ code: 0, ok: true, errors: 0, warnings: 1 });
    expect(await counts('--strict')).toEqual({ code: 1, ok: false, errors: 0, warnings: 1 });
  });

  it('says what is wrong with the folder itself', async () => {
    const folder = join(await temporaryFolder(), 'nowhere');
    const { code, err } = await run(['check', '--content', folder], commands);
    expect(code).toBe(1);
    expect(err).toContain(`There is no folder "${folder}".`);
  });

  it('explains itself, its exit codes and its JSON', async () => {
    const { code, out } = await run(['check', '--help'], commands);
    expect(code).toBe(0);
    for (const part of ['--strict', '--json', '"rule"', '"level"', 'Ends with 0', '1 when', '2 when']) {
      expect(out).toContain(part);
    }
  });

  it.each([
    [['check', '--stirct'], 'Did you mean "--strict"?'],
    [['check', '--json=yes'], '"--json" stands alone'],
    [['check', 'everything'], '"everything" does not belong here.'],
  ])('with %s says how it is used', async (args, sentence) => {
    const { code, out, err } = await run(args, commands);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });
});

describe('a build', () => {
  it('tells the number of warnings in one line and goes on', async () => {
    const out = join(await temporaryFolder(), 'edition');
    const content = await guideWith(`${LONG} Bravo !!`);
    const printed = await run(['build', '--content', content, '--out', out], commands);
    expect({ code: printed.code, err: printed.err }).toEqual({ code: 0, err: '' });
    expect(printed.out.split('\n').slice(1)).toEqual([
      '2 warnings: "npm run guide -- check" says where readers may stumble.',
      '',
    ]);
  });

  it('counts them in JSON', async () => {
    const out = join(await temporaryFolder(), 'edition');
    const printed = await run(
      ['build', '--content', await guideWith(LONG), '--out', out, '--json'],
      commands,
    );
    expect(JSON.parse(printed.out)).toMatchObject({ ok: true, warnings: 1 });
  });

  it('names the rule of each problem in JSON', async () => {
    const out = join(await temporaryFolder(), 'edition');
    const content = await guideWith('# Encore');
    const printed = await run(['build', '--content', content, '--out', out, '--json'], commands);
    expect(JSON.parse(printed.out).problems).toMatchObject([{ rule: 'top-heading', line: 9 }]);
  });
});

describe('the rules', () => {
  const folder = new URL('../../../../content/publisher/messages/', import.meta.url);

  it('have names in kebab-case', async () => {
    const sources = await Promise.all(
      (await readdir(folder)).map((name) => readFile(new URL(name, folder), 'utf8')),
    );
    const rules = sources.flatMap((text) =>
      [...text.matchAll(/^ +rule: '(.*)',$/gm)].map(([, rule]) => rule),
    );
    expect(rules.length).toBeGreaterThan(150);
    for (const rule of rules) expect(rule).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  });

  it('that only warn are all explained to authors', async () => {
    const manual = await readFile(new URL('../../README.md', folder), 'utf8');
    const reading = await readFile(new URL('reading.ts', folder), 'utf8');
    for (const [, rule] of reading.matchAll(/rule: '(.*)'/g)) expect(manual).toContain(`\`${rule}\``);
  });
});
