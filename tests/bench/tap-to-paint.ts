import type { CDPSession, Page } from '@playwright/test';
import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { openDisplay } from '../../src-main/dev/display.ts';
import { launchKiosk } from '../../src-main/dev/kiosk.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { prepare } from '../../src-main/dev/prepare.ts';
import { say } from '../../src-main/dev/say.ts';
import {
  beginVisit,
  openDocument,
  openTheme,
  pageOnShow,
  waitForRest,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { percentile } from './percentile.ts';

/** Taps on each thing. */
const TAPS = 60;

/** How much slower than this machine the page's processor is. */
const THROTTLE = 4;

/** A frame of a 60 Hz screen, in milliseconds. */
const FRAME_MS = 1000 / 60;

/** Put into the page: remembers, for each touch, how long after its end the next frame had been painted. */
const LISTEN = `
  window.benchTaps = [];
  addEventListener('click', (event) => {
    const at = event.timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.benchTaps.push(performance.now() - at);
      port2.postMessage(null);
    });
  }, { capture: true });
  const anchor = document.createElement('button');
  anchor.id = 'bench-anchor';
  anchor.style.cssText = 'position:fixed;left:400px;top:8px;width:96px;height:40px;z-index:9';
  anchor.addEventListener('click', () => {});
  document.body.append(anchor);
`;

const cleanups = createCleanups();

await exitWith(async () => {
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
    await waitForUnderstudy(kiosk.app);
    await beginVisit(page, 'fr');
    await openTheme(page, 'employment');
    await openDocument(page, 'employment/first-interview');
    await page.evaluate(LISTEN);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });

    const things = {
      'a question that opens and closes': '[data-question="q1"]',
      'the other language': '[data-switch-language][aria-pressed="false"]',
    };
    say(`taps on each: ${TAPS}, Electron ${runtime.version}, processor slowed down ${THROTTLE} times`);
    for (const [name, selector] of Object.entries(things)) {
      await page.locator(selector).first().scrollIntoViewIfNeeded();
      const ours: number[] = [];
      const anchor: number[] = [];
      for (let tap = 0; tap < TAPS; tap += 1) {
        anchor.push(await tapOn(page, devtools, '#bench-anchor'));
        ours.push(await tapOn(page, devtools, selector));
      }
      const p50 = [percentile(ours, 0.5), percentile(anchor, 0.5)] as const;
      const p98 = [percentile(ours, 0.98), percentile(anchor, 0.98)] as const;
      say(`${name}: tap to paint p50 ${p50[0].toFixed(0)} ms, p98 ${p98[0].toFixed(0)} ms`);
      say(`  anchor, a button that does nothing: p50 ${p50[1].toFixed(0)} ms, p98 ${p98[1].toFixed(0)} ms`);
      say(`  above the anchor at p98: ${((p98[0] - p98[1]) / FRAME_MS).toFixed(2)} frames`);
    }
    return 0;
  } finally {
    await cleanups.run();
  }
});

/** Touches the middle of an element and answers how long the next paint took, in milliseconds. */
async function tapOn(page: Page, devtools: CDPSession, selector: string): Promise<number> {
  await waitForRest(page);
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the screen.`);
  const before = await page.evaluate<number>('window.benchTaps.length');
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  for (;;) {
    const taps = await page.evaluate<number[]>('window.benchTaps');
    const last = taps.at(-1);
    if (taps.length > before && last !== undefined) return last;
  }
}
