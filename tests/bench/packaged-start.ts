import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { openDisplay, stopProcess } from '../../src-main/dev/display.ts';
import { makeTrialApplication } from '../../src-main/dev/package/trial.ts';
import { exitWith } from '../../src-main/dev/packages.mjs';
import { prepare } from '../../src-main/dev/prepare.ts';
import { Problem, say } from '../../src-main/dev/say.ts';
import { percentile } from './percentile.ts';

/** How many times each is started, one after the other. */
const ROUNDS = 7;

/** How long each runs before its memory counts as that of rest, in milliseconds. */
const REST_MS = 30_000;

/** The longest a start may take, in milliseconds. */
const START_WITHIN_MS = 60_000;

/** Something to start: its command, and the code of the line it prints when it shows what it has to show. */
type Candidate = {
  readonly name: string;
  readonly executable: string;
  readonly args: readonly string[];
  readonly readyCode: string;
};

type Running = { readonly child: ChildProcess; readonly startMs: number };

const cleanups = createCleanups();

/** Starts it and resolves when it says that it shows what it has to show. */
async function start(candidate: Candidate, profile: string, env: NodeJS.ProcessEnv): Promise<Running> {
  const began = performance.now();
  const child = spawn(candidate.executable, [...candidate.args, `--user-data-dir=${profile}`], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  cleanups.add(() => stopProcess(child));
  let printed = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Problem(`${candidate.name} ${why}:\n${printed.slice(-2_000)}`));
    const tooLong = setTimeout(() => fail('took too long'), START_WITHIN_MS);
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (!printed.includes(`"code":"${candidate.readyCode}"`)) return;
      clearTimeout(tooLong);
      child.stderr?.removeAllListeners('data').resume();
      child.removeAllListeners('exit');
      resolve({ child, startMs: performance.now() - began });
    });
  });
}

/** Every process under this one, itself included. */
function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = readOrNull(`/proc/${name}/stat`);
    // The fields after the name in brackets, which may hold anything: state, parent.
    if (stat !== null) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const tree = [root];
  for (const parent of tree) for (const [pid, its] of parents) if (its === parent) tree.push(pid);
  return tree;
}

/** The memory of a tree of processes in MiB, what they share counted once (PSS). */
function memoryOf(root: number): number {
  const kibibytes = treeOf(root).map((pid) => {
    const rollup = readOrNull(`/proc/${pid}/smaps_rollup`) ?? '';
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
  });
  return kibibytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

await exitWith(async () => {
  endOnSignals(cleanups);
  if (process.platform !== 'linux')
    throw new Problem('This is measured on Linux, where /proc tells of memory.');
  try {
    const { runtime, launchArguments } = await prepare({ needsXvfb: true });
    const application = await makeTrialApplication();
    const display = await openDisplay(
      { width: 1080, height: 1920 },
      { own: true, env: process.env, platform: process.platform, say },
    );
    cleanups.add(display.stop);
    const profiles = await mkdtemp(path.join(os.tmpdir(), 'openfloor-bench-'));
    cleanups.add(() => rm(profiles, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

    const packaged: Candidate = {
      name: 'the packaged terminal',
      executable: path.join(application, 'openfloor-kiosk'),
      args: launchArguments,
      readyCode: 'seat-ready',
    };
    const anchor: Candidate = {
      name: 'an empty window',
      executable: runtime.executable,
      args: [...launchArguments, path.join(import.meta.dirname, 'empty-window.cjs')],
      readyCode: 'shown',
    };
    const times = { first: [] as number[], again: [] as number[], empty: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      // The terminal on a profile that has never been used, then on the same again; between them the anchor on its own.
      for (const [kind, candidate, profile] of [
        ['first', packaged, `terminal-${round}`],
        ['empty', anchor, 'empty'],
        ['again', packaged, `terminal-${round}`],
      ] as const) {
        const { child, startMs } = await start(candidate, path.join(profiles, profile), display.env);
        // The very first of each reads everything from disk for the others.
        if (round > 0) times[kind].push(startMs);
        await stopProcess(child);
      }
    }

    const rest: number[] = [];
    for (const [candidate, profile] of [
      [packaged, 'terminal-0'],
      [anchor, 'empty'],
    ] as const) {
      const { child } = await start(candidate, path.join(profiles, profile), display.env);
      await pause(REST_MS);
      rest.push(memoryOf(child.pid ?? 0));
      await stopProcess(child);
    }

    const [first, again, empty] = [times.first, times.again, times.empty].map((each) =>
      percentile(each, 0.5),
    ) as [number, number, number];
    const [terminalMiB = 0, emptyMiB = 0] = rest;
    say(
      `packaged start: Electron ${runtime.version}, ${ROUNDS - 1} rounds, medians, from spawn to a screen that answers`,
    );
    say(
      `an empty window, the anchor: ${empty.toFixed(0)} ms, ${emptyMiB.toFixed(0)} MiB at rest (PSS of all processes)`,
    );
    say(
      `the first start of a terminal: ${first.toFixed(0)} ms, ${(first / empty).toFixed(2)} times the anchor`,
    );
    say(`every further start: ${again.toFixed(0)} ms, ${(again / empty).toFixed(2)} times the anchor`);
    say(
      `the terminal at rest: ${terminalMiB.toFixed(0)} MiB, ${(terminalMiB / emptyMiB).toFixed(2)} times the anchor`,
    );
    return 0;
  } finally {
    await cleanups.run();
  }
});
