import { expect, test } from 'vitest';
import { signedRepository } from '../../../builders/signed-repository.ts';
import { syncTerminal } from '../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { treeServers } from '../../../builders/tree-servers.ts';
import { watchedStore } from '../../../builders/watched-store.ts';

const directory = temporaryDirectory();
const serve = treeServers();

test('A terminal takes a good publication in one cycle, and asks for one small file afterwards', async () => {
  const repository = signedRepository();
  repository.release();
  const server = await serve(repository.tree);
  const store = await watchedStore(await directory());
  const terminal = await syncTerminal({
    store,
    server: server.url,
    root: repository.firstRoot,
    workDirectory: await directory(),
  });
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 1 });
  expect(store.activations()).toBe(1);
  server.seen.length = 0;
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 1 });
  expect(server.seen).toEqual([{ path: 'metadata/timestamp.json', range: null, status: 304 }]);
  await terminal.close();
});

test('A terminal knows when its server last said something that was believed, and what its edition is called', async () => {
  const repository = signedRepository();
  repository.release();
  const server = await serve(repository.tree);
  const store = await watchedStore(await directory());
  const made = { store, server: server.url, root: repository.firstRoot, workDirectory: await directory() };
  const terminal = await syncTerminal(made);
  const { sync, clock, keeper } = terminal;
  expect(sync.contact()).toEqual({ lastAt: null, channel: null });
  await sync.syncNow();
  const first = clock.now().getTime();
  expect(sync.contact()).toMatchObject({ lastAt: first, channel: { seq: 1, label: 'Edition 1' } });
  clock.pass(60_000);
  await sync.syncNow();
  expect(sync.contact().lastAt).toBe(first + 60_000);
  repository.tree.clear();
  clock.pass(60_000);
  expect(await sync.syncNow()).toMatchObject({ kind: 'offline' });
  expect(sync.contact().lastAt).toBe(first + 60_000);
  await terminal.close();
  const again = await syncTerminal({ ...made, keeper });
  expect(again.sync.contact()).toMatchObject({ lastAt: null, channel: { label: 'Edition 1' } });
  await again.close();
});
