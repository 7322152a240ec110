import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { machineFiles } from '../../../../src-main/platform/files.ts';
import { findSticks } from '../../../../src-main/sync/sticks.ts';
import { type SignedRepository, signedRepository } from '../../../builders/signed-repository.ts';
import { syncTerminal } from '../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { treeServers } from '../../../builders/tree-servers.ts';
import { watchedStore } from '../../../builders/watched-store.ts';

const directory = temporaryDirectory();
const serve = treeServers();

/** Copies a published tree onto a stick. */
async function copyTo(stick: string, tree: ReadonlyMap<string, Buffer>): Promise<string> {
  for (const [path, bytes] of tree) {
    await mkdir(dirname(join(stick, path)), { recursive: true });
    await writeFile(join(stick, path), bytes);
  }
  return stick;
}

async function terminalFor(repository: SignedRepository, server: URL | null = null) {
  const store = await watchedStore(await directory());
  const made = { server, root: repository.firstRoot, workDirectory: await directory(), store };
  return { store, terminal: await syncTerminal(made) };
}

describe('A stick', () => {
  test('brings an edition to a terminal without a server, and says what it brought and who signed it', async () => {
    const repository = signedRepository();
    repository.release();
    const { terminal, store } = await terminalFor(repository);
    const stick = await copyTo(await directory(), repository.tree);
    expect(await terminal.sync.syncFrom(stick)).toMatchObject({
      kind: 'receipt',
      receipt: { from: null, to: 1 },
    });
    repository.release({ files: { 'documents/employment/new-page.fr.json': '{}' } });
    await copyTo(stick, repository.tree);
    const [signer] = repository.keys.targets;
    expect(await terminal.sync.syncFrom(stick)).toEqual({
      kind: 'receipt',
      receipt: {
        source: stick,
        channel: 'stable',
        label: 'Edition 2',
        from: 1,
        to: 2,
        isNothingNew: false,
        documents: { added: ['documents/employment/new-page.fr.json'], changed: [], removed: [] },
        publishedAt: '2026-01-01T00:00:00Z',
        signedBy: [{ keyId: signer?.id, name: 'targets-1' }],
      },
    });
    expect(store.active()?.seq).toBe(2);
    expect(await terminal.sync.syncFrom(stick)).toMatchObject({
      receipt: { from: 2, to: 2, isNothingNew: true },
    });
    expect(terminal.sync.state().kind).not.toBe('offline');
    await terminal.close();
  });

  test('brings a gradual release to a terminal whose turn it is not: somebody came with it', async () => {
    const repository = signedRepository();
    repository.release({ channel: (channel) => ({ ...channel, rolloutPercent: 0 }) });
    const { terminal } = await terminalFor(repository);
    const stick = await copyTo(await directory(), repository.tree);
    expect(await terminal.sync.syncFrom(stick)).toMatchObject({ kind: 'receipt', receipt: { to: 1 } });
    await terminal.close();
  });

  test.each<[string, string, (stick: string, repository: SignedRepository) => Promise<void>]>([
    [
      'signed by strangers',
      'signature-wrong',
      async (stick) => {
        const stranger = signedRepository();
        stranger.release({ seq: 9 });
        await copyTo(stick, stranger.tree);
      },
    ],
    [
      'older than what the terminal has seen',
      'rolled-back',
      async (stick, repository) => {
        const old = signedRepository();
        old.release();
        await copyTo(
          stick,
          new Map([...repository.tree, ['metadata/timestamp.json', Buffer.from(OLD.get(repository) ?? '')]]),
        );
      },
    ],
    [
      'with a damaged document',
      'blob-wrong',
      async (stick, repository) => {
        repository.release({ files: { 'documents/employment/new-page.fr.json': '{"words":"new words"}' } });
        const [path, bytes] = [...repository.tree].find(([, each]) => each.includes('new words')) ?? [
          '',
          Buffer.alloc(0),
        ];
        await copyTo(
          stick,
          new Map([...repository.tree, [path, Buffer.from(String(bytes).replace('new', 'bad'))]]),
        );
      },
    ],
    [
      'without metadata',
      'not-there',
      async (stick) => rm(join(stick, 'metadata'), { recursive: true, force: true }),
    ],
    [
      'with a link in the place of a document',
      'not-there',
      async (stick, repository) => {
        repository.release({ files: { 'documents/employment/new-page.fr.json': '{"words":"new words"}' } });
        await copyTo(stick, repository.tree);
        const [path] = [...repository.tree].find(([, each]) => each.includes('new words')) ?? [''];
        await rm(join(stick, path));
        await symlink('/etc/hostname', join(stick, path));
      },
    ],
  ])('%s is refused like a server would be, and what is on show stays', async (_name, why, bend) => {
    const repository = signedRepository();
    repository.release();
    OLD.set(repository, String(repository.tree.get('metadata/timestamp.json')));
    repository.resign();
    const { terminal, store } = await terminalFor(repository);
    const stick = await copyTo(await directory(), repository.tree);
    await terminal.sync.syncFrom(stick);
    const shown = await store.shownHash();
    await bend(stick, repository);
    const outcome = await terminal.sync.syncFrom(stick);
    expect(outcome.kind).toBe('failed');
    if (outcome.kind === 'failed')
      expect(outcome.state.kind === 'offline' ? outcome.state.reason : outcome.state.code).toBe(why);
    expect(await store.shownHash()).toBe(shown);
    expect(store.activations()).toBe(1);
    await terminal.close();
  });

  test('newer than the server does not keep the server away once it has caught up', async () => {
    const repository = signedRepository();
    repository.release();
    const server = await serve(repository.photograph());
    const { terminal } = await terminalFor(repository, server.url);
    await terminal.sync.syncNow();
    repository.release();
    await terminal.sync.syncFrom(await copyTo(await directory(), repository.tree));
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'refused', code: 'rolled-back' });
    server.tree = repository.tree;
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    await terminal.close();
  });
});

/** The first timestamp of a repository. */
const OLD = new Map<SignedRepository, string>();

test('Sticks are found where systems hang them in, the tree on top or in a folder openfloor; other sticks are not', async () => {
  const media = await directory();
  await copyTo(join(media, 'kiosk', 'BLUE'), new Map([['metadata/timestamp.json', Buffer.from('{}')]]));
  await copyTo(
    join(media, 'kiosk', 'RED', 'openfloor'),
    new Map([['metadata/timestamp.json', Buffer.from('{}')]]),
  );
  await copyTo(join(media, 'kiosk', 'HOLIDAY'), new Map([['photos/beach.jpg', Buffer.from('')]]));
  await copyTo(join(media, 'GREEN'), new Map([['metadata/timestamp.json', Buffer.from('{}')]]));
  const places = [
    { directory: media, depth: 2 },
    { directory: join(media, 'nowhere'), depth: 2 },
  ];
  expect(await findSticks(machineFiles, 'linux', places)).toEqual([
    join(media, 'GREEN'),
    join(media, 'kiosk', 'BLUE'),
    join(media, 'kiosk', 'RED', 'openfloor'),
  ]);
});
