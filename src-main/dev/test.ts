import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.ts';
import { createCleanups, endOnSignals } from './cleanups.ts';
import { openDisplay, stopProcess } from './display.ts';
import { makeTrialPackage, type TrialPackage, whyNoPackage } from './package/trial.ts';
import { exitWith, projectDir } from './packages.mjs';
import { type Prepared, prepare } from './prepare.ts';
import { messageOf, Problem, say } from './say.ts';
import { openScratch } from './scratch.ts';
import { realSystemPorts, sandboxArguments } from './system.ts';
import { lastLine, NOTHING, settle, type Tally, tallyE2e, tallyUnit, total } from './tally.ts';

/** The screen of an upright terminal, in pixels. */
const KIOSK_DISPLAY = { width: 1080, height: 1920 };

/** The parts of `npm test`, in the order they run. */
const PARTS = ['unit', 'e2e', 'preview', 'package'] as const;
type Part = (typeof PARTS)[number];

const cleanups = createCleanups();
const results = path.join(projectDir, 'out/test-results');

await exitWith(async () => {
  endOnSignals(cleanups);
  const { parts, rest } = parseParts(process.argv.slice(2));
  mkdirSync(results, { recursive: true });
  const scratch = openScratch();
  cleanups.add(scratch.remove);

  // Prepared first, since it says most about a machine; should it fail, the unit tests still tell what they know.
  const prepared = parts.includes('e2e') ? await prepareOrExplain() : null;
  const tallies: Tally[] = [];
  if (parts.includes('unit')) tallies.push(await unitTests(rest, scratch.env));
  if (parts.includes('e2e'))
    tallies.push(prepared === null ? { ...NOTHING, failed: 1 } : await e2eTests(prepared, rest, scratch.env));
  if (parts.includes('preview')) tallies.push(await previewTests(rest, scratch.env));
  if (parts.includes('package')) tallies.push(await packageTests(rest));
  await cleanups.run();

  const sum = total(tallies);
  say(lastLine(sum));
  return sum.failed === 0 ? 0 : 1;
});

/** `npm test -- unit …` and so on run one part and pass the rest to its runner. */
function parseParts(args: readonly string[]): {
  readonly parts: readonly Part[];
  readonly rest: readonly string[];
} {
  const [first, ...rest] = args;
  if (first === undefined) return { parts: PARTS, rest: [] };
  const part = PARTS.find((each) => each === first);
  if (part) return { parts: [part], rest };
  const known = PARTS.map((each) => `npm test -- ${each} …`).join(', ');
  throw new Problem(`There is no part called ${first}: npm test, ${known}`, 2);
}

async function prepareOrExplain(): Promise<Prepared | null> {
  try {
    return await prepare({ needsXvfb: true });
  } catch (error) {
    say(`\nThe tests in the real app cannot run, which counts as one failure:\n${messageOf(error)}\n`);
    return null;
  }
}

async function unitTests(rest: readonly string[], env: NodeJS.ProcessEnv): Promise<Tally> {
  const report = path.join(results, 'unit.json');
  const runner = path.join(projectDir, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runTests([runner, 'run', ...reporters, ...rest], env, report, tallyUnit);
}

async function e2eTests(
  { runtime, launchArguments }: Prepared,
  rest: readonly string[],
  base: NodeJS.ProcessEnv,
): Promise<Tally> {
  const report = path.join(results, 'e2e.json');
  const runner = path.join(projectDir, 'node_modules/@playwright/test/cli.js');
  const env = {
    ...base,
    OPENFLOOR_ELECTRON: runtime.executable,
    OPENFLOOR_PROJECT: projectDir,
    OPENFLOOR_E2E_REPORT: report,
    ...(launchArguments.includes('--no-sandbox') ? { OPENFLOOR_NO_SANDBOX: '1' } : {}),
  };
  return runTests([runner, 'test', '--project=kiosk', ...rest], env, report, tallyE2e);
}

/** The preview in an ordinary browser; a machine without one skips it, since nothing of the kiosk needs it. */
async function previewTests(rest: readonly string[], base: NodeJS.ProcessEnv): Promise<Tally> {
  const system = realSystemPorts();
  const browser = await findBrowser(system);
  if (browser === null) return { ...NOTHING, skipped: 1 };
  const report = path.join(results, 'preview.json');
  const runner = path.join(projectDir, 'node_modules/@playwright/test/cli.js');
  const env = {
    ...base,
    OPENFLOOR_CHROMIUM: browser,
    OPENFLOOR_PROJECT: projectDir,
    OPENFLOOR_E2E_REPORT: report,
    ...(sandboxArguments(system).includes('--no-sandbox') ? { OPENFLOOR_NO_SANDBOX: '1' } : {}),
  };
  return runTests([runner, 'test', '--project=preview', ...rest], env, report, tallyE2e);
}

/** The package, made, installed, started and purged on this very machine: where that may not be done, it is skipped. */
async function packageTests(rest: readonly string[]): Promise<Tally> {
  const reason = whyNoPackage(realSystemPorts());
  if (reason !== null) {
    say(`The tests of the package are skipped: ${reason}`);
    return { ...NOTHING, skipped: 1 };
  }
  let made: TrialPackage;
  try {
    made = await makeTrialPackage();
  } catch (error) {
    say(`\nThe package could not be made, which counts as one failure:\n${messageOf(error)}\n`);
    return { ...NOTHING, failed: 1 };
  }
  const report = path.join(results, 'package.json');
  const runner = path.join(projectDir, 'node_modules/@playwright/test/cli.js');
  const pictures = path.join(results, 'package/screen');
  mkdirSync(pictures, { recursive: true });
  const display = await openDisplay(KIOSK_DISPLAY, {
    own: true,
    env: process.env,
    platform: process.platform,
    say,
    picturesIn: pictures,
  });
  cleanups.add(display.stop);
  const env = {
    ...process.env,
    OPENFLOOR_PROJECT: projectDir,
    OPENFLOOR_E2E_REPORT: report,
    OPENFLOOR_DEB: made.deb,
    OPENFLOOR_UNPACKED: made.unpacked,
    OPENFLOOR_SCREEN: display.env['DISPLAY']?.slice(1),
    OPENFLOOR_PICTURES: pictures,
  };
  return runTests([runner, 'test', '--project=package', ...rest], env, report, tallyE2e);
}

/** Runs a test runner to its end, then counts its report. */
async function runTests(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  report: string,
  count: (report: unknown) => Tally,
): Promise<Tally> {
  rmSync(report, { force: true });
  const child = spawn(process.execPath, [...command], { stdio: 'inherit', cwd: projectDir, env });
  cleanups.add(() => stopProcess(child));
  const exitCode = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  try {
    const counted = count(JSON.parse(readFileSync(report, 'utf8')));
    const settled = settle(counted, exitCode);
    if (settled !== counted)
      say(`The runner ended with code ${exitCode} beside its tests: counted as one failure.`);
    return settled;
  } catch (error) {
    say(`The runner left no readable report, which counts as one failure: ${messageOf(error)}`);
    return { ...NOTHING, failed: 1 };
  }
}
