import { createHash } from 'node:crypto';
import { cp, lstat, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import { withoutCache } from '../../../../content/publisher/images/kept-renditions.ts';
import { openKept } from '../../../../content/publisher/kept/kept-documents.ts';
import { readPack, writePack } from '../../../../content/publisher/kept/pack.ts';
import { publisherVersion } from '../../../../content/publisher/kept/version.ts';
import { compileGuide } from '../../../../content/publisher/steps/compile-guide.ts';
import { readSources } from '../../../../content/publisher/steps/read-sources.ts';
import {
  allFiles,
  fixture,
  LETTER,
  LETTER_NL,
  page,
  type Run,
  removeTemporary,
  run,
  temporaryFolder,
} from './guide-under-test.ts';

afterEach(removeTemporary);

/** A guide with everything builds need beside it: a cache, and places for editions. */
async function workplace() {
  const guide = await fixture();
  const folder = await temporaryFolder();
  const cache = join(folder, 'cache');
  const build = (out: string, ...more: string[]): Promise<Run> =>
    run(['build', '--content', guide, '--out', join(folder, out), '--json', ...more]);
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(guide, path)), { recursive: true });
    await writeFile(join(guide, path), text);
  };
  const edit = async (path: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(guide, path), 'utf8');
    if (!text.includes(from)) throw new Error(`no "${from}" in ${path}`);
    await write(path, text.replaceAll(from, to));
  };
  /** Builds with what is kept and without, and says that both are the same to the byte and to the word. */
  const bothWays = async (): Promise<Run> => {
    const kept = await build('kept', '--cache', cache);
    const anew = await build('anew', '--no-cache');
    const said = (text: string) =>
      text.replaceAll(join(folder, 'kept'), 'OUT').replaceAll(join(folder, 'anew'), 'OUT');
    expect(said(kept.out)).toBe(said(anew.out));
    expect(kept.code).toBe(anew.code);
    if (kept.code === 0)
      expect(await allFiles(join(folder, 'kept'))).toEqual(await allFiles(join(folder, 'anew')));
    return kept;
  };
  const pack = async (): Promise<string> => {
    const [name, ...others] = await readdir(join(cache, 'documents'));
    if (name === undefined || others.length > 0) throw new Error('not one file of kept documents');
    return join(cache, 'documents', name);
  };
  /** The files that a compilation with what is kept reads once more. */
  const readAgain = async (): Promise<string[]> => {
    const read: string[] = [];
    const kept = await openKept(cache, guide);
    const noticed: typeof kept.read = (file, around) => {
      read.push(file.path);
      return kept.read(file, around);
    };
    await compileGuide(await readSources(guide), 1, noticed, withoutCache, kept.find);
    return read;
  };
  const documents = async (): Promise<number> =>
    [...(await allFiles(guide)).keys()].filter((path) => path.endsWith('.md')).length;
  return { guide, folder, cache, build, write, edit, bothWays, pack, readAgain, documents };
}

describe('a build that uses an earlier one', () => {
  it('is the same to the byte after every kind of change', async () => {
    const { guide, edit, write, bothWays } = await workplace();
    await bothWays();
    await bothWays();
    // Words; a title that others are compared with; a longer text, which changes the minutes of the other language too.
    await edit(LETTER, 'Dites', 'Expliquez');
    await bothWays();
    await edit(LETTER, 'title: Écrire une lettre', 'title: "Préparer l\'entretien"');
    await bothWays();
    await write(LETTER, (await readFile(join(guide, LETTER), 'utf8')) + 'Un mot de plus. '.repeat(200));
    await bothWays();
    // A new document, a partner whose name explains an abbreviation, one that goes again.
    for (const language of ['fr', 'nl']) {
      const text = page('Info CPAS.').replace('order: 10', 'order: 70').replace('Titre', `Page ${language}`);
      await write(`pages/employment/new-page.${language}.md`, text);
    }
    await bothWays();
    for (const language of ['fr', 'nl']) {
      const text = page('Info.', 'audience: info').replace('Titre', 'CPAS');
      await write(`partners/cpas.${language}.md`, text);
    }
    const explained = await bothWays();
    await edit('pages/employment/new-page.fr.md', 'Info CPAS.', 'Infos CPAS.');
    await bothWays();
    for (const language of ['fr', 'nl']) await edit(`partners/cpas.${language}.md`, 'CPAS', 'Centre');
    const unexplained = await bothWays();
    // Nobody has touched the page that uses the abbreviation, and yet it needs a warning now.
    expect(JSON.parse(unexplained.out).warnings).toBeGreaterThan(JSON.parse(explained.out).warnings);
    for (const language of ['fr', 'nl']) await rm(join(guide, `pages/employment/new-page.${language}.md`));
    await bothWays();
    // A drawing of another size: the documents that show it say so.
    await edit('media/bridge.svg', 'width="160" height="90" viewBox', 'width="320" height="90" viewBox');
    await bothWays();
    // The languages in another order, and words of the guide itself.
    await edit('guide.yaml', '[fr, nl]', '[nl, fr]');
    await bothWays();
  });

  it('finds the same mistakes, also where only something else was changed', async () => {
    const { guide, edit, bothWays } = await workplace();
    await bothWays();
    // The letter is linked from other documents, which nobody touched.
    await rm(join(guide, LETTER));
    await rm(join(guide, LETTER_NL));
    const { code, out } = await bothWays();
    expect(code).toBe(1);
    expect(out).toContain('first-interview');
    await cp(join(await fixture(), 'pages'), join(guide, 'pages'), { recursive: true });
    expect((await bothWays()).code).toBe(0);
    await edit('guide.yaml', 'id: employment', 'id: education');
    expect((await bothWays()).code).toBe(1);
    await edit('guide.yaml', 'id: education', 'id: employment');
    await rm(join(guide, 'media/bridge.svg'));
    expect((await bothWays()).out).toContain('bridge');
  });

  it('reads only what was changed', async () => {
    const { build, edit, cache, readAgain } = await workplace();
    await build('a', '--cache', cache);
    expect(await readAgain()).toEqual([]);
    await edit(LETTER, 'Dites', 'Expliquez');
    // Both languages of a document are one thing: its minutes are those of the longer one.
    expect(await readAgain()).toEqual([LETTER, LETTER_NL]);
    await build('a', '--cache', cache);
    expect(await readAgain()).toEqual([]);
  });

  it('reads again what looked at something that was changed', async () => {
    const { build, edit, cache, readAgain } = await workplace();
    await build('a', '--cache', cache);
    await edit('media/bridge.svg', 'width="160" height="90" viewBox', 'width="320" height="90" viewBox');
    expect(await readAgain()).toEqual([
      'pages/employment/first-interview.fr.md',
      'pages/employment/first-interview.nl.md',
    ]);
  });

  it('knows a document again when it comes back', async () => {
    const { guide, build, cache, edit, readAgain } = await workplace();
    const before = await readFile(join(guide, LETTER));
    await build('a', '--cache', cache);
    await edit(LETTER, 'Dites', '[Dites](no/where)');
    expect((await build('a', '--cache', cache)).code).toBe(1);
    await writeFile(join(guide, LETTER), before);
    expect(await readAgain()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is not used when it is damaged, wherever that is', async () => {
    const { build, cache, pack, readAgain, bothWays, documents } = await workplace();
    await build('a', '--cache', cache);
    const whole = await readFile(await pack());
    for (const share of [0, 0.001, 0.3, 0.6, 0.999]) {
      const bent = Buffer.from(whole);
      const at = Math.floor(share * whole.length);
      bent[at] = (bent[at] ?? 0) ^ 1;
      await writeFile(await pack(), bent);
      expect(await readAgain()).toHaveLength(await documents());
    }
    for (const torn of [whole.subarray(0, whole.length / 2), whole.subarray(0, 20), Buffer.alloc(0)]) {
      await writeFile(await pack(), torn);
      expect(await readAgain()).toHaveLength(await documents());
    }
    expect((await bothWays()).code).toBe(0);
    expect(await readAgain()).toEqual([]);
  });

  it('is not used when it is whole but nonsense', async () => {
    const { build, cache, pack, readAgain, documents } = await workplace();
    await build('a', '--cache', cache);
    const rest = Buffer.concat([Buffer.from([2, 0, 0, 0]), Buffer.from('{}')]);
    await writeFile(await pack(), Buffer.concat([createHash('sha256').update(rest).digest(), rest]));
    expect(await readAgain()).toHaveLength(await documents());
  });

  it('by another version of the publisher is not used', async () => {
    const { build, cache, pack, documents } = await workplace();
    await build('a', '--cache', cache);
    const version = publisherVersion() ?? '';
    expect(await readPack(await pack(), version)).toHaveLength((await documents()) / 2);
    expect(await readPack(await pack(), `${version}0`)).toEqual([]);
  });

  it('is of a version that any change in the publisher, the model or their packages makes another', async () => {
    const content = join(await temporaryFolder(), 'content');
    const files = ['model/a.ts', 'publisher/deep/b.ts', '../package-lock.json'];
    for (const file of files) {
      await mkdir(dirname(join(content, file)), { recursive: true });
      await writeFile(join(content, file), 'x');
    }
    const versions = [publisherVersion(content)];
    for (const file of files) {
      await writeFile(join(content, file), 'y');
      versions.push(publisherVersion(content));
    }
    await writeFile(join(content, 'publisher/c.ts'), '');
    versions.push(publisherVersion(content));
    expect(versions).not.toContain(undefined);
    expect(new Set(versions).size).toBe(versions.length);
    await rm(join(content, '../package-lock.json'));
    expect(publisherVersion(content)).toBeUndefined();
  });

  it('is left alone by a build with --no-cache', async () => {
    const { folder, build, cache } = await workplace();
    await build('a', '--no-cache');
    expect(await readdir(folder)).toEqual(['a']);
    const both = await build('a', '--no-cache', '--cache', cache);
    expect(both.code).toBe(2);
    expect(both.err).toContain('"--cache" and "--no-cache" do not go together.');
  });

  it('that cannot be written is no trouble', async () => {
    const { build, cache } = await workplace();
    await writeFile(cache, 'a file where the folder should be');
    expect((await build('a', '--cache', cache)).code).toBe(0);
    expect(await readFile(cache, 'utf8')).toBe('a file where the folder should be');
  });

  it('does not grow for ever', async () => {
    const folder = join(await temporaryFolder(), 'documents');
    for (let guide = 0; guide < 12; guide++) {
      await writePack(join(folder, `guide-${guide}`), 'v', []);
      await utimes(join(folder, `guide-${guide}`), guide, guide);
    }
    await writePack(join(folder, 'last'), 'v', []);
    const left = await readdir(folder);
    expect(left).toHaveLength(8);
    expect(left).toContain('last');
    expect(left).toContain('guide-11');
    expect(left).not.toContain('guide-4');
  });
});

describe('an edition written over an earlier one', () => {
  const inode = async (path: string) => (await stat(path)).ino;

  it('gives a second name to files that are the same, and writes the others', async () => {
    const { folder, build, edit } = await workplace();
    await build('a');
    const before = await allFiles(join(folder, 'a'));
    const inodes = new Map<string, number>();
    for (const path of before.keys()) inodes.set(path, await inode(join(folder, 'a', path)));
    await edit(LETTER, 'Dites', 'Expliquez');
    await build('a');
    const after = await allFiles(join(folder, 'a'));
    const same = [...after.keys()].filter((path) => before.has(path) && path !== '/edition.json');
    expect(same.length).toBeGreaterThan(5);
    for (const path of same) expect(await inode(join(folder, 'a', path))).toBe(inodes.get(path));
  });

  it('does not take over what was damaged there, nor a link to somewhere else', async () => {
    const { guide, folder, build } = await workplace();
    await build('a');
    const whole = await allFiles(join(folder, 'a'));
    const blobs = [...whole.keys()].filter((path) => path.startsWith('/blobs/'));
    const [damaged = ''] = blobs.map((path) => join(folder, 'a', path));
    const drawing = await readFile(join(guide, 'media/bridge.svg'));
    const linked = join(folder, 'a', blobPath(createHash('sha256').update(drawing).digest('hex')));
    const bytes = await readFile(damaged);
    await writeFile(damaged, Buffer.from(bytes.map((byte) => byte ^ 1)));
    const elsewhere = join(folder, 'elsewhere');
    const { length } = await readFile(linked);
    await cp(linked, elsewhere);
    await rm(linked);
    // A link is as long as the path in it: this one has the size of the file it stands for.
    const rest = length - elsewhere.length;
    await symlink(`${folder}${'/.'.repeat(Math.floor(rest / 2))}${'/'.repeat(rest % 2)}/elsewhere`, linked);
    expect((await lstat(linked)).size).toBe(length);
    expect((await build('a')).code).toBe(0);
    expect(await allFiles(join(folder, 'a'))).toEqual(whole);
  });
});
