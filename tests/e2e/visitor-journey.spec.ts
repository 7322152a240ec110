import type { Page } from '@playwright/test';
import {
  beginVisit,
  endVisit,
  openDocument,
  openTheme,
  switchLanguage,
  takeClock,
  tap,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

const CHECKLIST = 'checklists/cv-workshop';

/** What a visitor of each language reads on the way. */
const JOURNEYS = [
  {
    language: 'fr',
    other: 'nl',
    home: 'Où voulez-vous aller',
    theme: 'Trouver un emploi',
    progress: '3 sur 24',
    otherProgress: '3 van 24',
    idle: 'Vous êtes toujours là',
    otherIdle: 'Ben je er nog',
  },
  {
    language: 'nl',
    other: 'fr',
    home: 'Waar wil je naartoe',
    theme: 'Werk vinden',
    progress: '3 van 24',
    otherProgress: '3 sur 24',
    idle: 'Ben je er nog',
    otherIdle: 'Vous êtes toujours là',
  },
] as const;

const area = (page: Page) => page.locator('main');

async function anchorAtTop(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const top = (main?.getBoundingClientRect().top ?? 0) + 1;
    const blocks = [...document.querySelectorAll('[data-anchor]')];
    return (
      blocks.find((block) => block.getBoundingClientRect().bottom > top)?.getAttribute('data-anchor') ?? null
    );
  });
}

for (const words of JOURNEYS) {
  test(`a visitor who begins in ${words.language} finds, ticks, changes language and is forgotten`, async ({
    startTerminal,
  }) => {
    test.setTimeout(180_000);
    const terminal = await startTerminal();
    const page = await terminal.page();
    await waitForScreen(page, 'attract');
    await takeClock(terminal.app, page);

    // A first useful page in three touches.
    await beginVisit(page, words.language);
    await expect(page.locator('h1')).toContainText(words.home);
    await openTheme(page, 'employment');
    await expect(page.locator('h1')).toContainText(words.theme);
    await openDocument(page, 'employment/first-interview');
    await waitForScreen(page, 'article');
    await expect(page.locator('article')).toBeVisible();

    // An open question stays open through a change of language, and so does the place on the page.
    await tap(page, '[data-question="q1"]');
    await expect(page.locator('[data-question="q1"]')).toHaveAttribute('aria-expanded', 'true');
    const before = await anchorAtTop(page);
    expect(before).not.toBe('b0');
    await switchLanguage(page, words.other);
    await expect(page.locator('html')).toHaveAttribute('data-document', 'employment/first-interview');
    await expect(page.locator('[data-question="q1"]')).toHaveAttribute('aria-expanded', 'true');
    expect(await anchorAtTop(page)).toBe(before);
    await switchLanguage(page, words.language);
    expect(await anchorAtTop(page)).toBe(before);

    // The checklist keeps three ticks through navigation and a change of language.
    await page.locator('[data-document-id="employment/cover-letter"]').first().scrollIntoViewIfNeeded();
    const left = await anchorAtTop(page);
    await openDocument(page, 'employment/cover-letter');
    await openDocument(page, CHECKLIST);
    await waitForScreen(page, 'checklist');
    for (const item of ['g1-1', 'g1-2', 'g2-1']) await tap(page, `.item__tick:has([data-tick="${item}"])`);
    await tap(page, '[data-explain="g2-2"]');
    await expect(page.locator('.progress')).toContainText(words.progress);
    const placed = await anchorAtTop(page);
    await switchLanguage(page, words.other);
    await expect(page.locator('.progress')).toContainText(words.otherProgress);
    await expect(page.locator('[data-tick]:checked')).toHaveCount(3);
    await expect(page.locator('[data-explain="g2-2"]')).toHaveAttribute('aria-expanded', 'true');
    expect(await anchorAtTop(page)).toBe(placed);

    // Back leads where the visitor came from, as far down as it was left.
    await tap(page, '[data-action="back"]');
    await expect(page.locator('html')).toHaveAttribute('data-document', 'employment/cover-letter');
    await tap(page, '[data-action="back"]');
    await expect(page.locator('html')).toHaveAttribute('data-document', 'employment/first-interview');
    expect(await anchorAtTop(page)).toBe(left);
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'theme');
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'home');

    // Nobody touches the screen for a while: a warning, on top of the screen it is about.
    await page.clock.fastForward(89_000);
    await expect(page.locator('[data-idle-warning]')).toHaveCount(0);
    await page.clock.fastForward(2_000);
    await expect(page.locator('[data-idle-warning]')).toContainText(words.otherIdle);
    await expect(page.locator('html')).toHaveAttribute('data-screen', 'home');
    await tap(page, '[data-action="still-here"]');
    await expect(page.locator('[data-idle-warning]')).toHaveCount(0);
    await openDocument(page, CHECKLIST);
    await expect(page.locator('[data-tick]:checked')).toHaveCount(3);

    // Then nobody answers.
    await page.clock.fastForward(91_000);
    await expect(page.locator('[data-idle-warning]')).toBeVisible();
    const gone = page.waitForEvent('close');
    await page.clock.fastForward(31_000);
    await gone;

    // The next visitor finds attract: no language, no ticks, no way back.
    const next = await terminal.page();
    expect(next).not.toBe(page);
    await expect(next.locator('html')).toHaveAttribute('data-screen', 'attract');
    await expect(next.locator('html')).toHaveAttribute('data-language', '');
    await beginVisit(next, words.language);
    await expect(next.locator('[data-action="back"]')).toHaveCount(0);
    await expect(next.locator(`[data-document-id="${CHECKLIST}"]`).first()).not.toContainText(words.progress);
    await openDocument(next, CHECKLIST);
    await expect(next.locator('[data-tick]:checked')).toHaveCount(0);
    await expect(next.locator('[aria-expanded="true"]')).toHaveCount(0);
    expect(await area(next).evaluate((element) => element.scrollTop)).toBe(0);
    await endVisit(next);
  });
}

test('the language that stands first changes from visit to visit', async ({ startTerminal }) => {
  const terminal = await startTerminal();
  const firsts: (string | null)[] = [];
  for (let visit = 0; visit < 4; visit += 1) {
    const page = await terminal.page();
    firsts.push(await page.locator('[data-begin]').first().getAttribute('data-begin'));
    await beginVisit(page, 'fr');
    await endVisit(page);
  }
  expect(firsts).toEqual([firsts[0], firsts[1], firsts[0], firsts[1]]);
  expect(new Set(firsts).size).toBe(2);
});

test('the idle warning is heard as well as seen', async ({ startTerminal }) => {
  const terminal = await startTerminal();
  const page = await terminal.page();
  await beginVisit(page, 'nl');
  await takeClock(terminal.app, page);
  await page.evaluate(() => {
    const heard = { notes: 0 };
    Object.assign(window, { heard });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when?: number) {
      heard.notes += 1;
      start.call(this, when);
    };
  });
  await page.clock.fastForward(91_000);
  await expect(page.locator('[data-idle-warning]')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { heard: { notes: number } }).heard.notes)).toBe(2);
});

test('"I’m done" on any screen ends the visit at once', async ({ startTerminal }) => {
  const terminal = await startTerminal();
  for (const walk of [
    async () => {},
    async (page: Page) => openTheme(page, 'mobility'),
    async (page: Page) => openDocument(page, CHECKLIST),
  ]) {
    const page = await terminal.page();
    await beginVisit(page, 'fr');
    await walk(page);
    await endVisit(page);
    await waitForScreen(await terminal.page(), 'attract');
  }
});
