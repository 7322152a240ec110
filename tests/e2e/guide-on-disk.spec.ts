import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { isDocumentPath } from '../../content/model/edition.ts';
import {
  beginVisit,
  goHome,
  openDocument,
  openTheme,
  switchLanguage,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import { blobOf, copyFactory, expect, manifestOf, test } from './kiosk-test.ts';

/** Opens one page of a theme in both languages and checks that it has text. */
async function readSomething(page: Page): Promise<void> {
  await beginVisit(page, 'fr');
  await openTheme(page, 'education');
  await openDocument(page, 'education/open-days');
  await waitForScreen(page, 'article');
  expect((await page.locator('article').innerText()).length).toBeGreaterThan(400);
  await switchLanguage(page, 'nl');
  await expect(page.locator('html')).toHaveAttribute('data-screen', 'article');
  await goHome(page);
  await openDocument(page, 'checklists/cv-workshop');
  await waitForScreen(page, 'checklist');
}

test('pages open from IndexedDB when their files can no longer be had', async ({
  startTerminal,
  directory,
}) => {
  const factory = await copyFactory(directory);
  const terminal = await startTerminal({ factory });
  const page = await terminal.page();
  for (const file of (await manifestOf(factory)).files.filter(({ path: name }) => isDocumentPath(name)))
    await rm(await blobOf(factory, file.path));
  const fetched = await page.evaluate(async () =>
    fetch('/edition/1/files/documents/education/open-days.fr.json')
      .then((answer) => answer.text())
      .catch(() => 'nothing'),
  );
  expect(fetched).not.toContain('"body"');
  await readSomething(page);
});

test('the guide is read from IndexedDB at the second start, not fetched again', async ({ startTerminal }) => {
  const first = await startTerminal();
  await first.page();
  await first.stop();
  const second = await startTerminal({ profile: first.profile });
  await readSomething(await second.page());
  const codes = second.log().map((line) => line.code);
  expect(codes).not.toContain('catalogue-rebuilt');
});

async function databaseFiles(profile: string): Promise<readonly string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.parentPath.includes('IndexedDB'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

test('a terminal whose IndexedDB was deleted builds it again', async ({ startTerminal }) => {
  const first = await startTerminal();
  await first.page();
  await first.stop();
  const files = await databaseFiles(first.profile);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) await rm(file);
  const second = await startTerminal({ profile: first.profile });
  await readSomething(await second.page());
});

test('a terminal whose IndexedDB is full of garbage builds it again', async ({ startTerminal }) => {
  const first = await startTerminal();
  await first.page();
  await first.stop();
  for (const file of await databaseFiles(first.profile)) {
    const { size } = await stat(file);
    await writeFile(file, Buffer.alloc(Math.max(size, 512), 'garbage '));
  }
  const second = await startTerminal({ profile: first.profile });
  await readSomething(await second.page());
  expect(second.printed()).not.toMatch(/\n\s+at /);
});

test('one flipped byte in the factory edition: refused by name, and a calm screen in both languages', async ({
  startTerminal,
  directory,
}) => {
  const factory = await copyFactory(directory);
  const victim = 'documents/employment/first-interview.nl.json';
  const blob = await blobOf(factory, victim);
  const bytes = await readFile(blob);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await writeFile(blob, bytes);

  const terminal = await startTerminal({ factory });
  const page = await terminal.page();
  await waitForScreen(page, 'preparing');
  await expect(page.locator('body')).toContainText('Cette borne se prépare.');
  await expect(page.locator('body')).toContainText('Dit scherm maakt zich klaar.');
  await expect(page.locator('[data-begin]')).toHaveCount(0);
  expect(terminal.printed()).toContain(victim);
  expect(terminal.printed()).not.toMatch(/\n\s+at /);
});

for (const [what, damage] of [
  ['missing', async (factory: string) => rm(factory, { recursive: true })],
  ['without its manifest', async (factory: string) => rm(path.join(factory, 'edition.json'))],
  [
    'with nonsense for a manifest',
    async (factory: string) => writeFile(path.join(factory, 'edition.json'), '{"a":'),
  ],
] as const) {
  test(`a factory edition ${what}: the kiosk starts all the same, and says that it is preparing`, async ({
    startTerminal,
    directory,
  }) => {
    const factory = await copyFactory(directory);
    await damage(factory);
    const terminal = await startTerminal({ factory });
    await waitForScreen(await terminal.page(), 'preparing');
    expect(terminal.printed()).not.toMatch(/\n\s+at /);
  });
}
