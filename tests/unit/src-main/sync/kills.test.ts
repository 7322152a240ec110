import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ContentStore } from '../../../../src-main/store/content-store.ts';
import { diskKeeper } from '../../../../src-main/sync/trust/disk-keeper.ts';
import { recallTrust } from '../../../../src-main/sync/trust/memory.ts';
import { openStoreIn } from '../../../builders/open-store.ts';
import { signedRepository } from '../../../builders/signed-repository.ts';
import { syncTerminal } from '../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { treeServers } from '../../../builders/tree-servers.ts';

// A whole terminal, from the server to the edition on show, in a process that is killed at random moments: while it follows, fetches, writes
// down whom it trusts, shows, sweeps.

const directory = temporaryDirectory();
const serve = treeServers();

const KILLS = 12;
const LATEST_KILL_MS = 200;
const WORKER = join(import.meta.dirname, '../../../kills/sync-worker.ts');

/** What a process had said when it was killed: the last edition it showed, and one it was about to show. */
type Said = { readonly shown: number | null; readonly showing: number | null; readonly complaint: string };

/** Lets a terminal work and kills it some time after it has begun; it gets as far as it gets. */
function runAndKill(args: readonly string[], compiled: string, ms: number): Promise<Said> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
    const child = spawn(process.execPath, ['--no-warnings', WORKER, ...args], { stdio: 'pipe', env });
    let said = '';
    let complaint = '';
    child.stderr.on('data', (bytes) => {
      complaint += bytes;
    });
    child.stdout.on('data', (bytes) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), ms);
      said += bytes;
    });
    child.once('error', reject);
    child.once('close', () => {
      const last = (word: string) => {
        const found = [...said.matchAll(new RegExp(`^${word} (\\d+)\\n`, 'gm'))].at(-1)?.[1];
        return found === undefined ? null : Number(found);
      };
      resolve({ shown: last('shown'), showing: last('showing'), complaint });
    });
  });
}

/** The number of the edition on show, after every byte of it was read and held against its name. */
async function shownWhole(store: ContentStore): Promise<number | null> {
  const edition = store.active();
  for (const { path, sha256 } of edition?.manifest.files ?? []) {
    const bytes = await readFile(edition?.open(path)?.file ?? '');
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`${path} is wrong`);
  }
  return edition?.seq ?? null;
}

test(`A terminal killed ${KILLS} times at work shows the old edition or the new one, forgets nothing it trusted, and catches up`, {
  timeout: 120_000,
}, async () => {
  const repository = signedRepository();
  repository.release();
  const server = await serve(repository.tree);
  const place = await directory();
  const root = join(await directory(), '1.root.json');
  await writeFile(root, repository.firstRoot);
  const compiled = await directory();
  const recall = async () =>
    (
      await recallTrust({
        keeper: diskKeeper(join(place, 'sync')),
        pinnedRoot: repository.firstRoot,
        builtAt: null,
      })
    ).record();
  let random = 11;
  let shown: number | null = null;
  let trusted = 0;
  let newest = 1;
  for (let kill = 0; kill < KILLS; kill += 1) {
    newest = repository.release({
      files: { 'media/own.svg': `<svg>${'x'.repeat(200_000)}${kill}</svg>` },
    }).seq;
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    const ms = (random / 2 ** 32) * LATEST_KILL_MS;
    const said = await runAndKill([server.url.href, root, place], compiled, ms);
    expect(said.complaint).toBe('');
    const { store } = await openStoreIn(join(place, 'store'));
    const now = await shownWhole(store);
    expect([said.shown ?? shown, said.showing]).toContain(now);
    await store.close();
    const { sequence, seen } = await recall();
    expect(sequence).toBeGreaterThanOrEqual(trusted);
    // What is shown was trusted first.
    expect(seen['stable']?.seq ?? 0).toBeGreaterThanOrEqual(now ?? 0);
    shown = now;
    trusted = sequence;
  }
  const { store } = await openStoreIn(join(place, 'store'));
  const last = await syncTerminal({
    server: server.url,
    root: repository.firstRoot,
    workDirectory: await directory(),
    store,
    keeper: diskKeeper(join(place, 'sync')),
  });
  await last.sync.syncNow();
  await store.activate(newest);
  expect(await shownWhole(store)).toBe(newest);
  await last.close();
  await store.close();
});
