import { describe, expect, test } from 'vitest';
import type { LiveNotice } from '../../../../content/model/live-notice.ts';
import { memoryKeeper, recallTrust } from '../../../../src-main/sync/trust/memory.ts';
import { signedRepository } from '../../../builders/signed-repository.ts';
import { type SyncTerminalOptions, syncTerminal } from '../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { treeServers } from '../../../builders/tree-servers.ts';
import { watchedStore } from '../../../builders/watched-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_MS = 365 * DAY_MS;
const directory = temporaryDirectory();
const serve = treeServers();

/** A terminal that shows edition 1. */
async function showingOne(options: Partial<SyncTerminalOptions> = {}) {
  const repository = signedRepository();
  repository.release();
  const server = await serve(repository.tree);
  const store = await watchedStore(await directory());
  const made = { server: server.url, root: repository.firstRoot, workDirectory: await directory(), store };
  const terminal = await syncTerminal({ ...made, ...options });
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 1 });
  const pass = (ms: number) => {
    terminal.clock.sleep(ms);
    repository.now += ms;
  };
  return { repository, server, store, terminal, pass, made };
}

test('Four hundred days offline: everything is still served, the notices too, and one cycle catches up', async () => {
  const { repository, server, store, terminal, pass } = await showingOne();
  repository.resign({ board: boardOf(noticeUntil('2026-03-01T00:00:00Z')) });
  await terminal.sync.syncNow();
  const shown = await store.shownHash();
  await server.pauseListening();
  for (let day = 0; day < 400; day += 1) {
    pass(DAY_MS);
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'offline', reason: 'no-network' });
  }
  expect(await store.shownHash()).toBe(shown);
  expect(terminal.sync.notices().map(({ id }) => id)).toEqual(['lift']);
  expect(terminal.log.codes().filter((code) => code === 'sync-offline')).toHaveLength(1);
  await server.listenAgain();
  repository.release();
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
  await terminal.close();
});

describe('A clock in the wrong decade', () => {
  test('Ten years ahead: updates go on, it is said once, and it is over when the clock is right', async () => {
    const { repository, terminal } = await showingOne();
    terminal.clock.setWall(10 * YEAR_MS);
    repository.release();
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    repository.release();
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 3 });
    terminal.clock.setWall(-10 * YEAR_MS);
    repository.release();
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 4 });
    const said = terminal.log.lines.filter(({ code }) => code.startsWith('clock-'));
    expect(said.map(({ code, facts }) => `${code} ${facts['found'] ?? ''}`.trim())).toEqual([
      'clock-suspicious ahead',
      'clock-plausible',
    ]);
    await terminal.close();
  });

  test('Ten years behind: updates go on, it is said once, and it is over when the clock is right', async () => {
    const { repository, terminal } = await showingOne();
    terminal.clock.setWall(-10 * YEAR_MS);
    repository.release();
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    terminal.clock.setWall(10 * YEAR_MS);
    repository.release();
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 3 });
    const said = terminal.log.codes().filter((code) => code.startsWith('clock-'));
    expect(said).toEqual(['clock-suspicious', 'clock-plausible']);
    await terminal.close();
  });

  test('Two years in a cupboard with a right clock: the first signed time of today ends the suspicion', async () => {
    const { repository, terminal, made } = await showingOne();
    await terminal.close();
    repository.nextRoot();
    // Switched off, so only the wall clock went on.
    terminal.clock.setWall(2 * YEAR_MS);
    repository.now += 2 * YEAR_MS;
    repository.nextRoot();
    repository.release();
    const again = await syncTerminal({ ...made, keeper: terminal.keeper, clock: terminal.clock });
    expect(await again.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    expect(again.log.codes().filter((code) => code.startsWith('clock-'))).toEqual([
      'clock-suspicious',
      'clock-plausible',
    ]);
    await again.close();
  });

  test('A publisher whose clock was ahead for a day makes nothing expire afterwards', async () => {
    const { repository, terminal } = await showingOne();
    repository.now += 5 * YEAR_MS;
    repository.release();
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    repository.now -= 5 * YEAR_MS;
    repository.release();
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 3 });
    await terminal.close();
  });
});

test('A freeze is noticed at the first "nothing new" after the timestamp has run out, not only with the next whole refresh', async () => {
  const { server, terminal, pass } = await showingOne();
  pass(20.8 * DAY_MS);
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
  server.seen.length = 0;
  pass(0.3 * DAY_MS);
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'refused', code: 'expired' });
  expect(server.seen.map(({ status }) => status)).toEqual([304]);
  await terminal.close();
});

test('A terminal five root versions behind catches up in one cycle', async () => {
  const { repository, terminal } = await showingOne();
  for (let step = 0; step < 5; step += 1) {
    const keysBefore = repository.newKeys('root');
    repository.nextRoot({ keysBefore });
  }
  repository.release();
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
  await terminal.close();
});

test('All keys are changed under a running terminal, and the one before is worth nothing any more', async () => {
  const { repository, terminal, server, store } = await showingOne();
  const old = repository.photograph();
  const keysBefore = repository.newKeys('root');
  const stolen = repository.newKeys('targets');
  repository.newKeys('snapshot');
  repository.newKeys('timestamp');
  repository.nextRoot({ keysBefore });
  repository.release();
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
  server.tree = old;
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'refused' });
  server.tree = repository.tree;
  repository.release({ signers: { targets: stolen } });
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'refused', code: 'signature-wrong' });
  expect(store.active()?.seq).toBe(2);
  await terminal.close();
});

describe('What is remembered', () => {
  test('survives a restart: an older server is refused although this process never saw the newer one', async () => {
    const { repository, terminal, server, made } = await showingOne();
    const old = repository.photograph();
    repository.release();
    await terminal.sync.syncNow();
    await terminal.close();
    server.tree = old;
    const again = await syncTerminal({ ...made, keeper: terminal.keeper });
    expect(await again.sync.syncNow()).toMatchObject({ kind: 'refused', code: 'rolled-back' });
    await again.close();
  });

  test.each([0, 1] as const)('survives half a record in place %i: the other one counts', async (place) => {
    const { repository, terminal, made } = await showingOne();
    await terminal.close();
    const places = await terminal.keeper.read();
    await terminal.keeper.write(place, (places[place] ?? new Uint8Array()).subarray(0, 300));
    const again = await syncTerminal({ ...made, keeper: terminal.keeper });
    repository.release();
    expect(await again.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    await again.close();
  });

  test.each([0, 1] as const)('survives one changed letter in place %i: its digest tells', async (place) => {
    const { terminal, made } = await showingOne();
    await terminal.close();
    const whole = Buffer.from((await terminal.keeper.read())[place] ?? []).toString();
    await terminal.keeper.write(
      place,
      Buffer.from(whole.replace(/"refreshedAt\\":(\d)/, '"refreshedAt\\":9$1')),
    );
    const { recalled } = await recallTrust({ keeper: terminal.keeper, pinnedRoot: made.root, builtAt: null });
    expect(recalled).toBe('one-place-damaged');
  });

  test('begins again from the root it was given when both places are garbage', async () => {
    const { repository, terminal, made } = await showingOne();
    await terminal.close();
    for (const place of [0, 1] as const) await terminal.keeper.write(place, Buffer.from('garbage'));
    const again = await syncTerminal({ ...made, keeper: terminal.keeper });
    repository.release();
    expect(await again.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    await again.close();
  });

  test('another root in the settings: another publisher counts, with numbers of his own', async () => {
    const { terminal, made } = await showingOne();
    await terminal.close();
    const other = signedRepository();
    other.release({ seq: 9 });
    const server = await serve(other.tree);
    const moved = await syncTerminal({
      ...made,
      keeper: terminal.keeper,
      server: server.url,
      root: other.firstRoot,
    });
    expect(await moved.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 9 });
    await moved.close();
  });

  test('a disk that cannot write it: the terminal says so and takes nothing it could not remember', async () => {
    const keeper = memoryKeeper();
    let isFull = false;
    const failing = {
      read: keeper.read,
      write: (place: 0 | 1, bytes: Uint8Array) =>
        isFull
          ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
          : keeper.write(place, bytes),
    };
    const { repository, terminal, store } = await showingOne({ keeper: failing });
    isFull = true;
    repository.release();
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'refused', code: 'disk-trouble' });
    expect(store.active()?.seq).toBe(1);
    isFull = false;
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    await terminal.close();
  });
});

describe('Live notices', () => {
  test('arrive without an edition, and go when they are withdrawn', async () => {
    const { repository, terminal } = await showingOne();
    const heard: (readonly LiveNotice[])[] = [];
    terminal.sync.onNotices((notices) => void heard.push(notices));
    repository.resign({ board: boardOf(noticeUntil('2026-02-01T00:00:00Z')) });
    await terminal.sync.syncNow();
    repository.resign({ board: null });
    await terminal.sync.syncNow();
    expect(heard.map((notices) => notices.map(({ id }) => id))).toEqual([['lift'], []]);
    await terminal.close();
  });

  test('are there again after a restart without a network', async () => {
    const { repository, terminal, made, server } = await showingOne();
    repository.resign({ board: boardOf(noticeUntil('2026-02-01T00:00:00Z')) });
    await terminal.sync.syncNow();
    await terminal.close();
    await server.pauseListening();
    const again = await syncTerminal({ ...made, keeper: terminal.keeper });
    expect(again.sync.notices().map(({ id }) => id)).toEqual(['lift']);
    await again.close();
  });

  test('a board nobody can read keeps no edition away', async () => {
    const { repository, terminal } = await showingOne();
    repository.release({ board: { schema: 1, notices: 'all of them' } });
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 2 });
    expect(terminal.sync.notices()).toEqual([]);
    await terminal.close();
  });

  test('arrive while the edition beside them cannot be had', async () => {
    const { repository, terminal, server } = await showingOne();
    repository.release({ board: boardOf(noticeUntil('2026-02-01T00:00:00Z')) });
    server.misbehave = (_request, response, path) => {
      if (!path.startsWith('blobs/')) return false;
      response.writeHead(404);
      response.end();
      return true;
    };
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'offline', reason: 'not-there' });
    expect(terminal.sync.notices().map(({ id }) => id)).toEqual(['lift']);
    await terminal.close();
  });
});

test('A gradual release reaches the terminals whose turn it is; the others keep what they have and say so', async () => {
  const { repository, terminal } = await showingOne({ terminalId: 'kiosk-1' });
  repository.release({ channel: (channel) => ({ ...channel, rolloutPercent: 0 }) });
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: null });
  repository.release({ channel: (channel) => ({ ...channel, rolloutPercent: 100 }) });
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 3 });
  await terminal.close();
});

function noticeUntil(validUntil: string): LiveNotice {
  return {
    schema: 1,
    id: 'lift',
    urgency: 'urgent',
    publishedAt: '2026-01-01T00:00:00Z',
    validUntil,
    title: { fr: 'Ascenseur en panne', nl: 'Lift buiten dienst' },
    paragraphs: [{ fr: 'Prenez l’escalier.', nl: 'Neem de trap.' }],
  };
}

function boardOf(...notices: readonly LiveNotice[]) {
  return { schema: 1, channel: 'stable', publishedAt: '2026-01-01T00:00:00Z', notices };
}
