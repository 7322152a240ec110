import type { Page } from '@playwright/test';
import {
  beginVisit,
  goHome,
  openDocument,
  openPlace,
  openPlan,
  openSearch,
  openTheme,
  switchLanguage,
  tap,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

/** Remembers what each frame shows, before it is painted: screen, language, and what looks touched; a change is one line. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: string[] = [];
    Object.assign(window, { frames });
    const look = () => {
      const { screen, language } = document.documentElement.dataset;
      const touched = document.querySelector<HTMLElement>('[data-touched]')?.dataset;
      const name = touched ? (touched['documentId'] ?? touched['action'] ?? touched['switchLanguage']) : '-';
      const line = `${screen} ${language} ${name}`;
      if (frames.at(-1) !== line) frames.push(line);
      requestAnimationFrame(look);
    };
    look();
  });
}

function framesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { frames: string[] }).frames);
}

test('a touch is seen to be taken before the other screen or the other language comes, and no longer', async ({
  startTerminal,
}) => {
  const page = await (await startTerminal()).page();
  await beginVisit(page, 'fr');
  await openTheme(page, 'employment');
  await watchFrames(page);
  await openDocument(page, 'employment/first-interview');
  await switchLanguage(page, 'nl');
  await tap(page, '[data-action="back"]');
  await waitForScreen(page, 'theme');
  await expect
    .poll(() => framesOf(page))
    .toEqual([
      'theme fr -',
      'theme fr employment/first-interview',
      'article fr -',
      'article fr nl',
      'article nl nl',
      'article nl -',
      'article nl back',
      'theme nl -',
    ]);
});

/** What leads to another screen, here, and looks the same when it was touched. */
async function looksUntouched(page: Page): Promise<readonly string[]> {
  // What has led here may still look touched.
  await expect(page.locator('[data-touched], button:active, a:active')).toHaveCount(0);
  return page.evaluate(() => {
    const lookOf = (element: Element): string => {
      const { backgroundColor, backgroundImage, color } = getComputedStyle(element);
      return [backgroundColor, backgroundImage, color].join();
    };
    const leading = document.querySelectorAll<HTMLElement>(
      '[data-document-id], [data-theme-id], [data-action], [data-audience]',
    );
    return [...leading]
      .filter((element) => element.matches('button, a'))
      .filter((element) => {
        element.style.transition = 'none';
        const before = lookOf(element);
        element.dataset['touched'] = 'true';
        const after = lookOf(element);
        delete element.dataset['touched'];
        return before === after;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}

test('whatever leads to another screen has a look for having been touched', async ({ startTerminal }) => {
  const page = await (await startTerminal()).page();
  await beginVisit(page, 'fr');
  const found: Record<string, readonly string[]> = { home: await looksUntouched(page) };
  for (const place of ['events', 'services', 'checklists']) {
    await openPlace(page, place);
    found[place] = await looksUntouched(page);
    await goHome(page);
  }
  await openTheme(page, 'employment');
  found['theme'] = await looksUntouched(page);
  await openDocument(page, 'employment/first-interview');
  found['article'] = await looksUntouched(page);
  await openSearch(page);
  found['search'] = await looksUntouched(page);
  await openPlan(page);
  found['plan'] = await looksUntouched(page);
  expect(Object.entries(found).filter(([, untouched]) => untouched.length > 0)).toEqual([]);
});
