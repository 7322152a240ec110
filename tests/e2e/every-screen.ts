import type { ElectronApplication, Page } from '@playwright/test';
import type { LiveNotice } from '../../content/model/live-notice.ts';
import {
  beginVisit,
  goHome,
  holdKey,
  openDocument,
  openPlace,
  openPlan,
  openSearch,
  openTheme,
  tap,
  typeWords,
  waitForRest,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import { aLiveNotice } from '../builders/live-notice.ts';

async function toEnd(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1_000_000));
}

/** The moment of the walk: a Tuesday morning with events, so that pictures of two days are the same. */
export const MOMENT = new Date('2026-12-01T10:30:00+01:00');

/** An urgent message of that very hour. */
function urgentNow(): LiveNotice {
  const moment = (ms: number) => `${new Date(MOMENT.getTime() + ms).toISOString().slice(0, 19)}Z`;
  return aLiveNotice({
    publishedAt: moment(-60_000),
    validUntil: moment(3_600_000),
  });
}

/**
 * Walks a visitor of one language past every kind of screen and calls `look` at each, at rest: attract, home, the second way
 * in, how to read, agenda, services, checklists, an urgent notice, a theme, an article from its top to its end, the checklist ticked and
 * explained, the plan, what is taken home, the end of the visit, and the idle warning over it. `page` stands at {@link MOMENT}.
 */
export async function walkPastEveryScreen(
  app: ElectronApplication,
  page: Page,
  language: string,
  look: (name: string) => Promise<void>,
): Promise<void> {
  const at = async (name: string) => {
    await waitForRest(page);
    await look(name);
  };
  await waitForScreen(page, 'attract');
  await at('attract');
  await beginVisit(page, language);
  await at('home');
  await toEnd(page);
  await at('home-end');
  await tap(page, '[data-action="comfort"]');
  await at('comfort');
  await tap(page, '[data-action="close-comfort"]');
  await openPlan(page);
  await at('plan-empty');
  await goHome(page);
  await openSearch(page);
  await typeWords(page, 'entretein');
  await page.locator('.result mark, .nothing').first().waitFor();
  await at('search-found');
  await tap(page, '[data-action="clear"]');
  await typeWords(page, 'xylofoon');
  await page.locator('.nothing').waitFor();
  await at('search-nothing');
  await tap(page, '[data-action="clear"]');
  await holdKey(page, 'e');
  await at('search-accents');
  await goHome(page);
  await openPlace(page, 'remembers');
  await at('remembers');
  await goHome(page);
  for (const [card, name] of [
    ['.event-row button', 'event'],
    ['.home-notice', 'notice'],
  ] as const) {
    await tap(page, card);
    await waitForScreen(page, 'article');
    if (name === 'event') await tap(page, '[data-action="add-to-plan"]');
    await at(name);
    await goHome(page);
  }
  await tap(page, '[data-audience="changing-trade"]');
  await waitForScreen(page, 'audience');
  await at('audience');
  await toEnd(page);
  await at('audience-end');
  await goHome(page);
  for (const place of ['events', 'services', 'checklists']) {
    await openPlace(page, place);
    await at(place);
    await toEnd(page);
    await at(`${place}-end`);
    await goHome(page);
  }
  // As if it had just come from the central server.
  await app.evaluate(
    ({ app: main }, notice) => (main as NodeJS.EventEmitter).emit('openfloor-notices', [notice]),
    urgentNow(),
  );
  await tap(page, '[data-action="read-notice"]');
  await at('home-urgent');
  await tap(page, '[data-action="fold-notice"]');
  for (const theme of ['education', 'entrepreneurship']) {
    await openTheme(page, theme);
    await at(`theme-${theme}`);
    await goHome(page);
  }
  await openTheme(page, 'training');
  await toEnd(page);
  await at('theme-end');
  await openDocument(page, 'services/training-choice-help');
  await at('service');
  await tap(page, '[data-action="add-to-plan"]');
  await tap(page, '[data-action="take-home"]');
  await waitForScreen(page, 'takeaway');
  await at('takeaway-contact');
  await goHome(page);
  await openPlace(page, 'services');
  await openDocument(page, 'partners/vdab-brussel');
  await at('partner');
  await goHome(page);
  await openTheme(page, 'employment');
  await openDocument(page, 'employment/first-interview');
  await waitForScreen(page, 'article');
  await at('article');
  await tap(page, '[data-question="q1"]');
  await at('article-open');
  await toEnd(page);
  await tap(page, '[data-action="add-to-plan"]');
  await at('article-end');
  await tap(page, '[data-action="take-home"]');
  await waitForScreen(page, 'takeaway');
  await at('takeaway-text');
  await goHome(page);
  await openDocument(page, 'checklists/cv-workshop');
  await waitForScreen(page, 'checklist');
  await tap(page, '.item__tick:has([data-tick="g1-1"])');
  await tap(page, '[data-explain="g1-2"]');
  await at('checklist');
  await toEnd(page);
  await at('checklist-end');
  await openPlan(page);
  await tap(page, '[data-action="change-stop"]');
  await tap(page, '[data-plan-note]');
  await at('plan');
  await tap(page, '[data-action="remove"]');
  await at('plan-removed');
  await tap(page, '[data-action="restore"]');
  await tap(page, '[data-action="end-visit"]');
  await waitForScreen(page, 'leaving');
  await at('leaving');
  await tap(page, '[data-action="take-first"]');
  await waitForScreen(page, 'takeaway');
  await at('takeaway-plan');
  await page.clock.fastForward(91_000);
  await page.locator('[data-idle-warning]').waitFor();
  await at('warning');
}
