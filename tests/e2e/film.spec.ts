import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { compileGuide } from '../../content/publisher/steps/compile-guide.ts';
import { readSources } from '../../content/publisher/steps/read-sources.ts';
import { writeEdition } from '../../content/publisher/steps/write-edition.ts';
import {
  beginVisit,
  endVisit,
  goHome,
  openDocument,
  openTheme,
  PATIENCE_MS,
  switchLanguage,
  takeClock,
  tap,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

const FIXTURES = path.join(import.meta.dirname, '../fixtures');
const GOOD = path.join(FIXTURES, 'guides/good');
const PAGE = 'employment/film';

/** Every film that the publisher lets through, one after the other on a page. */
const NAMES = ['line', 'silent', 'vp8', 'av1'];

const CAPTIONS = {
  fr: ['Un point part.', 'Il suit sa ligne.'],
  nl: ['Een punt vertrekt.', 'Hij volgt zijn lijn.'],
} as const;

/** An edition of the good fixture with a page of films; gives the folder it is in. */
async function editionWithFilms(directory: string): Promise<string> {
  const good = await readSources(GOOD);
  const files = new Map(good.files.map(({ path: at, bytes }) => [at, bytes]));
  const put = (at: string, text: string) => files.set(at, new TextEncoder().encode(text));
  for (const name of ['line.mp4', 'line.webm', 'silent.mp4', 'vp8.webm', 'av1.webm']) {
    files.set(`media/${name}`, await readFile(path.join(FIXTURES, 'films', name)));
  }
  for (const language of ['fr', 'nl'] as const) {
    const [first, second] = CAPTIONS[language];
    const head = `title: ${first}\nsummary: Film.\norder: 900\nupdated: 2026-11-23`;
    const blocks = NAMES.map(
      (name) =>
        `:::video[${first}]{file=media/${name}.${name === 'line' || name === 'silent' ? 'mp4' : 'webm'}}\n${first} ${second}\n:::`,
    );
    put(`pages/employment/film.${language}.md`, `---\n${head}\n---\n\n${blocks.join('\n\n')}\n`);
    for (const name of NAMES) {
      put(
        `media/${name}.svg`,
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 4h16v1H0z"/></svg>',
      );
      const long = name === 'line' ? `\n00:02.000 --> 00:03.900\n${second}\n` : '';
      put(
        `media/${name}.${language}.vtt`,
        `WEBVTT\n\n00:00.000 --> 00:0${name === 'line' ? 2 : 1}.000\n${first}\n${long}`,
      );
    }
  }
  const compiled = await compileGuide(
    { files: [...files].map(([at, bytes]) => ({ path: at, bytes })), problems: [] },
    7,
  );
  if (!compiled.ok) throw new Error(compiled.problems.map(({ file, what }) => `${file}: ${what}`).join('\n'));
  const factory = path.join(directory, 'with-films');
  expect(await writeEdition(compiled.edition, factory, GOOD)).toBeUndefined();
  return factory;
}

const first = (page: Page) => page.locator('[data-film="v1"]');
const inFirst = (selector: string) => `[data-film="v1"] ${selector}`;

async function openFilms(page: Page, language: 'fr' | 'nl'): Promise<void> {
  await beginVisit(page, language);
  await openTheme(page, 'employment');
  await openDocument(page, PAGE);
}

/** What a page's first film does, as its element says. */
function filmFacts(page: Page) {
  return page
    .locator('video')
    .first()
    .evaluate((element) => {
      if (!(element instanceof HTMLVideoElement)) throw new Error('no film');
      const { paused, muted, volume, currentTime, controls, networkState } = element;
      return { paused, muted, volume, currentTime, controls, networkState };
    });
}

/** Touches a place of the line, as a part (0–1) of its length. */
async function touchLine(page: Page, part: number): Promise<void> {
  const box = await page.locator(inFirst('[data-action="film-seek"]')).boundingBox();
  if (!box) throw new Error('no line');
  const point = { x: box.x + box.width * part, y: box.y + box.height / 2 };
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devtools.detach();
}

test('a film waits for a touch, is silent and captioned, is travelled by a finger, and stops when the visitor leaves', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(180_000);
  const terminal = await startTerminal({ factory: await editionWithFilms(directory) });
  const page = await terminal.page();
  await openFilms(page, 'fr');

  // Nothing plays by itself, and nothing of it is fetched before it is asked for.
  await expect(first(page)).toHaveAttribute('data-film-state', 'waiting');
  expect(await filmFacts(page)).toMatchObject({ paused: true, muted: true, controls: false });

  await tap(page, inFirst('[data-action="film-start"]'));
  await expect(first(page)).toHaveAttribute('data-film-state', 'playing');
  await page
    .locator('video')
    .first()
    .evaluate((film) => {
      if (film instanceof HTMLVideoElement) film.playbackRate = 0.1;
    });
  await expect(page.locator(inFirst('[data-film-caption]'))).toHaveText(CAPTIONS.fr[0], {
    timeout: PATIENCE_MS,
  });
  expect(await filmFacts(page)).toMatchObject({ paused: false, muted: true });

  // A finger on the line goes anywhere, the captions go along, in the language of the visit.
  await tap(page, inFirst('[data-action="film-pause"]'));
  await expect(first(page)).toHaveAttribute('data-film-state', 'paused');
  await touchLine(page, 0.75);
  await expect(page.locator(inFirst('[data-film-caption]'))).toHaveText(CAPTIONS.fr[1]);
  const { currentTime } = await filmFacts(page);
  expect(currentTime).toBeGreaterThan(2.5);
  expect(currentTime).toBeLessThan(3.5);
  await switchLanguage(page, 'nl');
  await expect(page.locator(inFirst('[data-film-caption]'))).toHaveText(CAPTIONS.nl[1]);
  expect((await filmFacts(page)).currentTime).toBe(currentTime);

  // Sound comes when asked for, and its text can be read.
  await tap(page, inFirst('[data-action="film-sound"]'));
  await expect(page.locator(inFirst('[data-action="film-sound"]'))).toHaveAttribute('data-value', 'soft');
  expect(await filmFacts(page)).toMatchObject({ muted: false, volume: expect.closeTo(0.35, 5) });
  await tap(page, '[data-transcript="v1"]');
  await expect(page.locator('#transcript-v1')).toContainText(CAPTIONS.nl[1]);
  await tap(page, inFirst('[data-action="film-captions"]'));
  await expect(page.locator(inFirst('[data-film-caption]'))).toHaveCount(0);

  // Whoever leaves takes it along: the element itself has stopped.
  await tap(page, inFirst('[data-action="film-play"]'));
  await expect(first(page)).toHaveAttribute('data-film-state', 'playing');
  const film = await page.locator('video').first().elementHandle();
  await goHome(page);
  expect(await film?.evaluate((element) => element instanceof HTMLVideoElement && element.paused)).toBe(true);

  // The next visitor finds it silent again, and with captions.
  await endVisit(page);
  const next = await terminal.page();
  await openFilms(next, 'nl');
  await expect(next.locator(inFirst('[data-action="film-sound"]'))).toHaveAttribute('data-value', 'off');
  await expect(next.locator(inFirst('[data-film-caption]'))).toHaveCount(1);
  expect(await filmFacts(next)).toMatchObject({ muted: true });

  // Who goes into the middle of a film before having played it sees what is there.
  await touchLine(next, 0.75);
  await expect(next.locator(inFirst('[data-film-caption]'))).toHaveText(CAPTIONS.nl[1], {
    timeout: PATIENCE_MS,
  });
  await expect(first(next)).toHaveAttribute('data-film-state', 'paused');
});

test('every film that the publisher lets through plays to its end here, one at a time', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(180_000);
  const page = await (await startTerminal({ factory: await editionWithFilms(directory) })).page();
  await openFilms(page, 'fr');
  for (const [index] of NAMES.entries()) {
    const film = page.locator(`[data-film="v${index + 1}"]`);
    await tap(page, `[data-film="v${index + 1}"] [data-action="film-start"]`);
    await expect(film).not.toHaveAttribute('data-film-state', 'waiting');
    const playing = await page
      .locator('video')
      .evaluateAll(
        (films) =>
          films.filter((each) => each instanceof HTMLVideoElement && !each.paused && !each.ended).length,
      );
    expect(playing).toBeLessThanOrEqual(1);
    await expect(film).toHaveAttribute('data-film-state', 'over', { timeout: PATIENCE_MS });
  }
  // The same film as WebM and as MP4: either can be played alone.
  const verdicts = await page
    .locator('video source')
    .evaluateAll((sources) =>
      sources.map((source) => document.createElement('video').canPlayType(source.getAttribute('type') ?? '')),
    );
  expect(verdicts).toEqual(['probably', 'probably', 'probably', 'probably', 'probably']);
});

test('a film that plays is somebody watching; paused, it is not', async ({ startTerminal, directory }) => {
  test.setTimeout(180_000);
  const terminal = await startTerminal({ factory: await editionWithFilms(directory) });
  const page = await terminal.page();
  await takeClock(terminal.app, page);
  await openFilms(page, 'fr');
  await tap(page, inFirst('[data-action="film-start"]'));
  await expect(first(page)).toHaveAttribute('data-film-state', 'playing');
  // Slow, so that four seconds last as long as this test needs them.
  await page
    .locator('video')
    .first()
    .evaluate((film) => {
      if (film instanceof HTMLVideoElement) film.playbackRate = 0.07;
    });
  const warning = page.locator('[data-idle-warning]');
  for (let quarter = 0; quarter < 3; quarter += 1) {
    const before = (await filmFacts(page)).currentTime;
    await expect
      .poll(async () => (await filmFacts(page)).currentTime, { timeout: PATIENCE_MS })
      .toBeGreaterThan(before + 0.03);
    await page.clock.fastForward(80_000);
    await expect(warning).toHaveCount(0);
  }
  await tap(page, inFirst('[data-action="film-pause"]'));
  await expect(first(page)).toHaveAttribute('data-film-state', 'paused');
  await page.clock.fastForward(90_500);
  await expect(warning).toBeVisible();
});

test('a film is no way out: no full screen, no picture in picture, no other screen, nothing to save', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(180_000);
  const page = await (await startTerminal({ factory: await editionWithFilms(directory) })).page();
  await openFilms(page, 'fr');
  await tap(page, inFirst('[data-action="film-start"]'));
  await expect(first(page)).toHaveAttribute('data-film-state', 'playing');
  const answers = await page
    .locator('video')
    .first()
    .evaluate(async (film) => {
      if (!(film instanceof HTMLVideoElement)) return null;
      const refusal = (asked: Promise<unknown>) =>
        asked.then(
          () => 'granted',
          () => 'refused',
        );
      return {
        fullscreen: await refusal(film.requestFullscreen()),
        pictureInPicture: await refusal(film.requestPictureInPicture()),
        remote: film.disableRemotePlayback,
        controls: film.controls,
        menu: film.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
      };
    });
  expect(answers).toMatchObject({
    fullscreen: 'refused',
    pictureInPicture: 'refused',
    remote: true,
    controls: false,
  });
  expect(
    await page.evaluate(
      () => document.fullscreenElement === null && document.pictureInPictureElement === null,
    ),
  ).toBe(true);
});
