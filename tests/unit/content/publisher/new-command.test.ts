import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../../../content/publisher/commands/build.ts';
import { begin } from '../../../../content/publisher/commands/new.ts';
import { KINDS } from '../../../../content/publisher/steps/folders.ts';
import { CAPTIONS, film } from './films-under-test.ts';
import { allFiles, fixture, removeTemporary, run, temporaryFolder } from './guide-under-test.ts';

afterEach(removeTemporary);

const COMMANDS = [begin, build];
const PLACES = {
  page: 'employment/use-the-floor',
  checklist: 'job-fair',
  event: 'job-fair',
  service: 'language-table',
  partner: 'next-door',
  notice: 'open-late',
} as const;

/** Runs `new` on a copy of the good guide. */
async function inGuide(...args: readonly string[]) {
  const content = await fixture();
  return { content, ...(await run(['new', ...args, '--content', content], COMMANDS)) };
}

/** Runs it on a guide and asserts that nothing was written. */
async function refused(...args: readonly string[]) {
  const content = await fixture();
  const before = await allFiles(content);
  const result = await run(['new', ...args, '--content', content], COMMANDS);
  expect(await allFiles(content)).toEqual(before);
  expect(result.out).toBe('');
  return result;
}

describe('a new document', () => {
  it.each(KINDS)('%s builds in every language as soon as its words are written', async (kind) => {
    const { content, code, err } = await inGuide(kind, PLACES[kind]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const out = join(await temporaryFolder(), 'edition');
    const first = await run(['build', '--content', content, '--out', out, '--json'], COMMANDS);
    const rules = JSON.parse(first.out).problems.map(({ rule }: { rule: string }) => rule);
    expect(rules).toEqual(['left-of-template', 'left-of-template']);

    for (const { parentPath, name } of await readdir(content, { recursive: true, withFileTypes: true })) {
      if (!name.endsWith('.md')) continue;
      const path = join(parentPath, name);
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/\[\[[^\]]*\]\]/g, 'Mot'));
    }
    const second = await run(['build', '--content', content, '--out', out, '--json'], COMMANDS);
    expect(JSON.parse(second.out)).toMatchObject({ ok: true, documents: { fr: 9, nl: 9 } });
  });

  it('says what it wrote and what comes next', async () => {
    const { content, out } = await inGuide('event', 'job-fair');
    expect(out).toContain('2 files for the new event "events/job-fair":');
    for (const language of ['fr', 'nl']) expect(out).toContain(`events/job-fair.${language}.md\n`);
    expect(out).toContain('The theme is "employment"');
    expect(out).toContain('"npm run guide -- manual --kind event" explains every line of an event.');
    expect(out).toContain('[words](events/job-fair)');
    expect(await readdir(join(content, 'events'))).toEqual([
      'cv-workshop.fr.md',
      'cv-workshop.nl.md',
      'job-fair.fr.md',
      'job-fair.nl.md',
    ]);
  });

  it('is told to programs as one JSON object', async () => {
    const { content, out } = await inGuide('page', 'employment/use-the-floor', '--json');
    const { ok, id, files } = JSON.parse(out);
    expect({ ok, id }).toEqual({ ok: true, id: 'employment/use-the-floor' });
    expect(files).toHaveLength(2);
    expect(await readFile(join(content, 'pages/employment/use-the-floor.fr.md'), 'utf8')).toMatch(
      /^---\ntitle: "\[\[/,
    );
  });

  it('comes after the last one of its list, with today and its theme', async () => {
    const { content } = await inGuide('page', 'employment/use-the-floor');
    const page = await readFile(join(content, 'pages/employment/use-the-floor.nl.md'), 'utf8');
    expect(page).toContain('\norder: 40\n');
    expect(page).toMatch(/\nupdated: 20\d\d-\d\d-\d\d\n/);
    const other = await inGuide('event', 'fair', '--theme', 'employment');
    expect(await readFile(join(other.content, 'events/fair.fr.md'), 'utf8')).toContain(
      '\ntheme: employment\n',
    );
    expect(other.out).not.toContain('The theme is');
  });

  it('may be named by its id, or by the path of its file', async () => {
    expect((await inGuide('event', 'events/fair')).code).toBe(0);
    expect((await inGuide('page', 'pages/employment/letter')).code).toBe(0);
  });

  it('makes the folder of its kind', async () => {
    const content = join(await temporaryFolder(), 'guide');
    await mkdir(content);
    const yaml = await readFile(join(await fixture(), 'guide.yaml'), 'utf8');
    await writeFile(join(content, 'guide.yaml'), yaml.replace('[fr, nl]', '[fr, nl, de]'));
    const { code } = await run(['new', 'notice', 'closed', '--content', content], COMMANDS);
    expect(code).toBe(0);
    expect(await readdir(join(content, 'notices'))).toEqual(['closed.de.md', 'closed.fr.md', 'closed.nl.md']);
    expect(await readFile(join(content, 'notices/closed.de.md'), 'utf8')).toContain('[[A short title]]');
  });
});

describe('a new document is not begun', () => {
  it('over one that is there, in whatever language', async () => {
    for (const args of [
      ['event', 'cv-workshop'],
      ['page', 'employment/cover-letter'],
      ['checklist', 'my-cv'],
    ] as const) {
      const { code, err } = await refused(...args);
      expect(code).toBe(1);
      expect(err).toContain('is there already.');
    }
    const content = await fixture();
    await writeFile(join(content, 'events/fair.nl.md'), 'van iemand');
    const { code } = await run(['new', 'event', 'fair', '--content', content], COMMANDS);
    expect(code).toBe(1);
    expect((await readdir(join(content, 'events'))).filter((name) => name.startsWith('fair'))).toEqual([
      'fair.nl.md',
    ]);
  });

  it.each<[string, readonly string[], string]>([
    ['without a name', ['page'], 'Please say what kind of document, and its name.'],
    ['with a word too many', ['page', 'a', 'b'], '"b" does not belong here.'],
    [
      'of an unknown kind',
      ['events', 'fair'],
      'There is no kind of document "events". Did you mean "event"?',
    ],
    ['of a kind in French', ['atelier', 'fair'], 'Did you mean "event"?'],
    ['of no kind at all', ['xyzzy', 'fair'], 'These exist: page, checklist'],
    ['as a page without theme', ['page', 'letter'], 'new page employment/letter'],
    [
      'in an unknown theme',
      ['page', 'emplyment/letter'],
      'The guide has no theme "emplyment". Did you mean "employment"?',
    ],
    ['with an unknown --theme', ['event', 'fair', '--theme', 'work'], 'The guide has no theme "work".'],
    ['with --theme on a page', ['page', 'employment/a', '--theme', 'employment'], 'leave --theme out'],
    [
      'in the folder of a theme',
      ['event', 'employment/fair'],
      'For instance: npm run guide -- new event fair --theme employment',
    ],
    ['with capitals and accents', ['event', 'Été.fr.md'], 'For instance: npm run guide -- new event ete'],
    [
      'with spaces',
      ['page', 'employment/Mon CV'],
      'For instance: npm run guide -- new page employment/mon-cv',
    ],
    ['out of the guide', ['notice', '../../closed'], 'cannot be the name of a document'],
    ['out of the guide as a page', ['page', '../closed'], 'The guide has no theme ".."'],
    ['with a name that is too long', ['event', 'a'.repeat(130)], 'cannot be the name of a document'],
    ['with a name of signs', ['event', '%'], 'cannot be the name of a document'],
  ])('%s', async (_name, args, sentence) => {
    const { code, err } = await refused(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('in a guide whose languages cannot be read', async () => {
    const content = await fixture();
    await writeFile(join(content, 'guide.yaml'), 'languages: fr\n');
    const { code, err } = await run(['new', 'event', 'fair', '--content', content], COMMANDS);
    expect(code).toBe(1);
    expect(err).toContain('guide.yaml');
  });

  it('in a folder that is no guide', async () => {
    const { code, err } = await run(['new', 'event', 'fair', '--content', await temporaryFolder()], COMMANDS);
    expect(code).toBe(1);
    expect(err).toContain('This folder holds no guide');
  });

  it('in one language only when the other cannot be written', async () => {
    const content = await fixture();
    const { writeNew } = await import('../../../../content/publisher/steps/write-new.ts');
    const words = await writeNew(content, [
      { path: 'new/a.fr.md', text: 'a' },
      { path: 'guide.yaml/a.nl.md', text: 'a' },
    ]);
    expect(words?.rule).toBe('cannot-write-new');
    expect(await readdir(content)).not.toContain('new');
  });

  it.skipIf(process.getuid?.() === 0)('where nothing may be written', async () => {
    const content = await fixture();
    await chmod(join(content, 'events'), 0o555);
    const { code, err } = await run(['new', 'event', 'fair', '--content', content], COMMANDS);
    await chmod(join(content, 'events'), 0o755);
    expect(code).toBe(1);
    expect(err).toContain('you are not allowed to write there');
  });
});

describe('new captions of a film', () => {
  async function withTheFilm() {
    const content = await fixture();
    await writeFile(join(content, 'media/line.mp4'), await film('line.mp4'));
    return content;
  }

  it('are begun in every language, all along the film, and build as soon as they are written', async () => {
    const content = await withTheFilm();
    const { code, out } = await run(['new', 'captions', 'media/line.mp4', '--content', content], COMMANDS);
    expect(code).toBe(0);
    expect(out).toContain('media/line.fr.vtt');
    const french = await readFile(join(content, 'media/line.fr.vtt'), 'utf8');
    expect(french).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n[[Ce que l’on entend ici]]\n');
    const before = await allFiles(content);
    const again = await run(['new', 'captions', 'line.mp4', '--content', content], COMMANDS);
    expect({ code: again.code, err: again.err }).toMatchObject({
      code: 1,
      err: expect.stringContaining('has captions in every language of the guide'),
    });
    expect(await allFiles(content)).toEqual(before);
  });

  it('fill in only the language that is missing', async () => {
    const content = await withTheFilm();
    await writeFile(join(content, 'media/line.fr.vtt'), CAPTIONS);
    const { out } = await run(
      ['new', 'captions', 'media/line.mp4', '--content', content, '--json'],
      COMMANDS,
    );
    expect(JSON.parse(out).files).toEqual([expect.stringMatching(/media\/line\.nl\.vtt$/)]);
    expect(await readFile(join(content, 'media/line.fr.vtt'), 'utf8')).toBe(CAPTIONS);
  });

  it.each<[string, readonly string[], string]>([
    ['no such film', ['captions', 'media/lime.mp4'], 'Did you mean "media/line.mp4"?'],
    ['a theme', ['captions', 'media/line.mp4', '--theme', 'employment'], 'leave --theme out'],
  ])('%s is told, and nothing is written', async (_name, args, words) => {
    const content = await withTheFilm();
    const before = await allFiles(content);
    const { code, err } = await run(['new', ...args, '--content', content], COMMANDS);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(await allFiles(content)).toEqual(before);
  });
});
