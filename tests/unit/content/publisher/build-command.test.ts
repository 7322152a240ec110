import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { blobPath, editionPointer, manifest } from '../../../../content/model/edition.ts';
import type { Command } from '../../../../content/publisher/command.ts';
import * as say from '../../../../content/publisher/messages.ts';
import { allFiles, fixture, removeTemporary, run, temporaryFolder } from './guide-under-test.ts';

afterEach(removeTemporary);

const build = async (out: string, ...more: string[]) =>
  run(['build', '--content', await fixture(), '--out', out, ...more]);

describe('the guide command', () => {
  it('explains itself when asked', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, out, err } = await run(args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Usage: npm run guide -- <command>');
      expect(out).toContain('build  check the guide');
    }
    expect(await run(['build', '--help'])).toEqual({ code: 0, out: say.buildUsage, err: '' });
  });

  it.each<[string, string[], string]>([
    ['nothing', [], ''],
    ['a misspelled command', ['biuld'], 'There is no command "biuld". Did you mean "build"?'],
    ['an unknown command', ['frobnicate'], 'There is no command "frobnicate".'],
    ['a flag without a command', ['--out', 'x'], 'This command has no option "--out".'],
    [
      'a misspelled flag',
      ['build', '--otu', 'x'],
      'This command has no option "--otu". Did you mean "--out"?',
    ],
    ['an inherited name as a flag', ['build', '--toString'], 'This command has no option "--toString".'],
    ['a flag without its value', ['build', '--out'], '"--out" needs something after it.'],
    ['a flag as a value', ['build', '--out', '--json'], '"--out" needs something after it.'],
    [
      'a value for a flag that has none',
      ['build', '--json=yes'],
      '"--json" stands alone: write nothing after it.',
    ],
    ['a stray word', ['build', 'now'], '"now" does not belong here.'],
    ['no --out', ['build'], 'Please say where the edition goes, with --out DIR.'],
    [
      'an edition 0',
      ['build', '--out', 'x', '--seq', '0'],
      '"--seq 0" is not the number of an edition: use 1, 2, 3 ...',
    ],
    [
      'half an edition',
      ['build', '--out', 'x', '--seq', '1.5'],
      '"--seq 1.5" is not the number of an edition: use 1, 2, 3 ...',
    ],
  ])('with %s says how it is used', async (_name, args, sentence) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(sentence)).toBe(true);
    expect(err).toContain('Usage: npm run guide -- ');
  });

  it('that makes a mistake itself says one sentence, never a stack trace', async () => {
    const broken: Command = {
      name: 'broken',
      summary: '',
      usage: '',
      run: async () => {
        throw new TypeError('x is not a function');
      },
    };
    const { code, out, err } = await run(['broken'], [broken]);
    expect({ code, out }).toEqual({ code: 70, out: '' });
    expect(err).toBe(
      'The guide command itself made a mistake (x is not a function); your files are not to blame and are as they ' +
        'were, so please report this sentence together with what you did.\n',
    );
  });
});

describe('a built edition', () => {
  it('is a pointer, a manifest and every file under its own hash', async () => {
    const out = join(await temporaryFolder(), 'deep', 'edition');
    expect((await build(out, '--seq', '12')).code).toBe(0);
    const pointer = editionPointer.parse(JSON.parse(await readFile(join(out, 'edition.json'), 'utf8')));
    const list = manifest.parse(
      JSON.parse(await readFile(join(out, blobPath(pointer.manifest.sha256)), 'utf8')),
    );
    expect(pointer.seq).toBe(12);
    expect(list.seq).toBe(12);
    expect(list.languages).toEqual(['fr', 'nl']);
    expect(list.files.map(({ path }) => path)).toEqual([
      'documents/checklists/my-cv.fr.json',
      'documents/checklists/my-cv.nl.json',
      'documents/employment/cover-letter.fr.json',
      'documents/employment/cover-letter.nl.json',
      'documents/employment/first-interview.fr.json',
      'documents/employment/first-interview.nl.json',
      'documents/employment/get-help.fr.json',
      'documents/employment/get-help.nl.json',
      'documents/events/cv-workshop.fr.json',
      'documents/events/cv-workshop.nl.json',
      'documents/notices/closed.fr.json',
      'documents/notices/closed.nl.json',
      'documents/partners/example-house.fr.json',
      'documents/partners/example-house.nl.json',
      'documents/services/advice.fr.json',
      'documents/services/advice.nl.json',
      'guide.json',
      'media/bridge.svg',
    ]);
    const { createHash } = await import('node:crypto');
    const written = await allFiles(out);
    const expected = [
      '/edition.json',
      ...[pointer.manifest, ...list.files].map(({ sha256 }) => `/${blobPath(sha256)}`),
    ];
    expect([...written.keys()].sort()).toEqual(expected.sort());
    for (const { sha256, length } of [pointer.manifest, ...list.files]) {
      const bytes = Buffer.from(written.get(`/${blobPath(sha256)}`) ?? '', 'base64');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(bytes.length).toBe(length);
    }
  });

  it('has JSON without spaces', async () => {
    const out = join(await temporaryFolder(), 'edition');
    await build(out);
    const pointer = await readFile(join(out, 'edition.json'), 'utf8');
    expect(pointer).toBe(JSON.stringify(JSON.parse(pointer)));
  });

  it('is summed up as one JSON object', async () => {
    const out = join(await temporaryFolder(), 'edition');
    const { code, out: printed, err } = await build(out, '--json');
    const bytes = [...(await allFiles(out)).values()].reduce(
      (sum, text) => sum + Buffer.from(text, 'base64').length,
      0,
    );
    const { manifest: pointed } = JSON.parse(await readFile(join(out, 'edition.json'), 'utf8'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(printed)).toEqual({
      ok: true,
      seq: 1,
      out,
      manifest: pointed.sha256,
      documents: { fr: 8, nl: 8 },
      media: 1,
      films: 0,
      files: 18,
      bytes,
      warnings: 0,
    });
  });

  it('replaces an earlier one as a whole', async () => {
    const out = join(await temporaryFolder(), 'edition');
    await build(out);
    const first = await allFiles(out);
    expect((await build(out, '--seq', '2')).code).toBe(0);
    const second = await allFiles(out);
    expect(second.get('/edition.json')).not.toBe(first.get('/edition.json'));
    expect(second.size).toBe(first.size);
    expect(await readdir(dirname(out))).toEqual(['edition']);
  });

  it('goes into an empty folder, or through a shortcut to one', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'empty'));
    await symlink(join(folder, 'empty'), join(folder, 'shortcut'));
    expect((await build(join(folder, 'shortcut'))).code).toBe(0);
    expect(await readdir(join(folder, 'empty'))).toEqual(['blobs', 'edition.json']);
    expect((await readdir(folder)).sort()).toEqual(['empty', 'shortcut']);
  });

  it('stays as it was when the next build fails', async () => {
    const out = join(await temporaryFolder(), 'edition');
    await build(out);
    const before = await allFiles(out);
    const broken = await fixture('unknown-link');
    expect((await run(['build', '--content', broken, '--out', out])).code).toBe(1);
    expect(await allFiles(out)).toEqual(before);
    expect(await readdir(dirname(out))).toEqual(['edition']);
  });
});

describe('an output folder', () => {
  const refused = async (out: string, words: say.Words) => {
    const before = await allFiles(dirname(out));
    const { code, out: printed, err } = await build(out);
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(err).toContain(say.notWrittenHeading);
    expect(err).toContain(`${out}\n  ${words.what}\n      Why: ${words.why}\n      To do: ${words.todo}`);
    expect(await allFiles(dirname(out))).toEqual(before);
  };

  it('with other things in it is left alone', async () => {
    const out = join(await temporaryFolder(), 'photos');
    await mkdir(out);
    await writeFile(join(out, 'holiday.jpg'), 'x');
    await refused(out, say.outIsNotOurs('holiday.jpg'));
  });

  it('with other things beside an edition is left alone', async () => {
    const out = join(await temporaryFolder(), 'edition');
    await build(out);
    await writeFile(join(out, 'notes.txt'), 'x');
    await refused(out, say.outIsNotOurs('notes.txt'));
  });

  it('with blobs but no edition is left alone', async () => {
    const out = join(await temporaryFolder(), 'store');
    await mkdir(join(out, 'blobs'), { recursive: true });
    await refused(out, say.outIsNotOurs('blobs'));
  });

  it('that is a file is left alone', async () => {
    const out = join(await temporaryFolder(), 'edition');
    await writeFile(out, 'x');
    await refused(out, say.outIsAFile);
  });

  it('inside the guide, or around it, is refused', async () => {
    const content = await fixture();
    for (const out of [content, join(content, 'out'), dirname(content)]) {
      const { code, out: printed } = await run(['build', '--content', content, '--out', out, '--json']);
      expect(code).toBe(1);
      expect(JSON.parse(printed)).toEqual({
        ok: false,
        problems: [{ file: out, line: null, column: null, ...say.outOverlapsContent }],
      });
    }
    expect(await readdir(dirname(content))).toEqual([basename(content)]);
  });

  it('below a file cannot be made', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), 'x');
    const { code, err } = await build(join(folder, 'file', 'edition'));
    expect(code).toBe(1);
    expect(err).toContain('The edition could not be written: part of its path is a file, not a folder.');
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written is told', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o500);
    const { code, err } = await build(join(folder, 'edition'));
    await chmod(folder, 0o700);
    expect(code).toBe(1);
    expect(err).toContain('you are not allowed to write there');
  });
});
