import type { CDPSession, Page } from '@playwright/test';
import {
  beginVisit,
  openDocument,
  screenOf,
  tap,
  waitForRest,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

type Point = { readonly x: number; readonly y: number };

/** Several fingers at once, and what the page notices of them. */
async function fingersOf(page: Page) {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const send = (
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    points: readonly Point[],
    timestamp?: number,
  ) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      ...(timestamp === undefined ? {} : { timestamp }),
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id, radiusX: 20, radiusY: 20 })),
    });
  await page.evaluate(() => {
    const noticed: string[] = [];
    Object.assign(window, { noticed });
    for (const name of ['click', 'contextmenu', 'selectstart', 'dragstart', 'pointercancel'])
      addEventListener(name, () => noticed.push(name), true);
  });
  return {
    down: (...points: readonly Point[]) => send('touchStart', points),
    move: (...points: readonly Point[]) => send('touchMove', points),
    up: () => send('touchEnd', []),
    cancel: () => send('touchCancel', []),
    /** A tap at a moment in seconds, so that the speed of this machine decides nothing. */
    tap: async (point: Point, at = Date.now() / 1_000) => {
      await send('touchStart', [point], at);
      await send('touchEnd', [], at + 0.05);
    },
    /** A touch of almost a second; the moments are told, so that the speed of this machine decides nothing. */
    hold: async (point: Point) => {
      const at = Date.now() / 1_000;
      await send('touchStart', [point], at);
      await send('touchEnd', [], at + 0.9);
    },
    noticed: () => page.evaluate(() => (window as unknown as { noticed: string[] }).noticed),
    /** What a browser could have done of its own accord. */
    traces: () =>
      page.evaluate(() => ({
        scale: visualViewport?.scale,
        selected: String(getSelection()),
        sideways: scrollX,
      })),
  };
}

const UNTOUCHED = { scale: 1, selected: '', sideways: 0 };

async function middleOf(page: Page, selector: string): Promise<Point> {
  const box = await page.locator(selector).filter({ visible: true }).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a touch nobody meant opens nothing, zooms nothing, selects nothing', async ({ startTerminal }) => {
  const page = await (await startTerminal()).page();
  await beginVisit(page, 'fr');
  const fingers = await fingersOf(page);
  const theme = await middleOf(page, '[data-theme-id="education"]');
  const other = await middleOf(page, '[data-theme-id="mobility"]');
  const title = await middleOf(page, 'h1');

  await test.step('a finger that slides off a button', async () => {
    await fingers.down(theme);
    for (const step of [1, 2, 3, 4]) await fingers.move({ x: theme.x + step * 40, y: theme.y + step * 70 });
    await fingers.up();
  });
  await test.step('a touch that is taken away in the middle', async () => {
    await fingers.down(theme);
    await fingers.cancel();
  });
  await test.step('two fingers on two buttons', async () => {
    await fingers.down(theme, other);
    await fingers.up();
  });
  await test.step('a palm: five points close together', async () => {
    await fingers.down(
      ...[0, 1, 2, 3, 4].map((part) => ({ x: theme.x + part * 60, y: theme.y + (part % 2) * 70 })),
    );
    await fingers.up();
  });
  await test.step('two fingers that spread, and that close', async () => {
    for (const ends of [
      [40, 400],
      [400, 40],
    ] as const) {
      const at = (apart: number): readonly [Point, Point] => [
        { x: theme.x - apart / 2, y: theme.y },
        { x: theme.x + apart / 2, y: theme.y + apart / 4 },
      ];
      await fingers.down(...at(ends[0]));
      for (let part = 1; part <= 8; part += 1)
        await fingers.move(...at(ends[0] + ((ends[1] - ends[0]) * part) / 8));
      await fingers.up();
    }
  });
  await test.step('three fingers that swipe to each side', async () => {
    for (const way of [-1, 1]) {
      const at = (moved: number) =>
        [0, 1, 2].map((finger) => ({ x: theme.x + moved * way, y: 500 + finger * 150 }));
      await fingers.down(...at(0));
      for (let part = 1; part <= 8; part += 1) await fingers.move(...at(part * 50));
      await fingers.up();
    }
  });
  await test.step('one finger that swipes across the screen, as if to go back', async () => {
    await fingers.down({ x: 5, y: 900 });
    for (let part = 1; part <= 10; part += 1) await fingers.move({ x: part * 100, y: 900 });
    await fingers.up();
  });
  await test.step('a long touch on words', async () => {
    await fingers.hold(title);
  });

  expect(await screenOf(page)).toBe('home');
  expect(await fingers.traces()).toEqual(UNTOUCHED);
  expect(await fingers.noticed()).not.toEqual(expect.arrayContaining(['click']));
  expect(await fingers.noticed()).not.toEqual(expect.arrayContaining(['selectstart']));
  expect(await fingers.noticed()).not.toEqual(expect.arrayContaining(['dragstart']));

  await test.step('and a touch that is meant still counts', async () => {
    await fingers.tap(theme);
    await waitForScreen(page, 'theme');
  });
});

test('tapping twice does a thing once, and the second tap never hits what has come under the finger', async ({
  startTerminal,
}) => {
  const page = await (await startTerminal()).page();
  await beginVisit(page, 'fr');
  const fingers = await fingersOf(page);

  const row = await middleOf(page, '[data-theme-id="employment"]');
  const first = Date.now() / 1_000;
  await fingers.tap(row, first);
  await waitForScreen(page, 'theme');
  await waitForRest(page);
  const under = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('button')?.dataset['documentId'] ?? null,
    row,
  );
  expect(under).not.toBeNull();
  await fingers.tap(row, first + 0.15);
  // A document that is wanted is read before its screen comes: another one, wanted later, would come after it.
  await openDocument(page, 'employment/first-interview');
  expect(await screenOf(page)).toBe('article');
  await tap(page, '[data-action="back"]');
  await waitForScreen(page, 'theme');

  await openDocument(page, 'employment/first-interview');
  await page.locator('[data-question="q1"]').scrollIntoViewIfNeeded();
  const question = await middleOf(page, '[data-question="q1"]');
  const again = Date.now() / 1_000;
  await fingers.tap(question, again);
  await fingers.tap(question, again + 0.15);
  await expect(page.locator('[data-question="q1"]')).toHaveAttribute('aria-expanded', 'true');
});

test('a long touch on a button does what a short one does', async ({ startTerminal }) => {
  const page = await (await startTerminal()).page();
  await beginVisit(page, 'nl');
  const fingers = await fingersOf(page);
  await fingers.hold(await middleOf(page, '[data-theme-id="education"]'));
  await waitForScreen(page, 'theme');
});
