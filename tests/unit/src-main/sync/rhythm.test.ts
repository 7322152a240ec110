import { describe, expect, test } from 'vitest';
import { LONGEST_BACK_OFF_MS } from '../../../../src-main/sync/limits.ts';
import { pauseMs } from '../../../../src-main/sync/rhythm.ts';
import { signedRepository } from '../../../builders/signed-repository.ts';
import { syncTerminal } from '../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { treeServers } from '../../../builders/tree-servers.ts';
import { memoryStore } from '../../../fakes/memory-store.ts';

const MINUTE = 60_000;
const directory = temporaryDirectory();
const serve = treeServers();

describe('The pause between two questions', () => {
  test('is a minute, a fifth more or less', () => {
    expect([0, 0.5, 1].map((random) => pauseMs(MINUTE, 0, random))).toEqual([48_000, 60_000, 72_000]);
  });
  test('doubles with each failure, up to a quarter of an hour', () => {
    const pauses = [1, 2, 3, 4, 5, 50].map((failures) => pauseMs(MINUTE, failures, 0.5) / MINUTE);
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15]);
    expect(LONGEST_BACK_OFF_MS).toBe(15 * MINUTE);
  });
  test('is never shorter than a server asks for, and not the same for everybody', () => {
    expect(pauseMs(MINUTE, 1, 0, 5 * MINUTE)).toBe(5 * MINUTE);
    expect(pauseMs(MINUTE, 1, 1, 5 * MINUTE)).toBe(6 * MINUTE);
  });
});

/** A terminal in its rhythm, and a promise for its next question to the server. */
async function inRhythm(isOnline: () => boolean = () => true) {
  const repository = signedRepository();
  repository.release();
  const server = await serve(repository.tree);
  const store = memoryStore();
  const terminal = await syncTerminal({
    server: server.url,
    root: repository.firstRoot,
    workDirectory: await directory(),
    store,
    isOnline,
  });
  const settled = () =>
    new Promise<string>((resolve) => {
      const off = terminal.sync.onState(({ kind }) => {
        if (kind === 'checking' || kind === 'downloading') return;
        off();
        resolve(kind);
      });
    });
  return { repository, server, terminal, settled, store };
}

test('A terminal asks by itself after its start, and again every minute', async () => {
  const { terminal, settled, store, repository, server } = await inRhythm();
  const first = settled();
  terminal.sync.start();
  expect(server.seen).toEqual([]);
  terminal.clock.pass(MINUTE / 2);
  expect(await first).toBe('up-to-date');
  repository.release();
  const second = settled();
  // The next question is planned once this one is over, a turn of the loop later.
  await new Promise((resolve) => setImmediate(resolve));
  terminal.clock.pass(MINUTE);
  expect(await second).toBe('up-to-date');
  expect(store.active()?.seq).toBe(2);
  await terminal.close();
});

test('A network that comes back is used at once, not at the end of a long pause', async () => {
  let isOnline = false;
  const { terminal, settled, server } = await inRhythm(() => isOnline);
  await server.pauseListening();
  const first = settled();
  terminal.sync.start();
  terminal.clock.pass(MINUTE / 2);
  expect(await first).toBe('offline');
  for (let more = 0; more < 6; more += 1) await terminal.sync.syncNow();
  await server.listenAgain();
  terminal.clock.pass(5_000);
  isOnline = true;
  const back = settled();
  terminal.clock.pass(10_000);
  expect(await back).toBe('up-to-date');
  await terminal.close();
});

test('What is closed asks no more', async () => {
  const { terminal, server } = await inRhythm();
  terminal.sync.start();
  await terminal.close();
  terminal.clock.pass(60 * MINUTE);
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'idle' });
  expect(server.seen).toEqual([]);
});
