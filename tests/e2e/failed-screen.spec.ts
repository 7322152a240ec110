import type { Page } from '@playwright/test';
import {
  beginVisit,
  goHome,
  openDocument,
  switchLanguage,
  tap,
  waitForScreen,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

/** From now on no language can be named on this page, so that every screen that tells which one is spoken fails to render. */
async function breakNames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { DisplayNames } = Intl;
    Object.assign(window, { DisplayNames });
    Object.assign(Intl, {
      DisplayNames: () => {
        throw new TypeError('Jeanne Dupont cannot be named.');
      },
    });
  });
}

async function mendNames(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(Intl, { DisplayNames: Reflect.get(window, 'DisplayNames') });
  });
}

const EVENT = 'events/cv-workshop-in-french';

test('a screen that fails apologises, and home, back, the other language and the rest of the visit work', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal();
  const page = await terminal.page();
  await beginVisit(page, 'fr');
  await tap(page, '[data-action="events"]');
  await waitForScreen(page, 'events');

  await breakNames(page);
  await tap(page, `[data-document-id="${EVENT}"]`);
  await waitForScreen(page, 'sorry');
  await expect(page.locator('h1')).toHaveText('Cette page ne s’ouvre pas.');

  await test.step('another language is another try', async () => {
    await switchLanguage(page, 'nl');
    await waitForScreen(page, 'sorry');
    await mendNames(page);
    await switchLanguage(page, 'fr');
    await waitForScreen(page, 'article');
  });
  await test.step('back leads to where the visitor was', async () => {
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'events');
    await breakNames(page);
    await tap(page, `[data-document-id="${EVENT}"]`);
    await waitForScreen(page, 'sorry');
    await mendNames(page);
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'events');
  });
  await test.step('home is home, and other pages open', async () => {
    await breakNames(page);
    await tap(page, `[data-document-id="${EVENT}"]`);
    await waitForScreen(page, 'sorry');
    await mendNames(page);
    await tap(page, '[data-action="sorry-home"]');
    await waitForScreen(page, 'home');
    await tap(page, '[data-theme-id="employment"]');
    await waitForScreen(page, 'theme');
    await openDocument(page, 'employment/first-interview');
    await goHome(page);
  });

  const reports = terminal.log().filter(({ code }) => code === 'page-problem');
  expect(reports.length).toBeGreaterThanOrEqual(3);
  expect(reports.every(({ problem }) => problem === 'screen-failed')).toBe(true);
});

test('when not even the apology can be drawn, the visit ends and the next page is whole', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal();
  const page = await terminal.page();
  await waitForUnderstudy(terminal.app);
  await beginVisit(page, 'nl');
  // No icon can be drawn from now on, and the apology has icons too.
  await page.evaluate(() => {
    document.createElementNS = () => {
      throw new TypeError('Jeanne Dupont cannot be drawn.');
    };
  });
  const gone = page.waitForEvent('close');
  await tap(page, '[data-action="events"]');
  await gone;

  const next = await terminal.page();
  await waitForScreen(next, 'attract');
  await beginVisit(next, 'fr');
  await tap(next, '[data-action="events"]');
  await waitForScreen(next, 'events');
  const reports = terminal.log().filter(({ code }) => code === 'page-problem');
  expect(reports.some(({ problem }) => problem === 'screen-failed')).toBe(true);
});
