import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { blobPath, editionPointer } from '../../../../content/model/edition.ts';
import { diff } from '../../../../content/publisher/commands/diff.ts';
import type { EditionDiff } from '../../../../content/publisher/diff/compare-editions.ts';
import { compared, type Edit, put, twoEditions } from './diff-under-test.ts';
import { fixture, LETTER, LETTER_NL, removeTemporary, run, temporaryFolder } from './guide-under-test.ts';

afterEach(removeTemporary);

const INTERVIEWS = ['pages/employment/first-interview.fr.md', 'pages/employment/first-interview.nl.md'];

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
