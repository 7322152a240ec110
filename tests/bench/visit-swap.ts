import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { openDisplay } from '../../src-main/dev/display.ts';
import { launchKiosk } from '../../src-main/dev/kiosk.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { prepare } from '../../src-main/dev/prepare.ts';
import { Problem, say } from '../../src-main/dev/say.ts';
import { beginVisit, endVisit, pageOnShow, waitForUnderstudy } from '../../src-main/dev/visitor-driver.ts';

/** Visits in a run. */
const VISITS = 20;

/**
 * Runs in the page behind: the moment, in milliseconds of the machine's clock, at which it has painted a whole frame on
 * show. Two frames are asked for, since the first callback comes before the first paint.
 */
const SHOWN_AT = `new Promise((resolve) => {
  const html = document.documentElement;
  new MutationObserver(() => {
    if (html.dataset.seat !== 'on-show') return;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
  }).observe(html, { attributes: true });
})`;

type Line = {
  readonly at?: string;
  readonly code?: string;
  readonly ms?: number;
  readonly reason?: string;
  readonly place?: string;
};

/** The value in the middle of a list that is not empty. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
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
    const lines: Line[] = [];
    let rest = '';
    kiosk.app.process().stderr?.on('data', (bytes: Buffer) => {
      const parts = (rest + bytes.toString('utf8')).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('{')) lines.push(JSON.parse(part) as Line);
    });
    const shown: number[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) {
      const page = await pageOnShow(kiosk.app);
      await waitForUnderstudy(kiosk.app);
      await beginVisit(page, visit % 2 === 0 ? 'fr' : 'nl');
      const behind = kiosk.app.windows().find((other) => other !== page);
      if (!behind) throw new Problem('There is no page behind the one on show.');
      const painted = behind.evaluate<number>(SHOWN_AT);
      await endVisit(page);
      shown.push(await painted);
    }
    await pageOnShow(kiosk.app);
    const times = (wanted: (line: Line) => boolean) =>
      lines.filter(wanted).flatMap(({ ms }) => (typeof ms === 'number' ? [ms] : []));
    const ends = lines.filter(({ code }) => code === 'visit-ended').map(({ at = '' }) => Date.parse(at));
    const seen = shown.map((moment, visit) => moment - (ends[visit] ?? Number.NaN));
    const swaps = times(({ code, reason }) => code === 'swap' && reason === 'visit-done');
    const builds = times(({ code, place }) => code === 'seat-ready' && place === 'understudy');
    if (swaps.length < VISITS || builds.length < VISITS) {
      throw new Problem(
        `Only ${swaps.length} swaps and ${builds.length} built pages were logged in ${VISITS} visits.`,
      );
    }
    say(`visits: ${VISITS}, Electron ${runtime.version}`);
    say(`views swapped: median ${median(swaps).toFixed(1)} ms, longest ${Math.max(...swaps).toFixed(1)} ms`);
    say(
      `end of the visit to attract painted on show: median ${median(seen)} ms, longest ${Math.max(...seen)} ms`,
    );
    say(`anchor, the same page built from nothing: median ${median(builds).toFixed(0)} ms`);
    say(`painted on show / anchor: ${(median(seen) / median(builds)).toFixed(3)}`);
    return 0;
  } finally {
    await cleanups.run();
  }
});
