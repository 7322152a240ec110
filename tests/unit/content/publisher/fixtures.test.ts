import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { pageFrontMatter } from '../../../../content/model/front-matter.ts';
import * as say from '../../../../content/publisher/messages.ts';
import type { Problem } from '../../../../content/publisher/problem.ts';
import { BLOCK_NAMES } from '../../../../content/publisher/steps/block-names.ts';
import {
  at,
  ENTRY,
  fixture,
  LETTER,
  LETTER_NL,
  removeTemporary,
  run,
  temporaryFolder,
} from './guide-under-test.ts';
import { TORTURE } from './torture-table.ts';

afterEach(removeTemporary);

const where = 'the lines on top of the text';
const pageKeys = Object.keys(pageFrontMatter.shape);
const missing = 'pages/employment/where-to-look.nl.md';

const EXPECTED: Readonly<Record<string, readonly Problem[]>> = {
  'different-shape': [
    at(
      LETTER_NL,
      13,
      1,
      say.differentShape(
        { file: LETTER_NL, language: 'nl', line: 13, mark: { type: 'paragraph' } },
        { file: LETTER, language: 'fr', line: 13, mark: { type: 'list', ordered: false, items: 2 } },
      ),
    ),
  ],
  'image-is-a-zip': [at('media/bridge.png', null, null, say.notAnImage('a ZIP archive'))],
  'image-without-alt': [at(LETTER, 13, 1, say.imageWithoutAlt)],
  'malformed-yaml': [at(LETTER, 2, 8, say.yamlColonOrIndent(where))],
  'missing-dutch-side': [
    at(missing, null, null, say.missingSide(missing, 'nl', 'pages/employment/where-to-look.fr.md')),
  ],
  'no-guide-yaml': [at('guide.yaml', null, null, say.noGuideYaml)],
  'path-traversal-in-link': [
    at(LETTER, 13, 6, say.linkLeavesGuide('../../../etc/passwd')),
    at(LETTER, 15, 1, say.imageOutsideMedia('media/../../secret.png', undefined)),
  ],
  'script-in-markdown': [at(LETTER, 13, 1, say.rawHtml("<script>alert('bonjour')</script>"))],
  'script-in-svg': [at('media/bridge.svg', 3, 3, say.svgScript('script'))],
  'unknown-directive': [at(LETTER, 11, 1, say.unknownBlock('astuce', BLOCK_NAMES, 'tip'))],
  'unknown-link': [
    at(LETTER, 13, 9, say.unknownLink('employment/frist-interview', 'employment/first-interview')),
  ],
  'web-link': [
    at(LETTER, 13, 6, say.webLink('https://www.example.org')),
    at(LETTER, 13, 44, say.webLink('mailto:info@example.org')),
  ],
  'wrong-front-matter-key': [at(LETTER, 3, 1, say.unknownKey('sumary', pageKeys, 'summary'))],
};

describe('a broken guide', () => {
  it('has a line in the table for each of its folders', async () => {
    const folders = await readdir(fileURLToPath(new URL('../../../fixtures/guides', import.meta.url)));
    const broken = folders.filter((name) => name !== 'good' && name !== 'README.md');
    // The others have theirs in torture-table.ts.
    expect([...Object.keys(EXPECTED), ...TORTURE.keys()].sort()).toEqual(broken.sort());
  });

  for (const [name, problems] of Object.entries(EXPECTED)) {
    it(`${name} is told in exactly these words and nothing is written`, async () => {
      const content = await fixture(name, name === 'no-guide-yaml' ? 'nothing' : 'good');
      const out = join(await temporaryFolder(), 'edition');
      const { code, out: printed, err } = await run(['build', '--content', content, '--out', out, '--json']);
      expect(JSON.parse(printed)).toEqual({ ok: false, problems });
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(await readdir(dirname(out))).toEqual([]);
    });
  }
});

describe('the real command', () => {
  const real = async (name: string, ...more: string[]) => {
    const content = await fixture(name);
    const out = join(await temporaryFolder(), 'edition');
    const args = [ENTRY, 'build', '--content', content, '--out', out, ...more];
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, args);
      return { code: 0, stdout, stderr, content, out };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr, content, out };
    }
  };

  it('says what it built', async () => {
    const { code, stdout, stderr, out } = await real('good', '--seq', '7');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Edition 7 is in .+: 8 documents in French, 8 documents in Dutch, 1 image, \d+ KB in all\.\n$/,
    );
    expect(await readdir(out)).toEqual(['blobs', 'edition.json']);
  });

  it('shows a mistake in sentences, with file, line and remedy', async () => {
    const { code, stdout, stderr, content, out } = await real('unknown-link');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(`The guide in ${content} cannot be built yet.

pages/employment/cover-letter.fr.md
  13:9  This link goes to "employment/frist-interview", and the guide has no such document.
      Why: A link holds the id of a document, for instance employment/first-interview: folder and name, without language and ending.
      To do: Did you mean "employment/first-interview"? Correct the id, or take the link out.

1 thing to put right in 1 file. Nothing was written.
`);
    expect(existsSync(out)).toBe(false);
  });

  it('shows broken YAML at its line in the file', async () => {
    const { code, stderr } = await real('malformed-yaml');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'pages/employment/cover-letter.fr.md\n  2:8  There is a colon too many on this line',
    );
  });

  it('refuses a zip that is called an image', async () => {
    const { code, stderr } = await real('image-is-a-zip');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'media/bridge.png\n  This is not an image that the kiosk can show: inside, it is a ZIP archive.',
    );
  });
});
