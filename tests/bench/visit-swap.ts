import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { openDisplay } from '../../src-main/dev/display.ts';
import { launchKiosk } from '../../src-main/dev/kiosk.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { prepare } from '../../src-main/dev/prepare.ts';
import { Problem, say } from '../../src-main/dev/say.ts';
import { beginVisit, endVisit, pageOnShow, waitForUnderstudy } from '../../src-main/dev/visitor-driver.ts';

/** Visits in a run. */
const VISITS = 20;

type Line = {
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
    for (let visit = 0; visit < VISITS; visit += 1) {
      const page = await pageOnShow(kiosk.app);
      await waitForUnderstudy(kiosk.app);
      await beginVisit(page, visit % 2 === 0 ? 'fr' : 'nl');
      await endVisit(page);
    }
    await pageOnShow(kiosk.app);
    const times = (wanted: (line: Line) => boolean) =>
      lines.filter(wanted).flatMap(({ ms }) => (typeof ms === 'number' ? [ms] : []));
    const swaps = times(({ code, reason }) => code === 'swap' && reason === 'visit-done');
    const builds = times(({ code, place }) => code === 'seat-ready' && place === 'understudy');
    if (swaps.length < VISITS || builds.length < VISITS) {
      throw new Problem(
        `Only ${swaps.length} swaps and ${builds.length} built pages were logged in ${VISITS} visits.`,
      );
    }
    say(`visits: ${VISITS}, Electron ${runtime.version}`);
    say(`swap: median ${median(swaps).toFixed(1)} ms, longest ${Math.max(...swaps).toFixed(1)} ms`);
    say(`anchor, the same page built from nothing: median ${median(builds).toFixed(0)} ms`);
    say(`swap / anchor: ${(median(swaps) / median(builds)).toFixed(4)}`);
    return 0;
  } finally {
    await cleanups.run();
  }
});
