import type { Page } from '@playwright/test';
import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { openDisplay } from '../../src-main/dev/display.ts';
import { launchKiosk } from '../../src-main/dev/kiosk.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { prepare } from '../../src-main/dev/prepare.ts';
import { say } from '../../src-main/dev/say.ts';
import { beginVisit, openSearch, pageOnShow, waitForUnderstudy } from '../../src-main/dev/visitor-driver.ts';

/** How much slower the page's processor is made: a cheap terminal. */
const THROTTLE = 4;

/** What is typed, and taken away again, so many times. */
const WORDS = 'sollicitatiegesprek';
const ROUNDS = 3;

/**
 * Runs in the page: from each lifted finger to the next painted frame, in milliseconds, and the longest task in between.
 * Two frames are asked for, since the first callback comes before the paint.
 */
const WATCH = `(() => {
  const seen = { frames: [], tasks: [] };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: 'longtask' });
  addEventListener('pointerup', () => {
    const began = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => seen.frames.push(performance.now() - began)));
  }, { capture: true });
})()`;

type Seen = { readonly frames: readonly number[]; readonly tasks: readonly number[] };

/** The value below which that share of them lies. */
function below(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}

await exitWith(async () => {
  const cleanups = createCleanups();
  endOnSignals(cleanups);
  try {
    const { runtime, launchArguments } = await prepare({ needsXvfb: true });
    const display = await openDisplay(
      { width: 1081, height: 1921 },
      { own: true, env: process.env, platform: process.platform, say },
    );
    cleanups.add(display.stop);
    const kiosk = await launchKiosk({
      executable: runtime.executable,
      projectDir,
      env: display.env,
      launchArguments,
    });
    cleanups.add(kiosk.close);
    const page = await pageOnShow(kiosk.app);
    // The page behind would share the processor with the one that is measured.
    await waitForUnderstudy(kiosk.app);
    await beginVisit(page, 'nl');
    await openSearch(page);
    await page.evaluate(WATCH);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });

    const touch = async (selector: string, times = 1) => {
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not on the screen.`);
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      for (let time = 0; time < times; time += 1) {
        await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
        await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      }
    };
    const watched = async (work: () => Promise<void>): Promise<Seen> => {
      await page.evaluate('seen.frames.length = seen.tasks.length = 0');
      await work();
      await idle(page);
      return page.evaluate<Seen>('seen');
    };
    const letters = WORDS.length * ROUNDS;
    const anchor = await watched(() => touch('.search__title', letters));
    const typing = await watched(async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const letter of WORDS) await touch(`[data-key="${letter}"]`);
        await touch('[data-action="clear"]');
      }
    });
    say(`Electron ${runtime.version}, ${THROTTLE} × slower, ${letters} keys of "${WORDS}"`);
    const line = (name: string, { frames, tasks }: Seen) =>
      say(
        `${name}: painted after ${below(frames, 0.5).toFixed(0)} ms (p50), ${below(frames, 0.98).toFixed(0)} ms (p98); ` +
          `tasks over 50 ms: ${tasks.length}, longest ${Math.max(0, ...tasks).toFixed(0)} ms`,
      );
    line('anchor, touches without a handler', anchor);
    line('keys of the search', typing);
    say(`p98 over anchor: ${(below(typing.frames, 0.98) - below(anchor.frames, 0.98)).toFixed(0)} ms`);
    say(`p50 over anchor: ${(below(typing.frames, 0.5) - below(anchor.frames, 0.5)).toFixed(0)} ms`);
    return 0;
  } finally {
    await cleanups.run();
  }
});

/** Waits until the page has nothing left to do. */
async function idle(page: Page): Promise<void> {
  await page.evaluate('new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve)))');
}
