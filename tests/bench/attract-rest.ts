import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { openDisplay } from '../../src-main/dev/display.ts';
import { launchKiosk } from '../../src-main/dev/kiosk.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { prepare } from '../../src-main/dev/prepare.ts';
import { Problem, say } from '../../src-main/dev/say.ts';
import { pageOnShow, waitForRest, waitForUnderstudy } from '../../src-main/dev/visitor-driver.ts';

/** How long each page is watched, in milliseconds: several turns of the board. */
const WATCHED_MS = 45_000;

/** How long the pages get to finish what they do once they are ready: sweeping, the search. In milliseconds. */
const SETTLED_MS = 25_000;

/** What a page has done since it began, as Chromium counts it. */
type Work = {
  /** All of its main thread's work, in seconds. */
  readonly TaskDuration: number;
  readonly ScriptDuration: number;
  readonly LayoutCount: number;
  readonly RecalcStyleCount: number;
};

async function meter(page: Page): Promise<() => Promise<Work>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'timeTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const value = (name: keyof Work) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      TaskDuration: value('TaskDuration'),
      ScriptDuration: value('ScriptDuration'),
      LayoutCount: value('LayoutCount'),
      RecalcStyleCount: value('RecalcStyleCount'),
    };
  };
}

/** A page without anything in a window of the same size, in the same app. */
async function emptyPage(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({ width: 1080, height: 1920 });
    void window.loadURL('data:text/html,<title>empty</title>');
  });
  return opened;
}

const difference = (after: Work, before: Work): Work => ({
  TaskDuration: after.TaskDuration - before.TaskDuration,
  ScriptDuration: after.ScriptDuration - before.ScriptDuration,
  LayoutCount: after.LayoutCount - before.LayoutCount,
  RecalcStyleCount: after.RecalcStyleCount - before.RecalcStyleCount,
});

const ms = (seconds: number) => `${(seconds * 1000).toFixed(1)} ms`;
const share = (seconds: number) => `${((seconds * 100_000) / WATCHED_MS).toFixed(3)} %`;

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
    const attract = await pageOnShow(kiosk.app);
    await waitForUnderstudy(kiosk.app);
    const understudy = kiosk.app.windows().find((page) => page !== attract);
    if (!understudy) throw new Problem('There is no page behind the one on show.');
    await waitForRest(attract);
    const empty = await emptyPage(kiosk.app);
    await empty.waitForLoadState();
    await pause(SETTLED_MS);

    const meters = await Promise.all([attract, understudy, empty].map(meter));
    const before = await Promise.all(meters.map((read) => read()));
    await pause(WATCHED_MS);
    const after = await Promise.all(meters.map((read) => read()));
    const [shown, behind, nothing] = after.map((work, index) => {
      const start = before[index];
      if (!start) throw new Problem('A page was not measured.');
      return difference(work, start);
    });
    if (!shown || !behind || !nothing) throw new Problem('A page was not measured.');
    say(`rest: ${WATCHED_MS / 1000} s, Electron ${runtime.version}; work of each page's main thread`);
    for (const [name, work] of [
      ['attract on show', shown],
      ['attract behind', behind],
      ['anchor, an empty page', nothing],
    ] as const) {
      say(
        `${name}: ${ms(work.TaskDuration)} (${share(work.TaskDuration)} of the time), scripts ${ms(work.ScriptDuration)}, ` +
          `${work.LayoutCount} layouts, ${work.RecalcStyleCount} style recalculations`,
      );
    }
    say(`on show / anchor: ${(shown.TaskDuration / nothing.TaskDuration).toFixed(2)}`);
    say(`behind / anchor: ${(behind.TaskDuration / nothing.TaskDuration).toFixed(2)}`);
    return 0;
  } finally {
    await cleanups.run();
  }
});
