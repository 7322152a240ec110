import type { Page } from '@playwright/test';
import {
  beginVisit,
  endVisit,
  holdKey,
  openSearch,
  switchLanguage,
  tap,
  typeWords,
  waitForScreen,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, LANDSCAPE, PORTRAIT, test } from './kiosk-test.ts';
import { barriers } from './screen-checks.ts';

/** Pixels in a millimetre, as the terminal has it by default; no key is smaller than 15 mm. */
const SMALLEST_KEY = 15 * 4;

const field = (page: Page) => page.locator('.search__field input');
const results = (page: Page) => page.locator('.results [data-document-id]');
const marks = (page: Page) => page.locator('.results mark');

async function typeAnew(page: Page, words: string): Promise<void> {
  if ((await field(page).inputValue()) !== '') await tap(page, '[data-action="clear"]');
  await expect(field(page)).toHaveValue('');
  await typeWords(page, words);
  await expect(field(page)).toHaveValue(words);
  await expect(page.locator('.search__answers')).toHaveAttribute('data-answered', words);
}

/** The boxes of what must never cover one another, and of every key. */
async function boxes(page: Page) {
  return page.evaluate(() => {
    const box = (element: Element | null) => {
      const { left, right, top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
      return { left, right, top, bottom };
    };
    return {
      parts: ['.frame__top', '.search__ask', '.search__answers', '.keyboard', '.low-bar'].map((selector) => ({
        selector,
        ...box(document.querySelector(selector)),
      })),
      keys: [...document.querySelectorAll('.keyboard .key')].map((key) => ({
        name: key.getAttribute('data-key') ?? key.getAttribute('data-variant'),
        ...box(key),
      })),
    };
  });
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

const VISITS = [
  {
    language: 'fr',
    other: 'nl',
    size: PORTRAIT,
    typo: ['entretein', 'entretien'],
    whole: ['alternance', 'training/work-linked-training'],
    accent: ['m', 'e', 'é'],
    otherFinds: 'employment/first-interview',
  },
  {
    language: 'nl',
    other: 'fr',
    size: LANDSCAPE,
    typo: ['gesrpek', 'gesprek'],
    whole: ['keuze', 'services/study-choice-help'],
    accent: ['c', 'o', 'ö'],
    otherFinds: 'employment/first-interview',
  },
] as const;

for (const visit of VISITS) {
  test(`a visitor finds by touch in ${visit.language}, comes back, and is forgotten`, async ({
    startTerminal,
  }) => {
    test.setTimeout(180_000);
    const terminal = await startTerminal({ size: visit.size });
    const page = await terminal.page();
    // An Electron that does not know `focusOnNavigation` lets the page behind take the focus while it loads.
    await waitForUnderstudy(terminal.app);
    await beginVisit(page, visit.language);
    await openSearch(page);
    await expect(field(page)).toBeFocused();
    expect(await results(page).count()).toBeGreaterThan(3);

    // Nothing covers anything, and every key has room for a finger.
    const { parts, keys } = await boxes(page);
    for (const [index, part] of parts.entries()) {
      if (part.selector === '.search__answers') continue;
      for (const other of parts.slice(index + 1)) {
        // Lying, what stands on top reaches over both columns, and the answers run below it.
        if (part.selector === '.frame__top') continue;
        expect({ part, other, covered: overlap(part, other) }).toMatchObject({ covered: false });
      }
    }
    expect(keys).toHaveLength(41);
    expect(
      keys.filter((key) => key.right - key.left < SMALLEST_KEY || key.bottom - key.top < SMALLEST_KEY),
    ).toEqual([]);
    expect(keys.filter((key, index) => keys.slice(index + 1).some((other) => overlap(key, other)))).toEqual(
      [],
    );

    // A touch beside the field takes its caret away, and nobody notices when they type.
    await tap(page, '.search__hint');
    const [typo, meant] = visit.typo;
    await typeAnew(page, typo);
    await expect(marks(page).filter({ hasText: meant }).first()).toBeVisible();

    // A word inside a compound (Dutch), or in the title (French).
    const [word, id] = visit.whole;
    await typeAnew(page, word);
    await expect(page.locator(`.results [data-document-id="${id}"] mark`).first()).toBeVisible();

    // Accents: held and slid to, held and touched, and without holding at all.
    const [before, letter, accent] = visit.accent;
    await typeAnew(page, before);
    await holdKey(page, letter, accent);
    await expect(field(page)).toHaveValue(before + accent);
    await holdKey(page, letter);
    await tap(page, `[data-variant="${accent}"]`);
    await expect(field(page)).toHaveValue(before + accent + accent);
    await tap(page, '[data-key="layer"]');
    await tap(page, '[data-key="é"]');
    await expect(field(page)).toHaveValue(`${before}${accent}${accent}é`);
    await expect(page.locator('[data-key="a"]')).toBeVisible();
    await tap(page, '[data-key="delete"]');
    await expect(field(page)).toHaveValue(before + accent + accent);

    // A keyboard that somebody plugs in works as well, at the caret.
    await page.keyboard.press('Home');
    await page.keyboard.type('x');
    await typeWords(page, 'y ');
    await expect(field(page)).toHaveValue(`xy ${before}${accent}${accent}`);

    // Nothing found helps.
    await typeAnew(page, 'xylofoon');
    await expect(page.locator('.nothing')).toContainText('xylofoon');
    await expect(page.locator('.nothing [data-theme-id]')).toHaveCount(5);
    await expect(page.locator('[role="status"]')).toContainText('xylofoon');
    expect(await barriers(page)).toEqual([]);

    // A result opens; back brings the words and the answers; another language keeps the words and finds its own.
    await typeAnew(page, 'interview');
    await expect(results(page).first()).toBeVisible();
    const found = await results(page).first().getAttribute('data-document-id');
    await tap(page, `.results [data-document-id="${found}"]`);
    await page.locator(`html[data-document="${found}"]`).waitFor({ state: 'attached' });
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'search');
    await expect(field(page)).toHaveValue('interview');
    await expect(results(page).first()).toHaveAttribute('data-document-id', found ?? '');
    await switchLanguage(page, visit.other);
    await expect(field(page)).toHaveValue('interview');
    await expect(page.locator(`.results [data-document-id="${visit.otherFinds}"]`)).toBeVisible();

    // The next visitor finds an empty field, and no word was written anywhere.
    await endVisit(page);
    const next = await terminal.page();
    await beginVisit(next, visit.language);
    await openSearch(next);
    await expect(field(next)).toHaveValue('');
    for (const typed of [typo, 'xylofoon']) expect(terminal.printed()).not.toContain(typed);
    expect(terminal.log().filter(({ code }) => code === 'page-problem')).toEqual([]);
  });
}

test('the search is there again after its index, and the whole catalogue, were lost', async ({
  startTerminal,
}) => {
  test.setTimeout(180_000);
  const terminal = await startTerminal();
  const first = await terminal.page();
  const lose = () =>
    first.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.deleteDatabase('openfloor-catalogue');
          request.onsuccess = () => resolve('deleted');
          request.onerror = () => resolve('failed');
        }),
    );
  expect(await lose()).toBe('deleted');
  // The page on show and the one behind it had their indexes in memory; the third begins with nothing.
  for (const language of ['fr', 'nl', 'fr']) {
    const page = await terminal.page();
    await beginVisit(page, language);
    await openSearch(page);
    await typeWords(page, 'stage');
    await expect(resultOf(page, 'training/find-an-internship')).toBeVisible();
    await endVisit(page);
  }
  const page = await terminal.page();
  await expect.poll(() => keptIndexes(page)).toBe(2);
});

/** How many indexes lie in the database. */
function keptIndexes(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('openfloor-catalogue');
        opening.onerror = () => resolve(-1);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('indexes').objectStore('indexes').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

function resultOf(page: Page, id: string) {
  return page.locator(`.results [data-document-id="${id}"]`);
}
