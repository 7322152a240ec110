// npm run bench:fleet [terminals]: a fleet of terminals, each with the real sync code, against the checked nginx configuration
// through a release, in real time: about three minutes. All of them share one process, so its own work is in every figure of time.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { patchPath } from '../../content/model/central-server.ts';
import { blobPath } from '../../content/model/edition.ts';
import { machineClock } from '../../src-main/platform/clock.ts';
import type { Http } from '../../src-main/platform/http.ts';
import { nodeHttp } from '../../src-main/platform/node-http.ts';
import { noLimit } from '../../src-main/sync/fetching/bucket.ts';
import { httpTransport } from '../../src-main/sync/fetching/http-transport.ts';
import { POLL_MS } from '../../src-main/sync/limits.ts';
import { zstdUnpacker } from '../../src-main/sync/manifest.ts';
import { createSync } from '../../src-main/sync/sync.ts';
import { memoryKeeper, recallTrust } from '../../src-main/sync/trust/memory.ts';
import { startNginx, whyNoNginx } from '../builders/nginx-server.ts';
import { signedRepository } from '../builders/signed-repository.ts';
import { memoryStore } from '../fakes/memory-store.ts';
import { recordedLog } from '../fakes/recorded-log.ts';

const TERMINALS = Number(process.argv[2] ?? 1_000);
/** A release that takes longer than so many polls has not reached the fleet. */
const MOST_POLLS = 3;

const work = await mkdtemp(join(tmpdir(), 'openfloor-fleet-'));
const tree = join(work, 'tree');
const repository = signedRepository(Date.now());
const pages = (edit: string) =>
  Object.fromEntries(
    Array.from({ length: 100 }, (_each, id) => [
      `documents/employment/page-${id}.fr.json`,
      JSON.stringify({
        id,
        words: `${id < 1 ? edit : ''} le centre vous aide à trouver une formation `.repeat(60),
      }),
    ]),
  );
const first = repository.release({ files: pages('') });

const written = new Set<string>();
/** Writes what is new, timestamp last, as the publisher does. */
async function lay(): Promise<void> {
  const files = [...repository.tree].sort(
    ([one], [other]) => Number(one.endsWith('timestamp.json')) - Number(other.endsWith('timestamp.json')),
  );
  for (const [path, bytes] of files) {
    if (written.has(path) && !path.endsWith('timestamp.json')) continue;
    written.add(path);
    await mkdir(dirname(join(tree, path)), { recursive: true });
    if (!path.endsWith('timestamp.json')) await writeFile(join(tree, `${path}.gz`), gzipSync(bytes));
    await writeFile(join(tree, path), bytes);
  }
}

const missing = await whyNoNginx();
if (missing !== undefined) throw new Error(missing);
await lay();
const home = join(work, 'nginx');
const logFile = join(home, 'access.log');
await mkdir(home);
const { url, stop } = await startNginx(tree, home, { accessLog: logFile, crowd: 1_024 });
const { http, close } = nodeHttp();
const waits: number[] = [];
/** Measures how long polls take, from asking to headers. */
const timed: Http = async (request) => {
  const began = performance.now();
  const answer = await http(request);
  if (request.url.pathname.endsWith('/timestamp.json')) waits.push(performance.now() - began);
  return answer;
};

try {
  const arrived: number[] = [];
  let releasedAt = Number.POSITIVE_INFINITY;
  const fleet = await Promise.all(
    Array.from({ length: TERMINALS }, async (_each, at) => {
      const store = memoryStore();
      const log = recordedLog();
      const sync = createSync({
        transport: httpTransport({ http: timed, server: url, clock: machineClock, bucket: noLimit }),
        memory: await recallTrust({
          keeper: memoryKeeper(),
          pinnedRoot: repository.firstRoot,
          builtAt: null,
        }),
        store,
        files: store.files,
        unpackPatch: zstdUnpacker(),
        channel: 'stable',
        pollMs: POLL_MS,
        terminalId: `kiosk-${at}`,
        workDirectory: work,
        clock: machineClock,
        random: Math.random,
        isOnline: () => true,
        log,
      });
      sync.onState((state) => {
        if (state.kind === 'up-to-date' && state.seq === 2) arrived.push(performance.now() - releasedAt);
      });
      return { sync, store, log };
    }),
  );
  for (const { sync } of fleet) sync.start();
  await until(() => fleet.every(({ store }) => store.active()?.seq === 1), 10 * POLL_MS);
  await quiet(POLL_MS * 0.3);
  const idle = await readLog(logFile);
  waits.length = 0;
  await quiet(POLL_MS);
  const idleWaits = [...waits].sort((one, other) => one - other);
  const idleLog = (await readLog(logFile)).slice(idle.length);

  const before = (await readLog(logFile)).length;
  waits.length = 0;
  const second = repository.release({ files: pages('new') });
  const bytesOf = (sha256: string) => repository.tree.get(blobPath(sha256)) ?? Buffer.alloc(0);
  const patch = zstdCompressSync(bytesOf(second.manifest.sha256), {
    dictionary: bytesOf(first.manifest.sha256),
  });
  repository.tree.set(patchPath(first.manifest.sha256, second.manifest.sha256), patch);
  await lay();
  releasedAt = performance.now();
  await until(() => arrived.length >= TERMINALS * 0.99, MOST_POLLS * POLL_MS);
  await quiet(POLL_MS * 0.1);
  const release = (await readLog(logFile)).slice(before);
  const sorted = [...waits].sort((one, other) => one - other);
  arrived.sort((one, other) => one - other);

  const perSecond = rates(release);
  print({
    terminals: TERMINALS,
    pollSeconds: POLL_MS / 1_000,
    'idle: requests a second': round(idleLog.length / (POLL_MS / 1_000)),
    'idle: bytes a poll, answer with headers': round(
      mean(idleLog.filter(({ status }) => status === 304).map(({ bytes }) => bytes)),
    ),
    'idle: p95 of a poll, ms': round(at95(idleWaits)),
    'release: p95 of a poll, ms': round(at95(sorted)),
    'release: bytes from the server, a terminal': round(
      release.reduce((sum, { bytes }) => sum + bytes, 0) / TERMINALS,
    ),
    'release: requests a terminal': round(release.length / TERMINALS),
    'release: requests a second, mean': round(mean(perSecond)),
    'release: requests a second, peak': Math.max(...perSecond),
    'release: peak / mean': round(Math.max(...perSecond) / mean(perSecond)),
    'release: half of them have it, in polls': round(
      (arrived[Math.floor(TERMINALS / 2)] ?? Number.NaN) / POLL_MS,
    ),
    'release: 99 % have it, in polls': round(
      (arrived[Math.ceil(TERMINALS * 0.99) - 1] ?? Number.NaN) / POLL_MS,
    ),
    'not 200, 304 or a missing next root': release.filter(
      ({ status, path }) =>
        !(status === 200 || status === 304 || (status === 404 && /root|patches/.test(path))),
    ).length,
    'terminals in trouble': fleet.filter(({ log }) =>
      log.codes().some((code) => code === 'sync-offline' || code === 'sync-refused'),
    ).length,
  });
  await Promise.all(fleet.map(({ sync }) => sync.close()));
} finally {
  close();
  await stop();
  await rm(work, { recursive: true, force: true });
}

type LogLine = {
  readonly at: number;
  readonly status: number;
  readonly bytes: number;
  readonly path: string;
};

async function readLog(file: string): Promise<readonly LogLine[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const [at, status, bytes, path = ''] = line.split(' ');
    return { at: Number(at), status: Number(status), bytes: Number(bytes), path };
  });
}

/** Requests in each second from the first to the last. */
function rates(lines: readonly LogLine[]): readonly number[] {
  const first = Math.floor(lines[0]?.at ?? 0);
  const last = Math.floor(lines.at(-1)?.at ?? 0);
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const { at } of lines) counts[Math.floor(at) - first] = (counts[Math.floor(at) - first] ?? 0) + 1;
  return counts;
}

async function until(isTrue: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`It did not come to pass within ${withinMs} ms.`);
    await quiet(50);
  }
}

function quiet(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}
function at95(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(figures: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(52)}${value}`);
}
