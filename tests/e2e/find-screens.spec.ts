import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { blobPath, type EditionPointer, type Manifest } from '../../content/model/edition.ts';
import type { Guide } from '../../content/model/guide.ts';
import {
  beginVisit,
  goHome,
  openDocument,
  openPlace,
  openTheme,
  pageAtMoment,
  switchLanguage,
  tap,
  waitForScreen,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { blobOf, copyFactory, expect, LANDSCAPE, manifestOf, PORTRAIT, test } from './kiosk-test.ts';

/** A Friday of the guide's, half a minute before its job club ends. */
const BEFORE_THE_END = new Date('2026-11-27T11:29:30+01:00');

/** A Saturday on which the guide has nothing. */
const QUIET_DAY = new Date('2026-11-28T10:00:00+01:00');

/** The uppermost thing of the scrolled screen that still shows. */
async function anchorAtTop(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const top = (main?.getBoundingClientRect().top ?? 0) + 1;
    const blocks = [...document.querySelectorAll('.frame__body [data-anchor]')];
    const first = blocks.find((block) => block.getBoundingClientRect().bottom > top);
    return (main?.scrollTop ?? 0) > 0 ? (first?.getAttribute('data-anchor') ?? null) : 'the top';
  });
}

const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);
const idsIn = (page: Page, name: string) =>
  part(page, name)
    .locator('[data-document-id]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-document-id')));

test('the agenda lets go what is over while it stands open, and keeps filter and place through a language switch', async ({
  startTerminal,
}) => {
  test.setTimeout(120_000);
  const terminal = await startTerminal();
  const page = await terminal.page();
  await waitForUnderstudy(terminal.app);
  await page.clock.install({ time: BEFORE_THE_END });
  await beginVisit(page, 'fr');
  await openPlace(page, 'events');
  expect(await idsIn(page, 'today')).toEqual(['events/job-club', 'events/job-fair']);
  await expect(part(page, 'today')).toContainText('en ce moment, jusqu’à 11:30');
  await page.clock.fastForward(31_000);
  await expect(part(page, 'today').locator('[data-document-id]')).toHaveCount(1);
  expect(await idsIn(page, 'today')).toEqual(['events/job-fair']);

  await tap(page, '[data-choice="type workshop"]');
  await tap(page, '[data-choice="spoken nl"]');
  await expect(part(page, 'today')).toContainText('Rien de tel aujourd’hui');
  const shown = await idsIn(page, 'week');
  expect(shown).toContain('events/cv-workshop-in-dutch');
  expect(shown).not.toContain('events/cv-workshop-in-french');
  expect(shown).not.toContain('events/conversation-table');
  await switchLanguage(page, 'nl');
  await expect(page.locator('[data-choice="type workshop"]')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-choice="spoken nl"]')).toHaveAttribute('aria-pressed', 'true');
  expect(await idsIn(page, 'week')).toEqual(shown);

  // Away and back: the filter and the place are as they were left.
  await openDocument(page, 'events/cv-workshop-in-dutch');
  await tap(page, '[data-action="back"]');
  await waitForScreen(page, 'events');
  await expect(page.locator('[data-choice="spoken nl"]')).toHaveAttribute('aria-pressed', 'true');
  await tap(page, '[data-choice="type job-fair"]');
  await tap(page, '[data-choice="type all"]');
  await expect(page.locator('[data-choice="type all"]')).toHaveAttribute('aria-pressed', 'true');
});

test('a day without anything says so kindly, in both languages, and offers what comes next', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal();
  const page = await terminal.page();
  await waitForUnderstudy(terminal.app);
  await page.clock.install({ time: QUIET_DAY });
  await beginVisit(page, 'nl');
  await expect(page.locator('.today')).toContainText('Vandaag is er niets gepland');
  expect(await page.locator('.today [data-document-id]').count()).toBeGreaterThan(0);
  await openPlace(page, 'events');
  await expect(part(page, 'today')).toContainText('Vandaag is er niets gepland');
  await switchLanguage(page, 'fr');
  await expect(part(page, 'today')).toContainText('Rien de prévu aujourd’hui');
});

for (const [language, words] of [
  ['fr', { audience: 'Je cherche un emploi', services: 'Qui peut vous aider', progress: '2 sur 24' }],
  ['nl', { audience: 'Ik zoek werk', services: 'Wie kan je helpen', progress: '2 van 24' }],
] as const) {
  test(`audience, services and checklists lead where they say and back again, in ${language}`, async ({
    startTerminal,
  }) => {
    test.setTimeout(120_000);
    const page = await (await startTerminal()).page();
    await beginVisit(page, language);

    await tap(page, '[data-audience="job-seeker"]');
    await waitForScreen(page, 'audience');
    await expect(page.locator('h1')).toContainText(words.audience);
    await openDocument(page, 'employment/where-to-look');
    await expect(page.locator('[data-action="back"]')).toContainText(words.audience);
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'audience');
    await tap(page, '[data-theme-id="training"]');
    await waitForScreen(page, 'theme');
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'audience');
    await goHome(page);

    await openPlace(page, 'services');
    await expect(page.locator('h1')).toContainText(words.services);
    await openDocument(page, 'partners/actiris');
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'services');
    await openDocument(page, 'services/career-guidance');
    await tap(page, '[data-action="back"]');
    await goHome(page);

    await openPlace(page, 'checklists');
    await openDocument(page, 'checklists/cv-workshop');
    for (const item of ['g1-1', 'g1-2']) await tap(page, `.item__tick:has([data-tick="${item}"])`);
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'checklists');
    await expect(page.locator('[data-document-id="checklists/cv-workshop"]')).toContainText(words.progress);
    await goHome(page);
    await expect(page.locator('[data-document-id="checklists/cv-workshop"]').first()).toContainText(
      words.progress,
    );
  });
}

for (const [orientation, size, where] of [
  ['upright', PORTRAIT, 'above'],
  ['lying', LANDSCAPE, 'beside'],
] as const) {
  test(`the stations of a long page are listed, show where one is and lead there, ${orientation}`, async ({
    startTerminal,
  }) => {
    const page = await (await startTerminal({ size })).page();
    await beginVisit(page, 'fr');
    // The home screen keeps its place through a language switch, what stands beside it notwithstanding.
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 500));
    const place = await anchorAtTop(page);
    await switchLanguage(page, 'nl');
    expect(await anchorAtTop(page)).toBe(place);
    await switchLanguage(page, 'fr');
    await openTheme(page, 'employment');
    await openDocument(page, 'employment/first-interview');
    const list = page.locator(`.contents--${where}`);
    const links = list.locator('[data-station-link]');
    expect(await links.count()).toBeGreaterThanOrEqual(4);
    await tap(page, `.contents--${where} [data-station-link="h3"]`);
    await expect(list.locator('[aria-current]')).toHaveAttribute('data-station-link', 'h3');
    // The heading stands in sight, not under what stays on top.
    await expect
      .poll(() =>
        page.evaluate(() => {
          const box = document.querySelector('[data-station="h3"]')?.getBoundingClientRect();
          const over = box && document.elementFromPoint(box.left + 20, box.top + box.height * 0.8);
          return over?.closest('[data-station]')?.getAttribute('data-station');
        }),
      )
      .toBe('h3');
    await switchLanguage(page, 'nl');
    await expect(list.locator('[aria-current]')).toHaveAttribute('data-station-link', 'h3');
    // By hand, back to the top.
    await page.locator('main').dispatchEvent('wheel');
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
    await expect(list.locator('[data-station-link="h3"]')).not.toHaveAttribute('aria-current');
  });
}

/** A copy of the edition of this build whose guide states opening hours: Friday till five, with a pause. */
async function factoryWithHours(directory: string): Promise<string> {
  const factory = await copyFactory(directory);
  const manifest = await manifestOf(factory);
  const guide = JSON.parse(await readFile(await blobOf(factory, 'guide.json'), 'utf8')) as Guide;
  const put = async (value: unknown) => {
    const bytes = Buffer.from(JSON.stringify(value));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = path.join(factory, blobPath(sha256));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    return { sha256, length: bytes.byteLength };
  };
  const withHours = { ...guide, openingHours: { weekly: { friday: ['09:00-12:00', '13:00-17:00'] } } };
  const blob = await put(withHours);
  const files = manifest.files.map((file) => (file.path === 'guide.json' ? { ...file, ...blob } : file));
  const pointer = JSON.parse(await readFile(path.join(factory, 'edition.json'), 'utf8')) as EditionPointer;
  const changed: Manifest = { ...manifest, files };
  await writeFile(
    path.join(factory, 'edition.json'),
    JSON.stringify({ ...pointer, manifest: await put(changed) }),
  );
  return factory;
}

test('the screen nobody has touched yet says until when the floor is open, then when it opens again, in both languages', async ({
  startTerminal,
  directory,
}) => {
  const factory = await factoryWithHours(directory);
  const terminal = await startTerminal({ factory });
  const page = await terminal.page();
  await waitForUnderstudy(terminal.app);
  await page.clock.install({ time: new Date('2026-11-27T11:59:30+01:00') });
  const brand = page.locator('.attract__brand');
  await page.clock.fastForward(60_000);
  await expect(page.locator('[data-board="closed"]')).toContainText('Ouvre à 13:00');
  await expect(page.locator('[data-board="closed"]')).toContainText('Open om 13:00');
  await page.clock.setSystemTime(new Date('2026-11-27T12:59:50+01:00'));
  await page.clock.fastForward(60_000);
  await expect(brand).toContainText('Ouvert jusqu’à 17:00');
  await expect(brand).toContainText('Open tot 17:00');
});

test('at night the first screen is dark where a terminal is set to it, a visit is bright, and in the morning it is light again', async ({
  startTerminal,
}) => {
  test.setTimeout(120_000);
  const terminal = await startTerminal({ env: { OPENFLOOR_SET_NIGHT_DIM: 'true' } });
  // The clock of the machine, without a zone: the hours of the night are those of the terminal.
  const page = await pageAtMoment(terminal.app, new Date(2026, 10, 27, 21, 40), 'fr');
  const shade = () =>
    page.evaluate(
      () => getComputedStyle(document.querySelector('.attract-space') ?? document.body, '::after').content,
    );
  const html = page.locator('html');
  await expect(html).not.toHaveAttribute('data-night');
  expect(await shade()).toBe('none');
  await page.clock.fastForward(20 * 60_000);
  await expect(html).toHaveAttribute('data-night');
  expect(await shade()).toBe('""');
  await page.screenshot({ path: 'out/test-results/pictures/attract-at-night.png' });
  await page.clock.setSystemTime(new Date(2026, 10, 28, 5, 59));
  await page.clock.fastForward(2 * 60_000);
  await expect(html).not.toHaveAttribute('data-night');
  await page.clock.setSystemTime(new Date(2026, 10, 28, 23));
  await page.clock.fastForward(2 * 60_000);
  await expect(html).toHaveAttribute('data-night');
  await beginVisit(page, 'nl');
  expect(await shade()).toBe('none');
});

/** Asks a page for less motion, or for all of it again; resolves once the page has heard of it. */
async function askForMotion(page: Page, reducedMotion: 'reduce' | 'no-preference'): Promise<void> {
  await page.evaluate(() => {
    const heard = new Promise<void>((resolve) => {
      matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', () => resolve(), {
        once: true,
      });
    });
    Object.assign(globalThis, { heardOfMotion: () => heard });
  });
  await page.emulateMedia({ reducedMotion });
  await page.evaluate(() =>
    (globalThis as unknown as { heardOfMotion: () => Promise<void> }).heardOfMotion(),
  );
}

test('stations light up one after another, then the screen rests; behind, and where less motion is asked for, it keeps still', async ({
  startTerminal,
}) => {
  test.setTimeout(120_000);
  const terminal = await startTerminal();
  // The day before: both pages have then never waited for a minute of the machine's own clock.
  const page = await pageAtMoment(terminal.app, new Date('2026-11-26T09:00:00+01:00'), 'fr');
  const behind = terminal.app.windows().find((other) => other !== page);
  if (!behind) throw new Error('There is no page behind the one on show.');
  // The pages look at the clock anew at a full minute, and begin with the first thing of the new day; from then on the clock
  // moves only when told to.
  await page.clock.pauseAt(new Date('2026-11-27T09:00:01+01:00'));
  const board = page.locator('.board');
  const lit = page.locator('.network--portrait [data-lit]');
  await expect(board).toContainText('Club emploi');
  await expect(board).toContainText('Jobclub');
  await expect(lit).toHaveAttribute('data-line', 'red');
  await page.clock.fastForward(9_100);
  await expect(board).toContainText('Bourse de l’emploi');
  await expect(board).toContainText('Jobbeurs');
  await page.clock.fastForward(9_100);
  await expect(board).toContainText('Bienvenue sur le plateau');
  await expect(lit).toHaveCount(0);
  for (let turn = 0; turn < 2; turn += 1) await page.clock.fastForward(9_100);
  // A whole round: now it rests.
  await expect(board).toContainText('Club emploi');
  await page.clock.fastForward(20_000);
  await expect(board).toContainText('Club emploi');
  await expect(behind.locator('.board')).toContainText('Club emploi');
  await askForMotion(page, 'reduce');
  await page.clock.fastForward(60_000);
  await expect(board).toContainText('Club emploi');
  await askForMotion(page, 'no-preference');
  await expect(async () => {
    await page.clock.fastForward(41_000);
    await expect(board).not.toContainText('Club emploi', { timeout: 2_000 });
  }).toPass();
  await expect(behind.locator('.board')).toContainText('Club emploi');
});
