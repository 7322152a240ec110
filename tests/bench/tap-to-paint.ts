import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { openDisplay } from '../../src-main/dev/display.ts';
import { launchKiosk } from '../../src-main/dev/kiosk.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { prepare } from '../../src-main/dev/prepare.ts';
import { Problem, say } from '../../src-main/dev/say.ts';
import { beginVisit, pageOnShow, waitForRest, waitForUnderstudy } from '../../src-main/dev/visitor-driver.ts';
import { percentile } from './percentile.ts';
import { THINGS, type Thing } from './tap/things.ts';
import { ANCHOR, tapOn, WATCH } from './tap/watch.ts';

/** Taps on each thing. */
const TAPS = 60;

/** How much slower than this machine the page's processor is. */
const THROTTLE = 4;

/** A frame of a 60 Hz screen, in milliseconds. */
const FRAME_MS = 1000 / 60;

const cleanups = createCleanups();

await exitWith(async () => {
  endOnSignals(cleanups);
  try {
    const asked = process.argv.slice(2);
    const things = (asked.length > 0 ? asked : Object.keys(THINGS)).map((name): Thing => {
      const thing = THINGS[name];
      if (!thing)
        throw new Problem(`There is no ${name} to touch, only ${Object.keys(THINGS).join(', ')}.`, 2);
      return thing;
    });
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
    await page.evaluate(WATCH);
    const devtools = await page.context().newCDPSession(page);

    say(`taps on each: ${TAPS}, Electron ${runtime.version}, processor slowed down ${THROTTLE} times`);
    for (const { name, goThere, touches } of things) {
      await goThere(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
      const anchor: number[] = [];
      const answers = touches.map((): number[] => []);
      const contents = touches.map((): number[] => []);
      for (let tap = 0; tap < TAPS; tap += 1) {
        const turn = tap % touches.length;
        const thing = touches[turn]?.thing;
        if (!thing) break;
        await page.locator(thing.selector).first().scrollIntoViewIfNeeded();
        await waitForRest(page);
        anchor.push((await tapOn(page, devtools, ANCHOR)).contentMs);
        await waitForRest(page);
        const { answerMs, contentMs } = await tapOn(page, devtools, thing);
        answers[turn]?.push(answerMs);
        contents[turn]?.push(contentMs);
      }
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      say(`${name} (anchor, a button that does nothing: ${times(anchor)})`);
      for (const [turn, { words }] of touches.entries()) {
        say(`  ${words}, until it answers: ${above(answers[turn] ?? [], anchor)}`);
        say(`  ${words}, until all is there: ${above(contents[turn] ?? [], anchor)}`);
      }
    }
    return 0;
  } finally {
    await cleanups.run();
  }
});

function times(values: readonly number[]): string {
  return `p50 ${percentile(values, 0.5).toFixed(0)} ms, p98 ${percentile(values, 0.98).toFixed(0)} ms`;
}

/** How much more than the anchor, in frames. */
function above(values: readonly number[], anchor: readonly number[]): string {
  const frames = (share: number) =>
    ((percentile(values, share) - percentile(anchor, share)) / FRAME_MS).toFixed(2);
  return `${times(values)}; above the anchor ${frames(0.5)} frames at p50, ${frames(0.98)} at p98`;
}
