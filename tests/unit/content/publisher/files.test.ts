import { link, mkdir, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_BLOB_BYTES, MAX_EDITION_BYTES } from '../../../../content/model/limits.ts';
import * as say from '../../../../content/publisher/messages.ts';
import { FOLDERS, KINDS } from '../../../../content/publisher/steps/folders.ts';
import { readSources } from '../../../../content/publisher/steps/read-sources.ts';
import {
  at,
  fixture,
  INTERVIEW,
  LETTER,
  page,
  problemsOf,
  removeTemporary,
  run,
  temporaryFolder,
} from './guide-under-test.ts';

afterEach(removeTemporary);

describe('the files of a guide', () => {
  it.each<[string, string, say.Words]>([
    ['a note in the guide', 'notes.txt', say.strayFile],
    ['a page without theme', 'pages/letter.fr.md', say.strayFile],
    ['a page too deep', 'pages/employment/more/letter.fr.md', say.strayFile],
    ['a misspelled folder', 'page/employment/letter.fr.md', say.strayFile],
    ['an event in a folder of its own', 'events/employment/fair.fr.md', say.strayFile],
    [
      'an event with accents',
      'events/journée.fr.md',
      say.badSlug('events/journée.fr.md', 'events/journee.fr.md'),
    ],
    ['a page without language', 'pages/employment/letter.md', say.noLanguageInName('letter')],
    [
      'a name with capitals and spaces',
      'pages/employment/Ma Lettre.fr.md',
      say.badSlug('pages/employment/Ma Lettre.fr.md', 'pages/employment/ma-lettre.fr.md'),
    ],
    [
      'a name with accents',
      'checklists/idées.fr.md',
      say.badSlug('checklists/idées.fr.md', 'checklists/idees.fr.md'),
    ],
    [
      'a language in capitals',
      'checklists/ideas.FR.md',
      say.badSlug('checklists/ideas.FR.md', 'checklists/ideas.fr.md'),
    ],
    [
      'a name with two hyphens',
      'checklists/my--ideas.fr.md',
      say.badSlug('checklists/my--ideas.fr.md', 'checklists/my-ideas.fr.md'),
    ],
    ['an image with capitals', 'media/Mon Pont.SVG', say.badMediaName('media/mon-pont.svg')],
    ['a file that differs in capitals', 'pages/employment/cover-letter.fr.MD', say.caseClash(LETTER)],
    ['an image that differs in capitals', 'media/Bridge.svg', say.caseClash('media/bridge.svg')],
  ])('%s', async (_name, path, words) => {
    const problems = await problemsOf({ [path]: page('Une phrase.') });
    expect(problems.map(({ file, what, todo }) => ({ file, what, todo }))).toEqual([
      { file: problems[0]?.file, what: words.what, todo: words.todo },
    ]);
    expect(problems[0]?.file.toLowerCase()).toBe(path.toLowerCase());
  });

  it('a language that the guide does not have', async () => {
    const path = 'pages/employment/cover-letter.de.md';
    expect(await problemsOf({ [path]: page('Ein Satz.') })).toEqual([
      at(path, null, null, say.unknownLanguage('de', ['fr', 'nl'])),
    ]);
  });

  it('a folder that is no theme is told once', async () => {
    const pages = { 'pages/emploi/a.fr.md': page('Un.'), 'pages/emploi/a.nl.md': page('Een.') };
    expect(await problemsOf(pages)).toEqual([
      at('pages/emploi', null, null, say.unknownTheme('emploi', ['employment'], undefined)),
    ]);
  });

  it('two files that would be the same document', async () => {
    const yaml =
      'schema: 1\nlanguages: [fr]\ncentre: { name: { fr: A }, city: { fr: B }, promise: { fr: C } }\nthemes: [{ id: checklists, line: red, icon: store, title: { fr: D }, summary: { fr: E } }]\nfeatured: checklists/a\n';
    const list = page('Un.\n\n## A\n\n- [ ] un', 'theme: checklists\nminutes: 5');
    const gone = Object.fromEntries(
      ['checklists/my-cv', 'pages/employment/cover-letter', 'pages/employment/first-interview'].flatMap(
        (stem) => [
          [`${stem}.fr.md`, null],
          [`${stem}.nl.md`, null],
        ],
      ),
    );
    const problems = await problemsOf({
      ...gone,
      'media/bridge.svg': null,
      'guide.yaml': yaml,
      'checklists/a.fr.md': list,
      'pages/checklists/a.fr.md': page('Un.'),
    });
    expect(problems.filter(({ what }) => what.includes('would both'))).toEqual([
      at('pages/checklists/a.fr.md', null, null, say.duplicateId('checklists/a', 'checklists/a.fr.md')),
    ]);
  });

  it('a text in another encoding', async () => {
    expect(await problemsOf({ [LETTER]: Buffer.from('---\ntitle: \xe9t\xe9\n---\n', 'latin1') })).toEqual([
      at(LETTER, null, null, say.notUtf8),
    ]);
  });

  it('texts that cannot be read do not make their images unused, or links to them wrong', async () => {
    const bytes = Buffer.from('\xe9', 'latin1');
    const [french, dutch] = [INTERVIEW, INTERVIEW.replace('.fr.', '.nl.')];
    expect(await problemsOf({ [french]: bytes, [dutch]: bytes })).toEqual([
      at(french, null, null, say.notUtf8),
      at(dutch, null, null, say.notUtf8),
    ]);
  });

  it('no documents at all', async () => {
    const { files } = await readSources(await fixture());
    const gone = files.filter(({ path }) => path !== 'guide.yaml').map(({ path }) => [path, null]);
    const problems = await problemsOf(Object.fromEntries(gone));
    expect(problems).toEqual([
      at('guide.yaml', 14, 11, say.unknownReference('featured', 'checklists/my-cv', undefined)),
    ]);
  });
});

describe('a guide folder', () => {
  const problemsIn = async (folder: string) => {
    const out = join(await temporaryFolder(), 'edition');
    const { out: printed } = await run(['build', '--content', folder, '--out', out, '--json']);
    return JSON.parse(printed).problems ?? [];
  };

  it('may hold what editors and systems leave behind, and notes to colleagues', async () => {
    const folder = await fixture();
    for (const name of ['.DS_Store', 'Thumbs.db', 'guide.yaml~', 'README.md', 'pages/README.md']) {
      await writeFile(join(folder, name), 'x');
    }
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git', 'config'), 'x');
    expect(await problemsIn(folder)).toEqual([]);
  });

  it('may not hold a shortcut to a file outside', async () => {
    const folder = await fixture();
    const outside = join(await temporaryFolder(), 'secret.svg');
    await rename(join(folder, 'media/bridge.svg'), outside);
    await symlink(outside, join(folder, 'media/bridge.svg'));
    expect(await problemsIn(folder)).toEqual([at('media/bridge.svg', null, null, say.notAnOrdinaryFile)]);
  });

  it('may not hold a shortcut to a document, whatever links to it', async () => {
    const folder = await fixture();
    const outside = join(await temporaryFolder(), 'secret.md');
    for (const language of ['fr', 'nl']) {
      await rename(join(folder, `checklists/my-cv.${language}.md`), `${outside}.${language}`);
      await symlink(`${outside}.${language}`, join(folder, `checklists/my-cv.${language}.md`));
    }
    expect(await problemsIn(folder)).toEqual([
      at('checklists/my-cv.fr.md', null, null, say.notAnOrdinaryFile),
      at('checklists/my-cv.nl.md', null, null, say.notAnOrdinaryFile),
    ]);
  });

  it('may not hold a shortcut to a folder', async () => {
    const folder = await fixture();
    await symlink(await temporaryFolder(), join(folder, 'pages/more'));
    expect(await problemsIn(folder)).toEqual([at('pages/more', null, null, say.notAnOrdinaryFile)]);
  });

  it('may be reached through a shortcut itself', async () => {
    const shortcut = join(await temporaryFolder(), 'shortcut');
    await symlink(await fixture(), shortcut);
    expect(await problemsIn(shortcut)).toEqual([]);
  });

  it('may not hold a file larger than a terminal accepts', async () => {
    const folder = await fixture();
    await writeFile(join(folder, 'media/film.png'), '');
    await truncate(join(folder, 'media/film.png'), MAX_BLOB_BYTES + 1);
    const problems = await problemsIn(folder);
    expect(problems).toEqual([
      at('media/film.png', null, null, say.fileTooLarge(MAX_BLOB_BYTES + 1, MAX_BLOB_BYTES)),
    ]);
  });

  it('may not be larger than a terminal accepts in all', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'pages'));
    await writeFile(join(folder, '0.png'), '');
    await truncate(join(folder, '0.png'), MAX_BLOB_BYTES);
    for (let copy = 1; copy <= 8; copy++) await link(join(folder, '0.png'), join(folder, `${copy}.png`));
    expect(await readSources(folder)).toEqual({
      files: [],
      problems: [at(folder, null, null, say.guideTooLarge(9 * MAX_BLOB_BYTES, MAX_EDITION_BYTES))],
    });
  });

  it('that is none is told once, however much lies in it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'letter.docx'), 'x');
    await writeFile(join(folder, 'photo.jpg'), 'x');
    expect(await problemsIn(folder)).toEqual([at(folder, null, null, say.notAGuide)]);
  });

  it.each(KINDS)('that holds nothing but a %s is a guide without guide.yaml', async (kind) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, FOLDERS[kind]));
    await writeFile(join(folder, FOLDERS[kind], 'letter.fr.md'), page('Une phrase.'));
    expect(await problemsIn(folder)).toContainEqual(at('guide.yaml', null, null, say.noGuideYaml));
  });

  it('that is a file is told', async () => {
    const file = join(await temporaryFolder(), 'guide.yaml');
    await writeFile(file, 'schema: 1');
    expect(await problemsIn(file)).toEqual([at(file, null, null, say.notAGuide)]);
  });

  it('whose guide.yaml is a shortcut has only that to put right', async () => {
    const folder = await fixture();
    const outside = join(await temporaryFolder(), 'guide.yaml');
    await rename(join(folder, 'guide.yaml'), outside);
    await symlink(outside, join(folder, 'guide.yaml'));
    expect(await problemsIn(folder)).toEqual([at('guide.yaml', null, null, say.notAnOrdinaryFile)]);
  });

  it('that does not exist is told', async () => {
    const folder = join(await temporaryFolder(), 'nowhere');
    expect(await readSources(folder)).toEqual({
      files: [],
      problems: [at(folder, null, null, say.noSuchFolder(folder))],
    });
    expect((await run(['build', '--content', folder, '--out', join(folder, 'x')])).code).toBe(1);
  });
});
