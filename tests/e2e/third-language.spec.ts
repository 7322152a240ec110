import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import {
  beginVisit,
  endVisit,
  goHome,
  openDocument,
  openPlace,
  openPlan,
  openSearch,
  openTheme,
  screenOf,
  switchLanguage,
  tap,
  typeWords,
  waitForRest,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, LANDSCAPE, PORTRAIT, test } from './kiosk-test.ts';
import { barriers } from './screen-checks.ts';

const PROJECT = path.join(import.meta.dirname, '../..');
const GERMAN = path.join(import.meta.dirname, '../fixtures/third-language');
const PICTURES = path.join(PROJECT, 'out/test-results/pictures/third-language');

/** What a build needs of the project, besides its packages. */
const COPIED = [
  'assets',
  'content/model',
  'content/publisher',
  'content/tsconfig.json',
  'src-main',
  'src-renderer',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** The project with one file of words and one guide more, and not a line of code; built. Answers its folder. */
async function projectWithGerman(directory: string): Promise<string> {
  const copy = path.join(directory, 'project');
  for (const each of COPIED) await cp(path.join(PROJECT, each), path.join(copy, each), { recursive: true });
  await symlink(path.join(PROJECT, 'node_modules'), path.join(copy, 'node_modules'));
  await cp(path.join(GERMAN, 'de.json'), path.join(copy, 'src-renderer/language/words/de.json'));
  await cp(path.join(GERMAN, 'guide'), path.join(copy, 'content/guide'), { recursive: true });
  await promisify(execFile)(process.execPath, ['src-main/dev/build.ts'], { cwd: copy });
  return copy;
}

type Tree = { readonly [key: string]: string | Tree };
function texts(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}

/** Whole phrases of the screens' words in a language. */
async function phrasesOf(project: string, language: string): Promise<readonly string[]> {
  const file = path.join(project, `src-renderer/language/words/${language}.json`);
  const words = JSON.parse(await readFile(file, 'utf8')) as Tree;
  return texts(words).filter((text) => text.includes(' ') && !text.includes('{{'));
}

/** Parts whose words run out of their box sideways, or keys that stand where words should. */
function flaws(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#root *')].flatMap((element) => {
      if (!element.checkVisibility() || element.closest('.visually-hidden')) return [];
      const runsOut =
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden';
      const isKey =
        element.childElementCount === 0 && /^[a-z]+\.[a-zA-Z.-]+$/.test(element.textContent ?? '');
      return runsOut || isKey ? [`${element.className}: ${element.textContent}`] : [];
    }),
  );
}

/** How far the way back reaches into the switch of languages, in CSS pixels. */
function overlap(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [way, choices] = ['.frame__way > *', '.language-switch'].map((each) =>
      document.querySelector(each),
    );
    if (!way || !choices) return 0;
    return Math.max(0, way.getBoundingClientRect().right - choices.getBoundingClientRect().left);
  });
}

test('a third language is files only: words for the screens, a side of the guide, and the whole visit is in German', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(300_000);
  const project = await projectWithGerman(directory);
  const foreign = [...(await phrasesOf(project, 'fr')), ...(await phrasesOf(project, 'nl'))];
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });

  for (const [name, size] of Object.entries({ upright: PORTRAIT, lying: LANDSCAPE })) {
    const terminal = await startTerminal({ project, size, factory: path.join(project, 'out/factory') });
    const page = await terminal.page();
    await waitForScreen(page, 'attract');
    for (const door of ['fr', 'nl', 'de'])
      await expect(page.locator(`[data-begin="${door}"]`).first()).toBeVisible();
    const look = async (isForeignFree = true) => {
      await waitForRest(page);
      const screen = await screenOf(page);
      await page.screenshot({ path: path.join(PICTURES, `${screen}-${name}.png`) });
      expect(await barriers(page), screen).toEqual([]);
      expect(await flaws(page), screen).toEqual([]);
      expect(await overlap(page), screen).toBe(0);
      if (!isForeignFree) return;
      await expect(page.locator('html')).toHaveAttribute('lang', /^de/);
      const shown = await page.evaluate(() => document.body.innerText);
      expect(
        foreign.filter((phrase) => shown.includes(phrase)),
        screen,
      ).toEqual([]);
    };
    await look(false);

    await beginVisit(page, 'de');
    await expect(page.locator('h1')).toContainText('Wohin möchten Sie?');
    await look();
    await openTheme(page, 'work');
    await look();
    await openDocument(page, 'work/first-interview');
    await expect(page.locator('h1')).toHaveText('Ein Vorstellungsgespräch vorbereiten');
    await look();
    // The same place in another language, and back.
    await switchLanguage(page, 'nl');
    await expect(page.locator('h1')).toHaveText('Een gesprek voorbereiden');
    await switchLanguage(page, 'de');
    await tap(page, '.add-to-plan button');

    // Umlauts and capitals do not count, in this language as in the others.
    await openSearch(page);
    await typeWords(page, 'gesprach');
    await expect(page.locator('.result[data-anchor="work/first-interview"]')).toBeVisible();
    await look();
    await goHome(page);
    await openPlace(page, 'events');
    await expect(page.locator('.frame__area')).toContainText('Workshop Lebenslauf');
    await look();
    await goHome(page);
    await openPlace(page, 'checklists');
    await openDocument(page, 'checklists/my-cv');
    await tap(page, '.item__tick:has([data-tick])');
    await expect(page.locator('main')).toContainText('1 von 2');
    await look();
    await openPlan(page);
    await expect(page.locator('main')).toContainText('auf Ihrem Weg');
    await look();
    await tap(page, '[data-action="take-plan"]');
    await waitForScreen(page, 'takeaway');
    await look();
    await endVisit(page);
    await waitForScreen(await terminal.page(), 'attract');
    await terminal.stop();
  }
});
