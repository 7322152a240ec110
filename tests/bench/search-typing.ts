import { setTimeout as pause } from 'node:timers/promises';
import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { openDisplay } from '../../src-main/dev/display.ts';
import { launchKiosk } from '../../src-main/dev/kiosk.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { prepare } from '../../src-main/dev/prepare.ts';
import { Problem, say } from '../../src-main/dev/say.ts';
import {
  beginVisit,
  openSearch,
  pageOnShow,
  tap,
  waitForRest,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { percentile } from './percentile.ts';

/** How much slower the page's processor is made: a cheap terminal. */
const THROTTLE = 4;

/** What is typed, each taken away again: sixty keys. */
const WORDS = ['sollicitatie', 'opleiding', 'werkloosheid', 'brief', 'zelfstandig', 'taallessen'] as const;

/** A quick thumb, in milliseconds from one key to the next: the answer to a key often comes while the next one is pressed. */
const KEY_EVERY_MS = 150;

/** An answer is waited for no longer than this, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Runs in the page: from each lifted finger to the end of the frame whose field shows another question (on a thing that is no key:
 * of the next frame), in milliseconds, and the tasks over 50 ms. The frame is asked for before the key is heard, so that nothing
 * of the search gets in between.
 */
const WATCH = `(() => {
  const field = document.querySelector('input[type="search"]');
  const seen = { frames: [], tasks: [] };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: 'longtask' });
  addEventListener('pointerup', ({ timeStamp, target }) => {
    const before = target.closest('[data-key]') ? field.value : null;
    const look = () => {
      if (field.value === before) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.frames.push(performance.now() - timeStamp);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  }, { capture: true });
})()`;

type Seen = { readonly frames: readonly number[]; readonly tasks: readonly number[] };

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

    const touch = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not on the screen.`);
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      // Both at once: a key that is held for long, because this machine has other things to do, offers its accents instead.
      await Promise.all([
        devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] }),
        devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
      ]);
      await pause(KEY_EVERY_MS);
    };
    const watched = async (work: () => Promise<void>): Promise<Seen> => {
      await page.evaluate('seen.frames.length = seen.tasks.length = 0');
      await work();
      return page.evaluate<Seen>('seen');
    };
    const keys = WORDS.join('').length;
    const anchor = await watched(async () => {
      for (let key = 0; key < keys; key += 1) await touch('.search__title');
    });
    const answers: number[] = [];
    const typing = await watched(async () => {
      for (const word of WORDS) {
        for (const letter of word) await touch(`[data-key="${letter}"]`);
        const began = performance.now() - KEY_EVERY_MS;
        const answered = page.locator(`[data-answered="${word}"]`);
        await answered.waitFor({ timeout: PATIENCE_MS }).catch(async () => {
          const typed = await page.evaluate('document.querySelector(\'input[type="search"]\').value');
          throw new Problem(
            `"${word}" was typed; the field says "${typed}", and no answer came to that word.`,
          );
        });
        answers.push(performance.now() - began);
        await tap(page, '[data-action="clear"]');
        await waitForRest(page);
      }
    });
    say(`Electron ${runtime.version}, ${THROTTLE} × slower, ${keys} keys, one every ${KEY_EVERY_MS} ms`);
    const line = (name: string, { frames, tasks }: Seen) =>
      say(
        `${name}: painted after ${percentile(frames, 0.5).toFixed(0)} ms (p50), ${percentile(frames, 0.98).toFixed(0)} ms (p98); ` +
          `tasks over 50 ms: ${tasks.length}, longest ${Math.max(0, ...tasks).toFixed(0)} ms`,
      );
    line('anchor, touches without a handler', anchor);
    line('keys of the search', typing);
    const above = (share: number) => percentile(typing.frames, share) - percentile(anchor.frames, share);
    say(`above the anchor: ${above(0.5).toFixed(0)} ms (p50), ${above(0.98).toFixed(0)} ms (p98)`);
    say(`the answers to a whole word, after its last key, at most: ${Math.max(...answers).toFixed(0)} ms`);
    return 0;
  } finally {
    await cleanups.run();
  }
});
