import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Locator, Page } from '@playwright/test';

// Walks through the kiosk as a visitor would: with a finger, by what is on the screen. Shared by the pictures of
// `npm start -- --shot` and by the tests in tests/e2e. Page code is passed as text, since this room has no DOM types.

/** Milliseconds a slow machine may take to show what was asked for. */
export const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** The page a visitor sees now, once it says that it is ready. `ready: false` takes it as soon as it is on show. */
export async function pageOnShow(
  app: ElectronApplication,
  {
    ready = true,
    timeoutMs = 2 * PATIENCE_MS,
  }: { readonly ready?: boolean; readonly timeoutMs?: number } = {},
): Promise<Page> {
  const wanted = `document.documentElement.dataset.seat === 'on-show'${
    ready ? " && document.documentElement.dataset.ready === 'true'" : ''
  }`;
  const until = Date.now() + timeoutMs;
  let seen: string[] = [];
  do {
    seen = [];
    for (const page of app.windows()) {
      // A page may go away while we look at it; another one then takes its place.
      const found = await page.evaluate<boolean>(wanted).catch(() => false);
      if (found) return page;
      seen.push(await describe(page));
    }
    await pause(LOOK_EVERY_MS);
  } while (Date.now() < until);
  throw new Error(
    `No page came on show${ready ? ' and ready' : ''} within ${timeoutMs / 1_000} s. Pages there: ${seen.join('; ') || 'none'}.`,
  );
}

/** Touches the middle of the first visible element of that selector, once it stands still and nothing covers it. */
export async function tap(page: Page, selector: string): Promise<void> {
  const element = page.locator(selector).filter({ visible: true }).first();
  // A trial click waits until a finger could land there, scrolling if need be, and touches nothing.
  await element.click({ trial: true, timeout: PATIENCE_MS });
  const { x, y } = await centreOf(element, selector);
  await notTwiceAtOnce(x, y);
  const devtools = await page.context().newCDPSession(page);
  try {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    // Counted from its end: on a slow machine it takes a while to arrive.
    lastTap = { ...lastTap, at: performance.now() };
    await devtools.detach();
  } catch (error) {
    // The touch that ends a visit ends its page, at times before the answer to it has arrived.
    if (!page.isClosed() && !/closed/i.test(String(error))) throw error;
  }
}

/** Longer than two touches of one place are one to the kiosk, in milliseconds; and how near such touches are, in pixels. */
const TWICE_MS = 350;
const SAME_PLACE = 60;
let lastTap = { at: Number.NEGATIVE_INFINITY, x: 0, y: 0 };

/** Nobody who means it touches one place again within a blink. */
async function notTwiceAtOnce(x: number, y: number): Promise<void> {
  const since = performance.now() - lastTap.at;
  const isSamePlace = Math.hypot(x - lastTap.x, y - lastTap.y) <= SAME_PLACE;
  if (isSamePlace && since < TWICE_MS) await pause(TWICE_MS - since);
  lastTap = { at: performance.now(), x, y };
}

/** Waits until the page shows that screen: attract, home, theme, article, checklist, preparing … */
export async function waitForScreen(page: Page, name: string): Promise<void> {
  await page.locator(`html[data-screen="${name}"]`).waitFor({ state: 'attached', timeout: PATIENCE_MS });
}

/** Begins a visit from the attract screen in a language, and waits for the home screen. */
export async function beginVisit(page: Page, language: string): Promise<void> {
  // A page that has just come on show takes the first touches for those of the visit before.
  await page.locator('html:not([data-still])').waitFor({ state: 'attached', timeout: PATIENCE_MS });
  await tap(page, `[data-begin="${language}"]`);
  await waitForScreen(page, 'home');
}

/** Opens a theme from the home screen. */
export async function openTheme(page: Page, id: string): Promise<void> {
  await tap(page, `[data-theme-id="${id}"]`);
  await waitForScreen(page, 'theme');
}

/** Opens a place that is named on the screen: events, services, checklists. */
export async function openPlace(page: Page, name: string): Promise<void> {
  await tap(page, `[data-action="${name}"]`);
  await waitForScreen(page, name);
}

/** Opens a document from wherever a button or link to it is shown, and waits until it is. */
export async function openDocument(page: Page, id: string): Promise<void> {
  await tap(page, `[data-document-id="${id}"]`);
  await page.locator(`html[data-document="${id}"]`).waitFor({ state: 'attached', timeout: PATIENCE_MS });
}

/** Goes to the search from the low bar. */
export async function openSearch(page: Page): Promise<void> {
  await tap(page, '[data-action="search"]');
  await waitForScreen(page, 'search');
}

/** Types words on the kiosk's own keyboard, key by key. */
export async function typeWords(page: Page, words: string): Promise<void> {
  for (const sign of words) await tap(page, `[data-key="${sign === ' ' ? 'space' : sign}"]`);
}

/** Holds a key until its accents are offered; the finger is lifted over the accent named, or where it is. */
export async function holdKey(page: Page, sign: string, variant?: string): Promise<void> {
  const at = await centreOf(page.locator(`[data-key="${sign}"]`), sign);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  const variants = page.locator('[data-variant]');
  await variants.first().waitFor({ timeout: PATIENCE_MS });
  if (variant !== undefined) {
    const to = await centreOf(page.locator(`[data-variant="${variant}"]`), variant);
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [to] });
  }
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devtools.detach();
}

/** Switches the language of the visit, and waits until the page speaks it. */
export async function switchLanguage(page: Page, language: string): Promise<void> {
  await tap(page, `[data-switch-language="${language}"]`);
  await page
    .locator(`html[data-language="${language}"]`)
    .waitFor({ state: 'attached', timeout: PATIENCE_MS });
}

/** Opens the plan from the low bar. */
export async function openPlan(page: Page): Promise<void> {
  await tap(page, '[data-action="plan"]');
  await waitForScreen(page, 'plan');
}

/** Goes back to the home screen. */
export async function goHome(page: Page): Promise<void> {
  await tap(page, '[data-action="home"]');
  await waitForScreen(page, 'home');
}

/**
 * Ends the visit, past the screen that says what will be forgotten where there is something to say, and waits until its
 * page is gone. The next visitor's page is then `pageOnShow(app)`.
 */
export async function endVisit(page: Page): Promise<void> {
  const gone = page.isClosed() ? Promise.resolve() : page.waitForEvent('close', { timeout: PATIENCE_MS });
  await tap(page, '[data-action="end-visit"]');
  const asked = page
    .locator('[data-action="leave"]')
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => true,
      () => false,
    );
  if (await Promise.race([gone.then(() => false), asked])) await tap(page, '[data-action="leave"]');
  await gone;
}

/** Waits until the next visitor's page is ready behind the one on show. */
export async function waitForUnderstudy(app: ElectronApplication): Promise<void> {
  const ready =
    "document.documentElement.dataset.seat === 'understudy' && document.documentElement.dataset.ready === 'true'";
  const until = Date.now() + 2 * PATIENCE_MS;
  const anyReady = async () => {
    const answers = app.windows().map((page) => page.evaluate<boolean>(ready).catch(() => false));
    return (await Promise.all(answers)).includes(true);
  };
  while (!(await anyReady())) {
    if (Date.now() > until) throw new Error('No understudy became ready behind the page on show.');
    await pause(LOOK_EVERY_MS);
  }
}

/**
 * Takes the clock of the pages into our hands; `page.clock` then moves it. Take it before a visit begins, or the visit's
 * idle timer already runs on the real one.
 */
export async function takeClock(app: ElectronApplication, page: Page): Promise<void> {
  // Playwright moves the clocks of all pages at once, so none may be half loaded.
  await waitForUnderstudy(app);
  await page.clock.install();
}

/**
 * The page of a new visit that has never known another time than `moment`: the clock is set, then two visits pass, because
 * the next page is always built while the one before it is on show. `language` is that of those two visits.
 */
export async function pageAtMoment(app: ElectronApplication, moment: Date, language: string): Promise<Page> {
  const first = await pageOnShow(app);
  await waitForUnderstudy(app);
  await first.clock.install({ time: moment });
  for (const _ of ['the page on show', 'the page behind it']) {
    const page = await pageOnShow(app);
    await beginVisit(page, language);
    await endVisit(page);
    await pageOnShow(app);
    await waitForUnderstudy(app);
  }
  return pageOnShow(app);
}

/** Waits until the fonts are there and whatever moves on the page, unless it moves for ever, has come to rest. */
export async function waitForRest(page: Page): Promise<void> {
  const atRest = `document.fonts.status === 'loaded' && document.getAnimations().every((animation) =>
    animation.playState !== 'running' || animation.effect?.getComputedTiming().endTime === Infinity)`;
  const until = Date.now() + PATIENCE_MS;
  // Asked from outside each time: the pages' policy forbids the evaluation that waiting inside the page needs.
  while (!(await page.evaluate<boolean>(atRest))) {
    if (Date.now() > until) throw new Error(`The page did not come to rest within ${PATIENCE_MS / 1_000} s.`);
    await pause(LOOK_EVERY_MS);
  }
}

/** The screen the page shows now. */
export async function screenOf(page: Page): Promise<string> {
  return (await page.locator('html').getAttribute('data-screen')) ?? '';
}

async function centreOf(
  element: Locator,
  selector: string,
): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function describe(page: Page): Promise<string> {
  const state = await page
    .evaluate<string>('JSON.stringify({ ...document.documentElement.dataset })')
    .catch(() => 'going away');
  return `${page.url()} ${state}`;
}
