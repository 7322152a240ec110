import type { ElectronApplication, Page } from '@playwright/test';
import type { LiveNotice } from '../../content/model/live-notice.ts';
import {
  beginVisit,
  endVisit,
  goHome,
  openDocument,
  openTheme,
  switchLanguage,
  tap,
  waitForScreen,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { aLiveNotice } from '../builders/live-notice.ts';
import { expect, test } from './kiosk-test.ts';

const NOW = new Date('2026-11-27T11:00:00+01:00');

/** As if they had just come from the central server. */
async function bring(app: ElectronApplication, notices: readonly LiveNotice[]): Promise<void> {
  await app.evaluate(({ app: main }, given) => {
    (main as NodeJS.EventEmitter).emit('openfloor-notices', given);
  }, notices);
}

/** Half an hour from {@link NOW}. */
const closing = aLiveNotice({ validUntil: '2026-11-27T10:30:00Z' });
const strip = (page: Page) => page.locator('[data-notice]');

/** How far the page is scrolled, and what has the focus. */
const stand = (page: Page) =>
  page.evaluate(() => ({
    scrolled: document.querySelector('main')?.scrollTop ?? 0,
    focus: document.activeElement?.getAttribute('data-document-id') ?? document.activeElement?.tagName,
  }));

for (const [language, other, title, text, otherTitle] of [
  ['fr', 'nl', 'Le plateau ferme à 15 heures', 'Demain, tout est ouvert', 'De vloer sluit om 15 uur'],
  ['nl', 'fr', 'De vloer sluit om 15 uur', 'Morgen is alles gewoon open', 'Le plateau ferme à 15 heures'],
] as const) {
  test(`an urgent message in the middle of a visit in ${language} is seen at once, disturbs nothing, and ends by itself`, async ({
    startTerminal,
  }) => {
    test.setTimeout(120_000);
    const terminal = await startTerminal();
    const page = await terminal.page();
    await waitForScreen(page, 'attract');
    await waitForUnderstudy(terminal.app);
    await page.clock.install({ time: NOW });
    await beginVisit(page, language);
    await openTheme(page, 'employment');
    await openDocument(page, 'employment/first-interview');
    await tap(page, '[data-question="q1"]');
    await page.evaluate(() => document.querySelector('main')?.scrollBy(0, 120));
    const before = await stand(page);
    expect(before.scrolled).toBeGreaterThan(0);

    await bring(terminal.app, [closing]);
    await expect(strip(page)).toContainText(title);
    await expect(strip(page)).not.toContainText(otherTitle);
    expect(await stand(page)).toEqual(before);
    await expect(page.locator('html')).toHaveAttribute('data-document', 'employment/first-interview');

    // Read in full, and in the other language too.
    await tap(page, '[data-action="read-notice"]');
    await expect(strip(page)).toContainText(text);
    await switchLanguage(page, other);
    await expect(strip(page)).toContainText(otherTitle);
    await switchLanguage(page, language);

    // On every screen, below the question whether anybody is still there.
    await goHome(page);
    await expect(strip(page)).toBeVisible();
    await page.clock.fastForward(91_000);
    await expect(page.locator('[data-idle-warning]')).toBeVisible();
    await tap(page, '[data-action="still-here"]');

    // Folded away it waits at home; with another text it comes back.
    await tap(page, '[data-action="fold-notice"]');
    await expect(strip(page)).toHaveCount(0);
    await expect(page.locator('[data-live-notice]')).toContainText(title);
    await bring(terminal.app, [closing]);
    await expect(strip(page)).toHaveCount(0);
    const changed = {
      ...closing,
      title: { fr: 'Le plateau ferme à 14 heures', nl: 'De vloer sluit om 14 uur' },
    };
    await bring(terminal.app, [changed]);
    await expect(strip(page)).toContainText(changed.title[language]);

    // It ends to the second, without anybody's touch.
    const left = Date.parse(closing.validUntil) - (await page.evaluate(() => Date.now()));
    await page.clock.setSystemTime(new Date(Date.parse(closing.validUntil) - 5_000));
    await bring(terminal.app, [{ ...changed, publishedAt: '2026-11-27T10:00:01Z' }]);
    await expect(strip(page)).toBeVisible();
    expect(left).toBeGreaterThan(5_000);
    await page.clock.fastForward(5_500);
    await expect(strip(page)).toHaveCount(0);
    await expect(page.locator('[data-live-notice]')).toHaveCount(0);
  });
}

test('a message for information waits at home and on the attract screen; an urgent one is there in both languages', async ({
  startTerminal,
}) => {
  test.setTimeout(120_000);
  const terminal = await startTerminal();
  const page = await terminal.page();
  await waitForUnderstudy(terminal.app);
  await page.clock.install({ time: NOW });
  const coffee = aLiveNotice({
    id: 'coffee',
    urgency: 'information',
    title: { fr: 'Café offert à midi', nl: 'Gratis koffie om 12 uur' },
    paragraphs: [{ fr: 'Au coin café.', nl: 'In de koffiehoek.' }],
  });
  await bring(terminal.app, [coffee]);
  await beginVisit(page, 'fr');
  await expect(strip(page)).toHaveCount(0);
  await tap(page, '[data-live-notice]');
  await expect(page.locator('main')).toContainText('Au coin café.');
  await expect(page.locator('main')).not.toContainText('Gratis koffie');

  // Whoever comes next sees the urgent one before any touch, in both languages; it also reaches pages that begin later.
  await bring(terminal.app, [closing, coffee]);
  await endVisit(page);
  for (let visit = 0; visit < 2; visit += 1) {
    const next = await terminal.page();
    await waitForUnderstudy(terminal.app);
    const board = next.locator('[data-board="urgent"]');
    await expect(board).toContainText('Le plateau ferme à 15 heures');
    await expect(board).toContainText('De vloer sluit om 15 uur');
    await beginVisit(next, 'nl');
    await expect(strip(next)).toContainText('De vloer sluit om 15 uur');
    await endVisit(next);
  }
  await bring(terminal.app, []);
  await expect((await terminal.page()).locator('[data-board="urgent"]')).toHaveCount(0);
});
