import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { rememberingReader } from '../../content/publisher/preview/remembering-reader.ts';
import { compileGuide } from '../../content/publisher/steps/compile-guide.ts';
import { type FieldManual, manualOf } from '../../content/publisher/steps/manual.ts';
import { readSources, type SourceFile } from '../../content/publisher/steps/read-sources.ts';
import { writeEdition } from '../../content/publisher/steps/write-edition.ts';
import { beginVisit, openDocument, PATIENCE_MS, waitForScreen } from '../../src-main/dev/visitor-driver.ts';
import { injections, tokenOf } from './injections.ts';
import { expect, test } from './kiosk-test.ts';

const GOOD = path.join(import.meta.dirname, '../fixtures/guides/good');
const FILM = path.join(import.meta.dirname, '../fixtures/films/line.webm');

/** The kinds whose lines on top the other injection test does not reach, each with its folder. */
const FOLDERS = { event: 'events', service: 'services', partner: 'partners', notice: 'notices' } as const;
type Kind = keyof typeof FOLDERS;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** One line on top of a document; `contact.phone` is the line `phone` below `contact`. */
type Line = { readonly name: string; readonly example: string };

const lines = new Map<Kind, readonly Line[]>();
function linesOf(kind: Kind): readonly Line[] {
  const known = lines.get(kind);
  if (known) return known;
  const flat = ({ name, example, fields }: FieldManual, above = ''): Line[] =>
    fields.length > 0
      ? fields.flatMap((field) => flat(field, `${name}.`))
      : [{ name: `${above}${name}`, example }];
  // Links to other documents are ids, which the schema allows letters and hyphens only.
  const found = manualOf(kind).fields.flatMap((field) => flat(field));
  lines.set(kind, found);
  return found;
}

/** A document of a kind with an attack in some of its lines, in both languages; its text may lead on to another document. */
function attacked(
  kind: Kind,
  slug: string,
  attack: string,
  inLines: ReadonlySet<string>,
  next?: string,
): SourceFile[] {
  const written = new Map<string, string[]>();
  for (const { name, example } of linesOf(kind)) {
    if (['next', 'related'].includes(name) && !inLines.has(name)) continue;
    const [above, below] = name.includes('.') ? name.split('.') : [undefined, name];
    const line = inLines.has(name) ? `${below}: ${JSON.stringify(attack)}` : example;
    const key = above === undefined ? '' : above;
    written.set(key, [...(written.get(key) ?? []), above === undefined ? line : `  ${line}`]);
  }
  const top = [...written].flatMap(([above, lines]) => (above === '' ? lines : [`${above}:`, ...lines]));
  const body = next === undefined ? 'Une phrase.' : `- [mot](${next})`;
  const text = `---\n${top.join('\n')}\n---\n\n${body}\n`;
  return ['fr', 'nl'].map((language) => ({
    path: `${FOLDERS[kind]}/${slug}.${language}.md`,
    bytes: bytesOf(text),
  }));
}

/** The documents that stay the same are read once. */
const read = rememberingReader();
const compile = (files: readonly SourceFile[]) => compileGuide({ files, problems: [] }, 7, read);

/** Which of fifty documents the publisher refuses, by their number. */
async function refusedAmong(good: readonly SourceFile[], files: readonly SourceFile[]): Promise<Set<number>> {
  const compiled = await compile([...good, ...files]);
  const refused = new Set<number>();
  for (const { file, what } of compiled.ok ? [] : compiled.problems) {
    const number = /attack-(\d+)\./.exec(file)?.[1];
    if (number === undefined) throw new Error(`${file}: ${what}`);
    expect(what).not.toBe('');
    refused.add(Number(number));
  }
  return refused;
}

/** What an attack has left on a page; nothing, if all is well. */
function traces(page: Page) {
  return page.evaluate(() => {
    const markup = 'script, iframe, object, embed, form, base, template, noscript, audio, style';
    return {
      injected: 'injected' in window,
      elements: document.querySelectorAll(`#root :is(${markup})`).length,
      handlers: [...document.querySelectorAll('#root *')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
    };
  });
}
const NONE = { injected: false, elements: 0, handlers: 0 };

test('fifty injections in every line on top of every kind, in guide.yaml and in captions: shown as text or refused', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(300_000);
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const good = (await readSources(GOOD)).files;
    const attacks = injections(home);
    expect(attacks).toHaveLength(50);
    const files = new Map(good.map((file) => [file.path, file.bytes]));
    let refused = 0;
    let accepted = 0;

    // Lines on top: fifty documents at a time, each with one attack in one line; then all that was let through at once.
    const shown: {
      readonly id: string;
      readonly kind: Kind;
      readonly index: number;
      readonly inLines: Set<string>;
    }[] = [];
    const readElsewhere = new Set<string>();
    for (const kind of ['event', 'service', 'partner', 'notice'] as const) {
      const letThrough = attacks.map(() => new Set<string>());
      for (const { name } of linesOf(kind)) {
        const documents = attacks.flatMap((attack, index) =>
          attacked(kind, `attack-${index}`, attack, new Set([name])),
        );
        const no = await refusedAmong(good, documents);
        refused += no.size;
        accepted += attacks.length - no.size;
        for (const index of attacks.keys()) if (!no.has(index)) letThrough[index]?.add(name);
      }
      expect(letThrough.some((lines) => lines.has('title'))).toBe(true);
      for (const [index, lines] of letThrough.entries()) {
        // Nobody sees a keyword, and one that is the title again is refused for that alone.
        lines.delete('keywords');
        if (lines.size === 0) continue;
        const id = `${FOLDERS[kind]}/attack-${index}`;
        shown.push({ id, kind, index, inLines: lines });
        // The summary of a notice is read on the home screen, not on its own.
        if (kind === 'notice' && !lines.has('title')) readElsewhere.add(id);
      }
    }
    // Each leads on to the next one, so that all of them can be read one after the other.
    for (const [place, { kind, index, inLines }] of shown.entries()) {
      const next = shown[place + 1]?.id;
      for (const file of attacked(kind, `attack-${index}`, attacks[index] ?? '', inLines, next))
        files.set(file.path, file.bytes);
    }

    // guide.yaml: each attack alone in each text, then all that was let through in one guide.
    const guideYaml = Buffer.from(files.get('guide.yaml') ?? []).toString('utf8');
    const texts = ['name', 'city', 'promise', 'title', 'summary'];
    const withText = (text: string, field: string, words: string) =>
      text.replace(new RegExp(`(^ *${field}: ).*$`, 'm'), (_, begin: string) => {
        const quoted = JSON.stringify(words);
        return `${begin}{ fr: ${quoted}, nl: ${quoted} }`;
      });
    const inGuide = new Map(texts.map((field) => [field, [] as string[]]));
    for (const field of texts) {
      for (const attack of attacks) {
        const changed = good.map((file) =>
          file.path === 'guide.yaml' ? { ...file, bytes: bytesOf(withText(guideYaml, field, attack)) } : file,
        );
        const compiled = await compile(changed);
        if (compiled.ok) inGuide.get(field)?.push(attack);
        refused += compiled.ok ? 0 : 1;
        accepted += compiled.ok ? 1 : 0;
      }
    }
    // On the screen they share the texts of the guide between them; what one leaves open is closed again before the next.
    const close = ` "'>--></style></script></title></textarea></noscript> `;
    const shares = new Map(
      texts.map((field, place) => [
        field,
        (inGuide.get(field) ?? []).filter((attack) => attacks.indexOf(attack) % texts.length === place),
      ]),
    );
    const all = texts.reduce((text, field) => {
      const words = shares.get(field) ?? [];
      return withText(text, field, field === 'summary' ? (words[0] ?? 'Un mot') : words.join(close));
    }, guideYaml);
    files.set('guide.yaml', bytesOf(all));

    // Captions: each attack alone, then one caption after the other, each around a step of the film's slider.
    const at = (index: number, half: -1 | 1) =>
      `00:00:0${(((index + 1) * 100 + half * 50) / 1_000).toFixed(3)}`;
    const captions = (words: readonly string[]) =>
      ['WEBVTT', ...words.map((text, index) => `${at(index, -1)} --> ${at(index, 1)}\n${text}`)].join('\n\n');
    const film = await readFile(FILM);
    const withFilm = (words: readonly string[]) => {
      const result = new Map(files);
      result.set('media/attack-0.webm', film);
      result.set(
        'media/attack-0.svg',
        bytesOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>'),
      );
      for (const language of ['fr', 'nl']) {
        result.set(`media/attack-0.${language}.vtt`, bytesOf(`${captions(words)}\n`));
        const text = `${'mot '.repeat(2_000)}`.trim();
        result.set(
          `pages/employment/attacks.${language}.md`,
          bytesOf(
            `---\ntitle: Attaques\nsummary: Un mot.\norder: 900\nupdated: 2026-11-23\n---\n\n:::video[Mot]{file=media/attack-0.webm}\n${text.slice(0, 4_000)}\n:::\n\n- [mot](${shown[0]?.id})\n`,
          ),
        );
      }
      return compile([...result].map(([name, bytes]) => ({ path: name, bytes })));
    };
    const spoken: string[] = [];
    for (const attack of attacks) {
      const compiled = await compile([
        ...good,
        { path: 'media/attack-0.fr.vtt', bytes: bytesOf(`${captions([attack])}\n`) },
      ]);
      const rules = compiled.ok ? [] : compiled.problems.map(({ rule }) => rule);
      // Captions without a film are told as such; what else is told is the refusal.
      if (rules.every((rule) => rule === 'captions-unused')) spoken.push(attack);
    }
    refused += attacks.length - spoken.length;
    accepted += spoken.length;
    console.log(`injections: ${refused} refused, ${accepted} accepted as text`);

    const compiled = await withFilm(spoken);
    if (!compiled.ok)
      throw new Error(compiled.problems.map(({ file, what }) => `${file}: ${what}`).join('\n'));
    const factory = path.join(directory, 'attacked');
    expect(await writeEdition(compiled.edition, factory, GOOD)).toBeUndefined();

    const page = await (await startTerminal({ factory })).page();
    await waitForScreen(page, 'attract');
    expect(await traces(page)).toEqual(NONE);
    await beginVisit(page, 'fr');
    const guideShown = await page.evaluate(() => document.body.innerText);
    const titles = shares.get('title') ?? [];
    expect(titles.length).toBeGreaterThan(5);
    for (const [index, attack] of attacks.entries()) {
      if (titles.includes(attack)) expect(guideShown).toContain(tokenOf(index));
    }
    expect(await traces(page)).toEqual(NONE);

    // Names as long as these leave no room for a finger: the way is taken without one.
    await page
      .locator('[data-theme-id="employment"]')
      .first()
      .evaluate((element) => element instanceof HTMLElement && element.click());
    await waitForScreen(page, 'theme');
    await openDocument(page, 'employment/attacks');
    // Every caption, one after the other, by going to its moment; what looks like markup may be left out, and nothing more.
    expect(spoken.length).toBeGreaterThan(5);
    const heard = page.locator('[data-film-caption]');
    for (const [index, attack] of spoken.entries()) {
      await page.locator('[data-action="film-seek"]').fill(((index + 1) / 10).toFixed(1));
      const token = /zq\d\d/.exec(attack.replace(/<[^>]*(>|$)/g, ''))?.[0];
      if (token !== undefined) await expect(heard).toContainText(token, { timeout: PATIENCE_MS });
    }
    expect(await traces(page)).toEqual(NONE);

    // Every document, by the link to it on the one before.
    expect(shown.length).toBeGreaterThan(100);
    for (const { id, index } of shown) {
      const link = page.locator(`.text-link[data-document-id="${id}"]`);
      await link.evaluate((element) => element instanceof HTMLElement && element.click());
      await page.locator(`html[data-document="${id}"]`).waitFor({ state: 'attached', timeout: PATIENCE_MS });
      const html = await page.evaluate(() => document.body.innerText + document.body.innerHTML);
      if (!readElsewhere.has(id)) expect(html, id).toContain(tokenOf(index));
      expect(await traces(page), `${id}: ${attacks[index]}`).toEqual(NONE);
    }
    expect(calls).toBe(0);
  } finally {
    server.close();
  }
});
