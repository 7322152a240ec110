import { expect, test } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import { signedRepository } from '../../../builders/signed-repository.ts';
import { syncTerminal } from '../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { treeServers } from '../../../builders/tree-servers.ts';
import { memoryStore } from '../../../fakes/memory-store.ts';

const directory = temporaryDirectory();
const serve = treeServers();

async function withADamagedFile() {
  const repository = signedRepository();
  repository.release();
  const server = await serve(repository.tree);
  const store = memoryStore();
  const made = { server: server.url, root: repository.firstRoot, workDirectory: await directory(), store };
  const terminal = await syncTerminal({ ...made, files: store.files });
  await terminal.sync.syncNow();
  const damaged = store.active()?.manifest.files[0]?.sha256 ?? '';
  store.damage(damaged);
  server.seen.length = 0;
  return { repository, server, store, terminal, damaged };
}

test('A damaged file is fetched again with the next poll, although nothing is new, and no other file', async () => {
  const { server, store, terminal, damaged } = await withADamagedFile();
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 1 });
  expect(server.seen.map(({ path }) => path)).toEqual(['metadata/timestamp.json', blobPath(damaged)]);
  expect(store.damaged()).toEqual([]);
  expect(terminal.log.codes()).toContain('content-mended');
  await terminal.close();
});

test('A damaged file the server no longer has does not keep the next edition away', async () => {
  const { repository, server, store, terminal, damaged } = await withADamagedFile();
  repository.release({
    manifest: (manifest) => ({
      ...manifest,
      files: manifest.files.filter(({ sha256 }) => sha256 !== damaged),
    }),
  });
  server.tree = new Map([...repository.tree].filter(([path]) => path !== blobPath(damaged)));
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'offline', reason: 'not-there' });
  expect(store.active()?.seq).toBe(2);
  await terminal.close();
});

test('An edition that did not work here is said to be bad, and the next one is taken', async () => {
  const { repository, store, terminal } = await withADamagedFile();
  store.markBad(2, 'It crashed twice.');
  repository.release();
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'refused', code: 'edition-bad' });
  expect(store.active()?.seq).toBe(1);
  repository.release();
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 3 });
  await terminal.close();
});
