import type { ElectronApplication, Page } from '@playwright/test';
import {
  beginVisit,
  goHome,
  openDocument,
  openTheme,
  takeClock,
  tap,
  waitForRest,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';

/**
 * Walks a visitor of one language past every kind of screen and calls `look` at each, at rest: attract, home, a theme,
 * an article from its top to its end, the checklist ticked and explained, and the idle warning over it.
 */
export async function walkPastEveryScreen(
  app: ElectronApplication,
  page: Page,
  language: string,
  look: (name: string) => Promise<void>,
): Promise<void> {
  await takeClock(app, page);
  const at = async (name: string) => {
    await waitForRest(page);
    await look(name);
  };
  await waitForScreen(page, 'attract');
  await at('attract');
  await beginVisit(page, language);
  await at('home');
  for (const [card, name] of [
    ['.next-event', 'event'],
    ['.home-notice', 'notice'],
  ] as const) {
    await tap(page, card);
    await waitForScreen(page, 'article');
    await at(name);
    await goHome(page);
  }
  for (const theme of ['education', 'entrepreneurship']) {
    await openTheme(page, theme);
    await at(`theme-${theme}`);
    await goHome(page);
  }
  await openTheme(page, 'training');
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1_000_000));
  await at('theme-end');
  await openDocument(page, 'services/training-choice-help');
  await at('service');
  await openDocument(page, 'partners/vdab-brussel');
  await at('partner');
  await goHome(page);
  await openTheme(page, 'employment');
  await openDocument(page, 'employment/first-interview');
  await waitForScreen(page, 'article');
  await at('article');
  await tap(page, '[data-question="q1"]');
  await at('article-open');
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1_000_000));
  await at('article-end');
  await tap(page, '[data-action="list"]');
  await waitForScreen(page, 'checklist');
  await tap(page, '.item__tick:has([data-tick="g1-1"])');
  await tap(page, '[data-explain="g1-2"]');
  await at('checklist');
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1_000_000));
  await at('checklist-end');
  await page.clock.fastForward(91_000);
  await page.locator('[data-idle-warning]').waitFor();
  await at('warning');
}
