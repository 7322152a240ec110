import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blobPath } from '../../content/model/edition.ts';
import { machineClock } from '../../src-main/platform/clock.ts';
import { machineDisk } from '../../src-main/platform/disk.ts';
import { lineLog } from '../../src-main/platform/log.ts';
import { runningProcesses } from '../../src-main/platform/process-name.ts';
import type { CrashPoint } from '../../src-main/store/crash-points.ts';
import { openContentStore } from '../../src-main/store/open-store.ts';
import { memoryEdition } from '../builders/memory-edition.ts';

/** Blobs that only one edition has, and their length in bytes: enough work that a kill finds something under way. */
export const OWN_BLOBS = 6;
export const OWN_BYTES = 20_000;

/** Latest moment of a kill after the store has been opened, in milliseconds. */
const LATEST_KILL_MS = 150;

/** Every fourth edition is marked bad instead of being shown. */
export const BAD_EVERY = 4;

/** After every sixth the terminal is moved to a channel whose edition is the one before. */
export const MOVED_EVERY = 6;

/** What a store at work says of itself; a promise is said after it was given, its beginning before. */
export type WorkerLine =
  | { readonly kind: 'open'; readonly active: number | null }
  | { readonly kind: 'activating' | 'activated' | 'marking-bad' | 'marked-bad'; readonly seq: number }
  | { readonly kind: 'closed' };

/** What is known of a store from what its processes have said. */
export type KnownOfStore = {
  /** Highest edition whose activation was promised; null before the first. */
  readonly active: number | null;
  /** An edition whose activation had begun, and may or may not have happened. */
  readonly underWay: number | null;
  readonly bad: readonly number[];
};

/** What a process does: editions to bring in and show, and then one with a lower number to be moved to. */
export type StoreWork = { readonly first: number; readonly count: number; readonly moveTo?: number };

/** How a process is ended: at a random moment after it has opened the store, or at a named point of the code. */
export type Ending =
  | { readonly kind: 'never' }
  | { readonly kind: 'after'; readonly ms: number }
  | { readonly kind: 'at'; readonly point: CrashPoint };

/** What came of one process. */
export type KilledRun = {
  readonly known: KnownOfStore;
  readonly wasKilled: boolean;
  readonly complaint: string;
};

/** Lets a store work in a process of its own, ends that, and answers what it had promised by then. */
export function runAndKill(
  directory: string,
  { first, count, moveTo }: StoreWork,
  known: KnownOfStore,
  ending: Ending,
): Promise<KilledRun> {
  return new Promise((resolve, reject) => {
    const worker = join(import.meta.dirname, 'store-worker.ts');
    const child = spawn(
      process.execPath,
      ['--no-warnings', worker, directory, String(first), String(count), String(moveTo ?? '')],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NODE_COMPILE_CACHE: `${directory}-compiled`,
          OPENFLOOR_CRASH_AT: ending.kind === 'at' ? ending.point : '',
        },
      },
    );
    let now = known;
    let rest = '';
    let complaint = '';
    child.stderr.on('data', (bytes: Buffer) => {
      complaint += bytes.toString('utf8');
    });
    child.stdout.on('data', (bytes: Buffer) => {
      const lines = (rest + bytes.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        const line = JSON.parse(text) as WorkerLine;
        if (line.kind === 'open' && ending.kind === 'after')
          setTimeout(() => child.kill('SIGKILL'), ending.ms);
        now = after(now, line);
      }
    });
    child.once('error', reject);
    child.once('close', (_code, signal) =>
      resolve({ known: now, wasKilled: signal === 'SIGKILL', complaint }),
    );
  });
}

function after(known: KnownOfStore, line: WorkerLine): KnownOfStore {
  switch (line.kind) {
    case 'activating':
      return { ...known, underWay: line.seq };
    case 'activated':
      return { ...known, active: line.seq, underWay: null };
    case 'marked-bad':
      return { ...known, bad: [...known.bad, line.seq] };
    case 'open':
    case 'closed':
    case 'marking-bad':
      return known;
  }
}

/**
 * Starts on what a killed process has left: the edition on show is the old one or the new one, whole to the last byte; what was
 * promised is so; and after a sweep nothing is left that belongs to nobody. Answers what is wrong, or null, and what is shown.
 */
export async function wrongAfterKill(
  directory: string,
  known: KnownOfStore,
  /** Editions with a damaged file: their pointers wait for it to be mended, and are no orphans. */
  damaged: readonly number[] = [],
): Promise<{ readonly wrong: string | null; readonly active: number | null }> {
  const store = await openContentStore({
    disk: machineDisk,
    directory,
    factory: null,
    clock: machineClock,
    log: lineLog(() => {}, machineClock),
    processes: runningProcesses(),
    freeKept: 0,
    graceMs: -60_000,
  });
  try {
    const edition = store.active();
    const active = edition?.seq ?? null;
    const wrong = async (): Promise<string | null> => {
      if (active !== known.active && active !== known.underWay) {
        return `edition ${active} is shown instead of ${known.active} or ${known.underWay}`;
      }
      for (const seq of known.bad) {
        if (store.whyBad(memoryEdition(seq, { own: OWN_BLOBS, ownBytes: OWN_BYTES }).pointer) === null) {
          // The oldest marks are forgotten on purpose.
          if (store.bad().length < 50) return `edition ${seq} is not known as bad any more`;
        }
      }
      for (const { path, sha256 } of edition?.manifest.files ?? []) {
        const bytes = await readFile(join(directory, blobPath(sha256)));
        if (createHash('sha256').update(bytes).digest('hex') !== sha256)
          return `${path} of edition ${active} is wrong`;
      }
      const swept = await store.sweep();
      if (!swept.ok) return swept.fault.sentence;
      return orphan(directory, store, damaged);
    };
    return { wrong: await wrong(), active };
  } finally {
    await store.close();
  }
}

/** A file that belongs to no edition of the store; null when there is none. */
async function orphan(
  directory: string,
  store: Awaited<ReturnType<typeof openContentStore>>,
  damaged: readonly number[],
): Promise<string | null> {
  const kept = [store.active(), store.lastGood(), store.candidate()].flatMap((edition) => edition ?? []);
  const wanted = new Set(['active-a', 'active-b', 'lock']);
  for (const { seq, manifest, manifestSha256 } of kept) {
    wanted.add(`editions/${seq}.json`);
    for (const sha256 of [manifestSha256, ...manifest.files.map((file) => file.sha256)])
      wanted.add(blobPath(sha256));
  }
  for (const seq of damaged) {
    wanted.add(`editions/${seq}.json`);
    const { blobs } = memoryEdition(seq, { own: OWN_BLOBS, ownBytes: OWN_BYTES });
    for (const sha256 of blobs.keys()) wanted.add(blobPath(sha256));
  }
  // What is expected is on its way: its files and parts of files are nobody's orphans.
  const expected = await expectedBlobs(directory);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = join(entry.parentPath, entry.name).slice(directory.length + 1);
    if (!wanted.has(name) && !expected.has(entry.name)) return `${name} belongs to no edition`;
  }
  return null;
}

async function expectedBlobs(directory: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(directory, 'active-a'), 'utf8').catch(() => '');
  const record = JSON.parse(text.split('\n')[1] ?? '{}') as {
    readonly expected?: { readonly seq: number } | null;
  };
  if (!record.expected) return new Set();
  return new Set(memoryEdition(record.expected.seq, { own: OWN_BLOBS, ownBytes: OWN_BYTES }).blobs.keys());
}

/** How many kills, what was wrong (null: nothing), and at how many different editions they struck. */
export type KillTally = { readonly kills: number; readonly wrong: string | null; readonly reached: number };

/** Kills stores at work again and again in one directory, each after a random time that a seed decides; stops at the first wrong. */
export async function killOften(
  directory: string,
  {
    kills,
    seed,
    tell = () => {},
  }: { readonly kills: number; readonly seed: number; readonly tell?: (done: number) => void },
): Promise<KillTally> {
  let random = seed;
  const next = () => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    return random / 2 ** 32;
  };
  let known: KnownOfStore = { active: null, underWay: null, bad: [] };
  let done = 0;
  // One process that ends by itself leaves compiled code behind, so that the others begin sooner.
  const whole = await runAndKill(directory, { first: 1, count: 1 }, known, { kind: 'never' });
  known = whole.known;
  let first = 2;
  while (done < kills) {
    const run = await runAndKill(directory, { first, count: 1_000 }, known, {
      kind: 'after',
      ms: next() * LATEST_KILL_MS,
    });
    if (!run.wasKilled)
      return { kills: done, wrong: `a process ended by itself: ${run.complaint}`, reached: first };
    done += 1;
    const { wrong, active } = await wrongAfterKill(directory, run.known);
    if (wrong !== null) return { kills: done, wrong, reached: first };
    known = { ...run.known, active, underWay: null };
    first = Math.max(active ?? 0, ...known.bad) + 1;
    tell(done);
  }
  return { kills: done, wrong: null, reached: first };
}
