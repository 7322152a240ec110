import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { blobPath, editionPointer, manifest } from '../../../../content/model/edition.ts';
import { build } from '../../../../content/publisher/commands/build.ts';
import { diff } from '../../../../content/publisher/commands/diff.ts';
import type { EditionDiff } from '../../../../content/publisher/diff/compare-editions.ts';
import { fixture, LETTER, LETTER_NL, removeTemporary, run, temporaryFolder } from './guide-under-test.ts';

afterEach(removeTemporary);

const INTERVIEWS = ['pages/employment/first-interview.fr.md', 'pages/employment/first-interview.nl.md'];

/** Changes a text file of a guide; null takes it away. */
type Edit = (text: string) => string | null;

/** Two editions: the good guide, and the good guide with some files changed, added or taken away. */
async function twoEditions(edits: Readonly<Record<string, Edit>>): Promise<{ a: string; b: string }> {
  const guide = await fixture();
  const folder = await temporaryFolder();
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  await built(guide, a, '3');
  for (const [path, edit] of Object.entries(edits)) {
    const file = join(guide, path);
    const text = edit(await readFile(file, 'utf8').catch(() => ''));
    if (text === null) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  await built(guide, b, '4');
  return { a, b };
}

async function built(guide: string, out: string, seq: string): Promise<void> {
  const { code, err } = await run(['build', '--content', guide, '--out', out, '--seq', seq], [build]);
  if (code !== 0) throw new Error(err);
}

async function compared(edits: Readonly<Record<string, Edit>>): Promise<EditionDiff> {
  const { a, b } = await twoEditions(edits);
  const { code, out, err } = await run(['diff', a, b, '--json'], [diff]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { ok, ...rest }: { ok: boolean } & EditionDiff = JSON.parse(out);
  expect(ok).toBe(true);
  return rest;
}

const put =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`no "${from}" to replace`);
    return text.replaceAll(from, to);
  };

describe('two editions', () => {
  it('that are the same have no difference, and nothing to fetch but the manifest with its number', async () => {
    const { a, b } = await twoEditions({});
    const { out } = await run(['diff', a, b], [diff]);
    expect(out).toContain('From edition 3 to edition 4: no difference that a visitor could see.');
    const { bytes } = await compared({});
    const pointer = editionPointer.parse(JSON.parse(await readFile(join(b, 'edition.json'), 'utf8')));
    expect(bytes.fetch).toBe(pointer.manifest.length);
  });

  it('differ by the words of a changed text, word for word, under its heading', async () => {
    const { documents, guide, media } = await compared({
      [LETTER]: (text) =>
        put(
          'Dites pourquoi vous écrivez.',
          'Dites **pourquoi** vous écrivez.',
        )(text.replace('title: Écrire une lettre', 'title: Écrire une bonne lettre')),
    });
    expect({ guide, media, added: documents.added, removed: documents.removed }).toEqual({
      guide: [],
      media: { added: [], changed: [], removed: [] },
      added: [],
      removed: [],
    });
    expect(documents.changed).toEqual([
      {
        id: 'employment/cover-letter',
        language: 'fr',
        title: 'Écrire une bonne lettre',
        parts: [
          {
            part: 'title',
            change: 'changed',
            before: 'Écrire une lettre',
            after: 'Écrire une bonne lettre',
          },
          {
            part: 'paragraph',
            under: 'Le début',
            change: 'changed',
            before: 'Dites pourquoi vous écrivez.',
            after: 'Dites **pourquoi** vous écrivez.',
          },
        ],
      },
    ]);
  });

  it('differ by paragraphs that came and went, without blaming those around them', async () => {
    const { documents } = await compared({
      [LETTER]: put(
        'Une lettre courte donne envie de vous voir.',
        'Bonjour à toutes.\n\nUne lettre courte donne envie de vous voir.',
      ),
      [LETTER_NL]: put(
        'Een korte brief maakt nieuwsgierig.',
        'Dag allemaal.\n\nEen korte brief maakt nieuwsgierig.',
      ),
      'checklists/my-cv.fr.md': put(
        'On doit pouvoir vous appeler.',
        'Vous verrez un autre conseil, sans rapport aucun.',
      ),
    });
    expect(documents.changed.map(({ id, language, parts }) => [id, language, parts])).toEqual([
      [
        'checklists/my-cv',
        'fr',
        [
          { part: 'help', under: 'L’essentiel', change: 'removed', before: 'On doit pouvoir vous appeler.' },
          {
            part: 'help',
            under: 'L’essentiel',
            change: 'added',
            after: 'Vous verrez un autre conseil, sans rapport aucun.',
          },
        ],
      ],
      ['employment/cover-letter', 'fr', [{ part: 'paragraph', change: 'added', after: 'Bonjour à toutes.' }]],
      ['employment/cover-letter', 'nl', [{ part: 'paragraph', change: 'added', after: 'Dag allemaal.' }]],
    ]);
  });

  it('differ by a heading without blaming what stands under it', async () => {
    const { documents } = await compared({ [LETTER]: put('## Le début', '## Le tout début') });
    expect(documents.changed.flatMap(({ parts }) => parts)).toEqual([
      { part: 'heading', change: 'changed', before: 'Le début', after: 'Le tout début' },
    ]);
  });

  it('differ by a link that goes elsewhere and by details on top', async () => {
    const detail = put('order: 20', 'order: 30');
    const { documents } = await compared({
      [INTERVIEWS[0] ?? '']: (text) =>
        detail(put('Voir [la lettre](employment/cover-letter)', 'Voir [la lettre](checklists/my-cv)')(text)),
      [INTERVIEWS[1] ?? '']: (text) =>
        detail(put('Zie [de brief](employment/cover-letter)', 'Zie [de brief](checklists/my-cv)')(text)),
    });
    expect(documents.changed[0]?.parts).toEqual([
      { part: 'detail', name: 'order', change: 'changed', before: '20', after: '30' },
      {
        part: 'paragraph',
        under: 'Pendant',
        change: 'changed',
        before: 'Voir [la lettre](employment/cover-letter).',
        after: 'Voir [la lettre](checklists/my-cv).',
      },
    ]);
  });

  const NEW_PAGE: Readonly<Record<string, Edit>> = Object.fromEntries(
    ['fr', 'nl'].map((language) => [
      `pages/employment/new-page.${language}.md`,
      () =>
        `---\ntitle: ${language}\nsummary: Info.\norder: 90\nupdated: 2026-11-23\n---\n\nInfo ${language}.\n`,
    ]),
  );

  it('differ by documents and pictures that came', async () => {
    const drawing = await readFile(join(await fixture(), 'media/bridge.svg'), 'utf8');
    const moved = put('media/bridge.svg', 'media/other.svg');
    const { documents, media } = await compared({
      ...NEW_PAGE,
      [INTERVIEWS[0] ?? '']: moved,
      [INTERVIEWS[1] ?? '']: moved,
      'media/bridge.svg': () => null,
      'media/other.svg': () => drawing,
    });
    expect(documents.added).toEqual([
      { id: 'employment/new-page', language: 'fr', title: 'fr' },
      { id: 'employment/new-page', language: 'nl', title: 'nl' },
    ]);
    const length = Buffer.byteLength(drawing);
    expect(media.added).toEqual([{ path: 'media/other.svg', after: length }]);
    expect(media.removed).toEqual([{ path: 'media/bridge.svg', before: length }]);
  });

  it('differ by documents that went', async () => {
    const { a, b } = await twoEditions(NEW_PAGE);
    const { documents }: EditionDiff = JSON.parse((await run(['diff', b, a, '--json'], [diff])).out);
    expect(documents.removed.map(({ title }) => title)).toEqual(['fr', 'nl']);
    expect(documents.added).toEqual([]);
  });

  it('say to the byte what a terminal must fetch', async () => {
    const moved = put('media/bridge.svg', 'media/other.svg');
    const drawing = await readFile(join(await fixture(), 'media/bridge.svg'), 'utf8');
    const { a, b } = await twoEditions({
      [INTERVIEWS[0] ?? '']: moved,
      [INTERVIEWS[1] ?? '']: moved,
      'media/bridge.svg': () => null,
      'media/other.svg': () => drawing,
    });
    const result: EditionDiff = JSON.parse((await run(['diff', a, b, '--json'], [diff])).out);
    const names = async (folder: string) =>
      (await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name);
    const had = new Set(await names(a));
    const size = async (name: string) => (await readFile(join(b, blobPath(name)))).length;
    const sizes = await Promise.all((await names(b)).map(async (name) => [name, await size(name)] as const));
    const sum = (list: readonly (readonly [string, number])[]) =>
      list.reduce((total, [, length]) => total + length, 0);
    expect(result.bytes).toEqual({ total: sum(sizes), fetch: sum(sizes.filter(([name]) => !had.has(name))) });
    // Both interviews and the manifest; the drawing has another name, but the same bytes.
    expect(sizes.filter(([name]) => !had.has(name))).toHaveLength(3);
  });

  it('differ by the words of the guide itself', async () => {
    const { guide } = await compared({ 'guide.yaml': put('fr: Bruxelles', 'fr: Liège') });
    expect(guide).toEqual([
      { part: 'detail', name: 'centre.city.fr', change: 'changed', before: 'Bruxelles', after: 'Liège' },
    ]);
  });
});

describe('the comparison for people', () => {
  it('names what changed, with old and new words', async () => {
    const { a, b } = await twoEditions({ [LETTER]: put('Dites pourquoi', 'Expliquez pourquoi') });
    const { out } = await run(['diff', a, b], [diff]);
    expect(out).toContain('From edition 3 to edition 4: 1 document changed.');
    expect(out).toMatch(
      /A terminal that has edition 3 fetches [\d.]+ KB of the [\d.]+ KB of edition 4 \(\d+ %\)\./,
    );
    expect(out).toContain(
      [
        'Changed documents',
        '  Écrire une lettre (employment/cover-letter, French)',
        '    paragraph under "Le début", changed',
        '      - Dites pourquoi vous écrivez.',
        '      + Expliquez pourquoi vous écrivez.',
      ].join('\n'),
    );
  });

  it('goes into one page that needs nothing else and runs nothing', async () => {
    const evil = '<script>alert(1)</script> & "</style>"';
    const { a, b } = await twoEditions({
      [LETTER]: put(
        'Dites pourquoi vous écrivez.',
        `Dites ${evil.replaceAll('<', '\\<')} pourquoi vous écrivez.`,
      ),
    });
    const html = join(await temporaryFolder(), 'report.html');
    const { code } = await run(['diff', a, b, '--html', html], [diff]);
    expect(code).toBe(0);
    const page = await readFile(html, 'utf8');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;');
    expect(page).not.toMatch(/<script|<img|<link|https?:|url\(|@import|\bon[a-z]+=/i);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<p lang="fr">');
    expect(await readdir(dirname(html))).toEqual(['report.html']);
  });

  it('marks single words in that page', async () => {
    const { a, b } = await twoEditions({ [LETTER]: put('pourquoi vous écrivez', 'comment vous écrivez') });
    const html = join(await temporaryFolder(), 'report.html');
    await run(['diff', a, b, '--html', html], [diff]);
    expect(await readFile(html, 'utf8')).toContain(
      'Dites <del>pourquoi</del><ins>comment</ins> vous écrivez.',
    );
  });
});

describe('a folder that cannot be compared', () => {
  const refused = async (bend: (folder: string) => Promise<void>): Promise<string> => {
    const { a, b } = await twoEditions({});
    await bend(b);
    const html = join(await temporaryFolder(), 'report.html');
    const { code, out, err } = await run(['diff', a, b, '--html', html], [diff]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${b}\n`);
    expect(await readdir(dirname(html))).toEqual([]);
    return err;
  };
  const listOf = async (folder: string) => {
    const pointer = editionPointer.parse(JSON.parse(await readFile(join(folder, 'edition.json'), 'utf8')));
    const path = blobPath(pointer.manifest.sha256);
    return { path, list: manifest.parse(JSON.parse(await readFile(join(folder, path), 'utf8'))) };
  };

  it('is said not to be there', async () => {
    expect(await refused((folder) => rm(folder, { recursive: true }))).toContain('There is no such folder.');
  });

  it('is said to hold no edition', async () => {
    const bend = (folder: string) => rm(join(folder, 'edition.json'));
    expect(await refused(bend)).toContain('There is no edition in this folder.');
  });

  it('is said to have a damaged pointer', async () => {
    const bend = (folder: string) => writeFile(join(folder, 'edition.json'), '{"schema":1,');
    expect(await refused(bend)).toContain('This edition is damaged: edition.json');
  });

  it('is said to have a damaged manifest', async () => {
    let at = '';
    const bend = async (folder: string) => {
      at = (await listOf(folder)).path;
      await writeFile(join(folder, at), 'x');
    };
    expect(await refused(bend)).toContain(`This edition is damaged: ${at}`);
  });

  it('is said to lack a file, or to have another one in its place', async () => {
    const bent = (bend: (path: string) => Promise<void>) =>
      refused(async (folder) => {
        const { list } = await listOf(folder);
        const file = list.files.find(({ path }) => path === 'documents/employment/cover-letter.nl.json');
        await bend(join(folder, blobPath(file?.sha256 ?? '')));
      });
    const sentence = 'This edition is damaged: documents/employment/cover-letter.nl.json';
    expect(await bent((path) => rm(path))).toContain(sentence);
    expect(
      await bent(async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('brief', 'Brief'))),
    ).toContain(sentence);
  });

  it('is said to be from another version of this program', async () => {
    const { a, b } = await twoEditions({ [LETTER]: put('Dites', 'Disez') });
    const { createHash } = await import('node:crypto');
    const { list } = await listOf(b);
    const store = async (value: unknown) => {
      const bytes = Buffer.from(JSON.stringify(value));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await mkdir(dirname(join(b, blobPath(sha256))), { recursive: true });
      await writeFile(join(b, blobPath(sha256)), bytes);
      return { sha256, length: bytes.length };
    };
    const later = await store({ schema: 99 });
    const files = list.files.map((file) =>
      file.path === 'documents/employment/cover-letter.fr.json' ? { ...file, ...later } : file,
    );
    const pointer = { schema: 1, seq: 4, manifest: await store({ ...list, files }) };
    await writeFile(join(b, 'edition.json'), JSON.stringify(pointer));
    const { code, err } = await run(['diff', a, b], [diff]);
    expect(code).toBe(1);
    expect(err).toContain(`${b}\n`);
    expect(err).toContain('built by another version of the guide command');
  });

  it('is not asked for twice', async () => {
    const { code, err } = await run(['diff', 'a'], [diff]);
    expect(code).toBe(2);
    expect(err).toContain('Please give two folders');
    expect((await run(['diff', 'a', 'b', 'c'], [diff])).err).toContain('"c" does not belong here.');
  });

  it('for the report is named, and an earlier report stays', async () => {
    const { a, b } = await twoEditions({});
    const folder = await temporaryFolder();
    await cp(a, join(folder, 'taken'), { recursive: true });
    const { code, err } = await run(['diff', a, b, '--html', join(folder, 'taken')], [diff]);
    expect(code).toBe(1);
    expect(err).toContain('The report could not be written');
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
