import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { rememberingReader } from '../../content/publisher/preview/remembering-reader.ts';
import { type Compiled, compileGuide } from '../../content/publisher/steps/compile-guide.ts';
import { readSources, type SourceFile, type Sources } from '../../content/publisher/steps/read-sources.ts';
import { writeEdition } from '../../content/publisher/steps/write-edition.ts';
import { beginVisit, goHome, openDocument, openTheme, tap } from '../../src-main/dev/visitor-driver.ts';
import { injections, tokenOf } from './injections.ts';
import { expect, test } from './kiosk-test.ts';

const GOOD = path.join(import.meta.dirname, '../fixtures/guides/good');

/** Every place for words in a page: its name, and how a text gets there. */
const PLACES = {
  title: (text: string) => ({ title: text }),
  summary: (text: string) => ({ summary: text }),
  paragraph: (text: string) => ({ body: text }),
  heading: (text: string) => ({ body: `## ${text}` }),
  bold: (text: string) => ({ body: `Un **${text}** mot.` }),
  list: (text: string) => ({ body: `- ${text}` }),
  step: (text: string) => ({ body: `:::steps\n1. ${text}\n:::` }),
  'tip title': (text: string) => ({ body: `:::tip[${text}]\nMot.\n:::` }),
  tip: (text: string) => ({ body: `:::tip[Mot]\n${text}\n:::` }),
  question: (text: string) => ({ body: `:::question[${text}]\nMot.\n:::` }),
  answer: (text: string) => ({ body: `:::question[Mot ?]\n${text}\n:::` }),
  contact: (text: string) => ({ body: `:::contact[Mot]\n${text}\n:::` }),
  alt: (text: string) => ({ body: `![${text}](media/bridge.svg)` }),
  caption: (text: string) => ({ body: `![Un pont](media/bridge.svg ${JSON.stringify(text)})` }),
  link: (text: string) => ({ body: `[${text}](employment/cover-letter)` }),
  'directive attribute': (text: string) => ({ body: `::checklist{id="checklists/my-cv" onclick="${text}"}` }),
} as const;

type Parts = { readonly title?: string; readonly summary?: string; readonly body?: string };

function pageFiles(
  slug: string,
  { title = 'Un titre', summary = 'Un mot.', body = '' }: Parts,
): SourceFile[] {
  const text = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `summary: ${JSON.stringify(summary)}`,
    'order: 900',
    'updated: 2026-11-23',
    '---',
    '',
    'Introduction.',
    '',
    body,
    '',
  ].join('\n');
  return ['fr', 'nl'].map((language) => ({
    path: `pages/employment/${slug}.${language}.md`,
    bytes: new TextEncoder().encode(text),
  }));
}

function withFiles(sources: Sources, files: readonly SourceFile[]): Sources {
  return { files: [...sources.files, ...files], problems: sources.problems };
}

/** Which documents the publisher refuses, by their number; it says why of each. */
function refusedAmong(compiled: Compiled): ReadonlySet<number> {
  const refused = new Set<number>();
  for (const { file, what } of compiled.ok ? [] : compiled.problems) {
    const number = /attack-(\d+)\./.exec(file)?.[1];
    if (number === undefined) throw new Error(`${file}: ${what}`);
    expect(what).not.toBe('');
    refused.add(Number(number));
  }
  return refused;
}

test('fifty injections in every place for words: shown as text or refused, never run, never calling home', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(600_000);
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const good = await readSources(GOOD);
    const attacks = injections(home);
    expect(attacks).toHaveLength(50);

    // Each injection alone in each place, fifty documents at a time: what the publisher lets through is put together on one page.
    const read = rememberingReader();
    let refused = 0;
    let accepted = 0;
    const partsOf = attacks.map((): { title?: string; summary?: string; body: string } => ({ body: '' }));
    for (const place of Object.values(PLACES)) {
      const documents = attacks.flatMap((attack, index) => pageFiles(`attack-${index}`, place(attack)));
      const no = refusedAmong(await compileGuide(withFiles(good, documents), 7, read));
      refused += no.size;
      accepted += attacks.length - no.size;
      for (const [index, parts] of partsOf.entries()) {
        if (no.has(index)) continue;
        const part: Parts = place(attacks[index] ?? '');
        if (part.title !== undefined) parts.title = part.title;
        if (part.summary !== undefined) parts.summary = part.summary;
        if (part.body !== undefined) parts.body += `${part.body}\n\n`;
      }
    }
    const pages: SourceFile[] = [];
    const shown: number[] = [];
    for (const [index, parts] of partsOf.entries()) {
      if (parts.body === '' && parts.title === undefined && parts.summary === undefined) continue;
      shown.push(index);
      pages.push(...pageFiles(`attack-${index}`, parts));
    }
    expect(refused + accepted).toBe(50 * Object.keys(PLACES).length);
    console.log(`injections: ${refused} refused, ${accepted} accepted as text, on ${shown.length} pages`);

    const compiled = await compileGuide(withFiles(good, pages), 7);
    if (!compiled.ok) throw new Error(compiled.problems.map(({ what }) => what).join('\n'));
    const factory = path.join(directory, 'attacked');
    expect(await writeEdition(compiled.edition, factory, GOOD)).toBeUndefined();

    const page = await (await startTerminal({ factory })).page();
    await beginVisit(page, 'fr');
    for (const index of shown) {
      await openTheme(page, 'employment');
      await openDocument(page, `employment/attack-${index}`);
      const closed = await page
        .locator('[data-question][aria-expanded="false"]')
        .evaluateAll((questions) => questions.map((question) => question.getAttribute('data-question')));
      for (const question of closed) await tap(page, `[data-question="${question}"]`);
      const found = await page.evaluate((token) => {
        const markup = 'script, iframe, object, embed, form, base, template, noscript, video, audio, style';
        return {
          injected: 'injected' in window,
          words: document.body.innerText.includes(token) || document.body.innerHTML.includes(token),
          elements: document.querySelectorAll(`#root :is(${markup})`).length,
          handlers: [...document.querySelectorAll('#root *')].filter((element) =>
            element.getAttributeNames().some((name) => name.startsWith('on')),
          ).length,
        };
      }, tokenOf(index));
      expect(found, `injection ${index}: ${attacks[index]}`).toEqual({
        injected: false,
        words: true,
        elements: 0,
        handlers: 0,
      });
      await goHome(page);
    }
    expect(calls).toBe(0);
  } finally {
    server.close();
  }
});
