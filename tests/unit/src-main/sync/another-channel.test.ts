import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ContentStore } from '../../../../src-main/store/content-store.ts';
import type { SyncState } from '../../../../src-main/sync/state.ts';
import { diskKeeper } from '../../../../src-main/sync/trust/disk-keeper.ts';
import { openStoreIn } from '../../../builders/open-store.ts';
import { type SignedRepository, signedRepository } from '../../../builders/signed-repository.ts';
import { syncTerminal } from '../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { treeServers } from '../../../builders/tree-servers.ts';

// The settings name another channel, whose number is lower: its edition is shown. No server can bring that about.

const directory = temporaryDirectory();
const serve = treeServers();

const page = (words: string) => ({ 'documents/employment/page.fr.json': JSON.stringify({ words }) });

/** Edition 5 on stable, edition 7 on canary. */
function twoChannels(): SignedRepository {
  const repository = signedRepository();
  repository.release({ channelName: 'stable', seq: 5, files: page('five') });
  repository.release({ channelName: 'canary', seq: 7, files: page('seven') });
  return repository;
}

/** What one run of a terminal came to. */
type Run = {
  /** The candidate at the start, before anything was asked. */
  readonly atStart: number | null;
  /** What the stage was told to try. */
  readonly told: readonly number[];
  readonly state: SyncState;
  readonly active: number | null;
  readonly candidate: number | null;
};

/** How a run differs from: started, asked once, shown what came, ended. */
type RunOptions = {
  readonly channel: string;
  readonly root?: Uint8Array;
  /** False: the terminal is switched off before what came was shown. */
  readonly isShown?: boolean;
  /** Done in the end, with the store still open. */
  readonly atTheEnd?: (store: ContentStore) => Promise<unknown>;
};

/** A terminal whose disk outlives its runs, in front of one repository. */
async function terminalAt(repository: SignedRepository) {
  const server = await serve(repository.tree);
  const place = await directory();
  const trust = join(place, 'sync');
  await mkdir(trust);
  return {
    server,
    trust,
    place,
    run: async ({ channel, root, isShown = true, atTheEnd }: RunOptions): Promise<Run> => {
      const { store } = await openStoreIn(join(place, 'store'));
      const { sync, close } = await syncTerminal({
        store,
        server: server.url,
        root: root ?? repository.firstRoot,
        workDirectory: await directory(),
        keeper: diskKeeper(trust),
        channel,
      });
      const atStart = store.candidate()?.seq ?? null;
      const told: number[] = [];
      store.onChange((change) => {
        if (change.kind === 'added') told.push(change.seq);
      });
      let state = await sync.syncNow();
      const candidate = store.candidate()?.seq ?? null;
      if (isShown && candidate !== null) {
        expect(await store.activate(candidate)).toMatchObject({ ok: true });
        state = await sync.syncNow();
      }
      await atTheEnd?.(store);
      await close();
      const ended = {
        atStart,
        told,
        state,
        active: store.active()?.seq ?? null,
        candidate: store.candidate()?.seq ?? null,
      };
      await store.close();
      return ended;
    },
  };
}

describe('A terminal whose settings name another channel', () => {
  test('shows that channel’s edition, though its number is lower, and goes on with it', async () => {
    const repository = twoChannels();
    const { run } = await terminalAt(repository);
    expect(await run({ channel: 'canary' })).toMatchObject({ active: 7, state: { kind: 'up-to-date' } });
    expect(await run({ channel: 'stable' })).toMatchObject({
      active: 5,
      state: { kind: 'up-to-date', seq: 5 },
    });
    repository.release({ channelName: 'canary', seq: 8 });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 5, candidate: null });
    repository.release({ channelName: 'stable', seq: 6 });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 6, candidate: null });
    expect(await run({ channel: 'canary' })).toMatchObject({ active: 8, candidate: null });
  });

  test('remembers over a restart what it was about to show', async () => {
    const { run } = await terminalAt(twoChannels());
    await run({ channel: 'canary' });
    expect(await run({ channel: 'stable', isShown: false })).toMatchObject({
      active: 7,
      candidate: 5,
      state: { kind: 'trying', seq: 5 },
    });
    expect(await run({ channel: 'stable' })).toMatchObject({ atStart: 5, active: 5, candidate: null });
  });

  test('shows it again when it was here before, and the stage is told so', async () => {
    const { run } = await terminalAt(twoChannels());
    await run({ channel: 'stable' });
    expect(await run({ channel: 'canary' })).toMatchObject({ told: [7], active: 7 });
    expect(await run({ channel: 'stable' })).toMatchObject({ told: [5], active: 5 });
    expect(await run({ channel: 'canary' })).toMatchObject({ told: [7], active: 7, candidate: null });
    expect(await run({ channel: 'canary' })).toMatchObject({ told: [], active: 7, candidate: null });
  });

  test('stays where it is when the settings are put back before that was shown', async () => {
    const { run } = await terminalAt(twoChannels());
    await run({ channel: 'canary' });
    await run({ channel: 'stable', isShown: false });
    expect(await run({ channel: 'canary' })).toMatchObject({ active: 7, candidate: null });
  });

  test('does not try what the other channel had brought and nobody saw', async () => {
    const repository = twoChannels();
    const { run } = await terminalAt(repository);
    await run({ channel: 'canary' });
    repository.release({ channelName: 'canary', seq: 8 });
    expect(await run({ channel: 'canary', isShown: false })).toMatchObject({ active: 7, candidate: 8 });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 5, candidate: null });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 5, candidate: null });
  });

  test('whose edition does not work there goes back to the last good one, and takes the next all the same', async () => {
    const repository = twoChannels();
    const { run } = await terminalAt(repository);
    await run({ channel: 'canary' });
    const back = await run({
      channel: 'stable',
      atTheEnd: (store) => store.markBad(5, 'Its pages were not ready in time.'),
    });
    expect(back).toMatchObject({ active: 7, candidate: null });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 7, state: { code: 'edition-bad' } });
    repository.release({ channelName: 'stable', seq: 6 });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 6, candidate: null });
  });

  test('and another root shows what is published under that one', async () => {
    const { run, server } = await terminalAt(twoChannels());
    await run({ channel: 'stable' });
    const other = signedRepository();
    other.release({ seq: 3 });
    server.tree = other.tree;
    expect(await run({ channel: 'stable', root: other.firstRoot })).toMatchObject({
      active: 3,
      candidate: null,
    });
  });
});

describe('A hostile server does not go back with a channel', () => {
  test.each(['stays on it', 'went to another one and came back'])('whose terminal %s', async (how) => {
    const repository = twoChannels();
    const { run, server } = await terminalAt(repository);
    await run({ channel: 'canary' });
    const earlier = repository.photograph();
    repository.release({ channelName: 'canary', seq: 8, files: page('eight') });
    expect(await run({ channel: 'canary' })).toMatchObject({ active: 8 });
    if (how !== 'stays on it') {
      expect(await run({ channel: 'stable' })).toMatchObject({ active: 5 });
    }
    const before = how === 'stays on it' ? 8 : 5;

    // What was signed before is given again …
    server.tree = earlier;
    expect(await run({ channel: 'canary' })).toMatchObject({
      active: before,
      candidate: null,
      state: { kind: 'refused', code: 'rolled-back' },
    });
    // … and whoever holds every key but root signs the old pointer anew.
    server.tree = repository.tree;
    repository.release({ channelName: 'canary', seq: 7, files: page('seven') });
    expect(await run({ channel: 'canary' })).toMatchObject({
      active: before,
      candidate: null,
      state: { kind: 'refused', code: 'seq-lower' },
    });
    repository.release({ channelName: 'canary', seq: 9 });
    expect(await run({ channel: 'canary' })).toMatchObject({ active: 9, candidate: null });
  });

  test('nor with the channel a terminal was moved to, before or after its edition is shown', async () => {
    const repository = twoChannels();
    const { run } = await terminalAt(repository);
    await run({ channel: 'canary' });
    await run({ channel: 'stable', isShown: false });
    const lower = { channelName: 'stable', seq: 4 };
    repository.release(lower);
    expect(await run({ channel: 'stable', isShown: false })).toMatchObject({
      active: 7,
      state: { code: 'seq-lower' },
    });
    repository.release({ channelName: 'stable', seq: 6 });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 6 });
    repository.release(lower);
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 6, state: { code: 'seq-lower' } });
  });

  test('when the terminal has lost what it knew: without it nothing lower is taken', async () => {
    const repository = twoChannels();
    const { run, trust } = await terminalAt(repository);
    await run({ channel: 'canary' });
    await rm(trust, { recursive: true });
    await mkdir(trust);
    repository.release({ channelName: 'canary', seq: 6 });
    expect(await run({ channel: 'canary' })).toMatchObject({
      active: 7,
      candidate: null,
      state: { kind: 'up-to-date', seq: 7 },
    });
  });

  test('a number that nobody can pass, signed with a stolen key and shown, ends with that key', async () => {
    const repository = twoChannels();
    const { run } = await terminalAt(repository);
    await run({ channel: 'stable' });
    repository.release({ channelName: 'stable', seq: Number.MAX_SAFE_INTEGER });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: Number.MAX_SAFE_INTEGER });
    const old = repository.newKeys('targets');
    repository.nextRoot();
    repository.release({ channelName: 'stable', seq: 8 });
    expect(old).toHaveLength(2);
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 8, candidate: null });
    repository.release({ channelName: 'stable', seq: 9 });
    expect(await run({ channel: 'stable' })).toMatchObject({ active: 9, candidate: null });
  });
});
