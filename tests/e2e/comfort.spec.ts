import { AxeBuilder } from '@axe-core/playwright';
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
  switchLanguage,
  tap,
  waitForRest,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import french from '../../src-renderer/language/words/fr.json' with { type: 'json' };
import dutch from '../../src-renderer/language/words/nl.json' with { type: 'json' };
import { expect, LANDSCAPE, PORTRAIT, test } from './kiosk-test.ts';
import { barriers, cutOff, tooSmall } from './screen-checks.ts';

/** Height of a line of running text in CSS pixels, as it is on the screen. */
const textSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));

/** The block at the upper edge of the page that is read. */
const anchorAtTop = (page: Page) =>
  page.evaluate(() => {
    const top = (document.querySelector('main')?.getBoundingClientRect().top ?? 0) + 1;
    const blocks = [...document.querySelectorAll('main [data-anchor]')];
    return (
      blocks.find((block) => block.getBoundingClientRect().bottom > top)?.getAttribute('data-anchor') ?? null
    );
  });

/** Text that is read at less than 7 to 1. */
async function faint(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withRules(['color-contrast-enhanced'])
    .analyze();
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  );
}

async function walk(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const at = async (screen: string) => {
    await waitForRest(page);
    await look(screen);
  };
  await goHome(page);
  await at('home');
  await openTheme(page, 'employment');
  await at('theme');
  await openDocument(page, 'employment/first-interview');
  await waitForScreen(page, 'article');
  await at('article');
  await tap(page, '[data-action="take-home"]');
  await waitForScreen(page, 'takeaway');
  await at('takeaway');
  await goHome(page);
  await openDocument(page, 'checklists/cv-workshop');
  await waitForScreen(page, 'checklist');
  await at('checklist');
  for (const place of ['events', 'services', 'checklists']) {
    await goHome(page);
    await openPlace(page, place);
    await at(place);
  }
  await openSearch(page);
  await at('search');
  await openPlan(page);
  await at('plan');
  await tap(page, '[data-action="comfort"]');
  await page.locator('[data-comfort]').waitFor();
  await at('comfort');
}

for (const [language, words, orientation, size] of [
  ['fr', french, 'upright', PORTRAIT],
  ['nl', dutch, 'lying', LANDSCAPE],
] as const) {
  test(`who reads with difficulty gets larger text and more contrast on every screen, in ${language}, ${orientation}`, async ({
    startTerminal,
  }) => {
    test.setTimeout(180_000);
    const page = await (await startTerminal({ size })).page();
    await beginVisit(page, language);
    const usual = await textSize(page);

    // Each choice shows at once, and the panel says which one holds.
    await tap(page, '[data-action="comfort"]');
    const panel = page.locator('[data-comfort]');
    await expect(panel).toContainText(words.comfort.title);
    for (const [choice, times] of [
      ['text large', 1.5],
      ['text largest', 2],
    ] as const) {
      await tap(page, `[data-comfort-choice="${choice}"]`);
      await expect(page.locator(`[data-comfort-choice="${choice}"]`)).toHaveAttribute('aria-pressed', 'true');
      expect(await textSize(page)).toBeCloseTo(times * usual, 1);
    }
    await tap(page, '[data-comfort-choice="contrast strong"]');
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'strong');
    await tap(page, '[data-action="close-comfort"]');
    await expect(panel).toHaveCount(0);

    const found: Record<string, unknown> = {};
    await walk(page, async (screen) => {
      const problems = {
        'cut off': await cutOff(page),
        'too small to touch': await tooSmall(page),
        axe: await barriers(page),
        faint: await faint(page),
      };
      for (const [what, list] of Object.entries(problems))
        if (list.length > 0) found[`${screen}: ${what}`] = list;
    });
    expect(found).toEqual({});
  });
}

test('a reader keeps their place, their size of text and their contrast, and the next visitor begins as usual', async ({
  startTerminal,
}) => {
  test.setTimeout(120_000);
  const terminal = await startTerminal();
  const page = await terminal.page();
  await beginVisit(page, 'fr');
  const usual = await textSize(page);
  await openTheme(page, 'employment');
  await openDocument(page, 'employment/first-interview');
  await waitForScreen(page, 'article');
  await page.locator('[data-question="q1"]').scrollIntoViewIfNeeded();
  await waitForRest(page);
  const place = await anchorAtTop(page);
  expect(place).not.toBe('b0');

  await tap(page, '[data-action="comfort"]');
  await tap(page, '[data-comfort-choice="text largest"]');
  await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
  await tap(page, '[data-comfort-choice="contrast strong"]');
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'strong');
  await waitForRest(page);
  expect(await anchorAtTop(page)).toBe(place);
  await switchLanguage(page, 'nl');
  expect(await anchorAtTop(page)).toBe(place);
  expect(await textSize(page)).toBeCloseTo(2 * usual, 1);

  // Going elsewhere closes the panel and changes nothing of what was chosen.
  await goHome(page);
  await expect(page.locator('[data-comfort]')).toHaveCount(0);
  expect(await textSize(page)).toBeCloseTo(2 * usual, 1);
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'strong');

  await endVisit(page);
  const next = await terminal.page();
  await beginVisit(next, 'fr');
  expect(await textSize(next)).toBeCloseTo(usual, 1);
  await expect(next.locator('html')).toHaveAttribute('data-contrast', 'usual');
});
