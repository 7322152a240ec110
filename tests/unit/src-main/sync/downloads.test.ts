import { randomBytes } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { patchPath } from '../../../../content/model/central-server.ts';
import { blobPath } from '../../../../content/model/edition.ts';
import { zstdUnpacker } from '../../../../src-main/sync/manifest.ts';
import { digest, signedRepository } from '../../../builders/signed-repository.ts';
import { type SyncTerminalOptions, syncTerminal } from '../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { answerWell } from '../../../builders/tree-server.ts';
import { treeServers } from '../../../builders/tree-servers.ts';
import { watchedStore } from '../../../builders/watched-store.ts';
import { seededRandom } from '../../../fakes/seeded-random.ts';

const directory = temporaryDirectory();
const serve = treeServers();

/** A terminal before its first edition, which has a film of so many bytes. */
async function beforeTheFirst(filmBytes: number, options: Partial<SyncTerminalOptions> = {}) {
  const repository = signedRepository();
  const film = randomBytes(filmBytes);
  const files = { 'media/film.mp4': film };
  repository.release({ files });
  const server = await serve(repository.tree);
  const store = await watchedStore(await directory());
  const made = { server: server.url, root: repository.firstRoot, workDirectory: await directory(), store };
  const terminal = await syncTerminal({ ...made, ...options });
  return { repository, server, store, terminal, film, files, made };
}

test('A bit flipped in each file in turn is found, named and fetched again, and the other files are not', async () => {
  const repository = signedRepository();
  repository.release({ files: { 'media/film.mp4': randomBytes(30_000) } });
  const server = await serve(repository.tree);
  const blobs = [...repository.tree.keys()].filter((path) => path.startsWith('blobs/'));
  expect(blobs.length).toBeGreaterThan(9);
  for (const path of blobs) {
    const bent = Buffer.from(repository.tree.get(path) ?? []);
    bent[bent.byteLength >> 1] = (bent[bent.byteLength >> 1] ?? 0) ^ 4;
    server.tree = new Map([...repository.tree, [path, bent]]);
    const store = await watchedStore(await directory());
    const made = { server: server.url, root: repository.firstRoot, workDirectory: await directory(), store };
    const terminal = await syncTerminal(made);
    expect(await terminal.sync.syncNow(), path).toMatchObject({ kind: 'refused', code: 'blob-wrong' });
    expect(store.active(), path).toBeNull();
    terminal.clock.pass(60 * 60_000);
    server.tree = repository.tree;
    server.seen.length = 0;
    expect(await terminal.sync.syncNow(), path).toMatchObject({ kind: 'up-to-date', seq: 1 });
    const again = server.seen.filter((seen) => seen.path.startsWith('blobs/')).map((seen) => seen.path);
    // Without a manifest nobody knows which files there are, so a bad one costs the others only a later beginning.
    if (again.length === 1) expect(again).toEqual([path]);
    else expect(repository.tree.get(path)?.includes('"languages"')).toBe(true);
    await terminal.close();
  }
});

test('Half of all connections break off on a line of 32 KB a second: everything arrives, hardly a byte twice', async () => {
  const LINE_BYTES = 8 * 1024;
  const LINE_MS = 250;
  const { repository, server, store, terminal } = await beforeTheFirst(600_000);
  // The line takes the terminal's own time.
  let isOver = false;
  const run = () => {
    terminal.clock.pass(LINE_MS / 2);
    // Slower than the disk of a busy machine: on a real line of this speed nothing queues up behind it either.
    if (!isOver) setTimeout(run, 10);
  };
  run();
  const random = seededRandom(7);
  let sent = 0;
  let dropped = 0;
  server.misbehave = (request, response, path) => {
    const whole = repository.tree.get(path);
    if (!path.startsWith('blobs/') || whole === undefined) return false;
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const rest = whole.subarray(from);
    const isDropped = random() < 0.5;
    const part = isDropped ? rest.subarray(0, Math.floor(rest.byteLength * random())) : rest;
    const contentRange = `bytes ${from}-${whole.byteLength - 1}/${whole.byteLength}`;
    response.writeHead(from > 0 ? 206 : 200, {
      'content-length': rest.byteLength,
      ...(from > 0 ? { 'content-range': contentRange } : {}),
    });
    if (isDropped) dropped += 1;
    const next = (at: number) => {
      const piece = part.subarray(at, at + LINE_BYTES);
      sent += piece.byteLength;
      if (piece.byteLength > 0)
        response.write(piece, () => void terminal.clock.after(LINE_MS, () => next(at + LINE_BYTES)));
      // What is on the line still arrives: how much that is must not be decided by the speed of this machine.
      else if (isDropped) response.socket?.end();
      else response.end();
    };
    next(0);
    return true;
  };
  let state = await terminal.sync.syncNow();
  for (let cycle = 0; cycle < 10 && state.kind !== 'up-to-date'; cycle += 1) {
    expect(state).toMatchObject({ kind: 'offline', reason: 'interrupted' });
    terminal.clock.pass(60 * 60_000);
    state = await terminal.sync.syncNow();
  }
  isOver = true;
  expect(state).toMatchObject({ kind: 'up-to-date', seq: 1 });
  const { manifestFile, manifest } = store.active() ?? {
    manifestFile: { length: 0 },
    manifest: { files: [] },
  };
  const needed = manifest.files.reduce((sum, { length }) => sum + length, manifestFile.length);
  expect(dropped).toBeGreaterThan(5);
  expect(sent / needed).toBeLessThanOrEqual(1.05);
  await terminal.close();
}, 60_000);

test('A server without ranges and one whose file changed under its name still end in the right bytes', async () => {
  const { repository, server, store, terminal, film } = await beforeTheFirst(200_000);
  const path = blobPath(digest(film));
  let times = 0;
  server.misbehave = (request, response, asked) => {
    if (asked !== path) return false;
    times += 1;
    delete request.headers['accept-encoding'];
    if (times === 1) {
      response.writeHead(200, { etag: '"one"', 'content-length': film.byteLength });
      response.write(film.subarray(0, 100_000), () => response.destroy());
      return true;
    }
    expect(request.headers.range).toBe('bytes=100000-');
    expect(request.headers['if-range']).toBe('"one"');
    response.writeHead(200, { etag: '"two"', 'content-length': film.byteLength });
    response.end(film);
    return true;
  };
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 1 });
  expect(times).toBe(2);
  expect(store.active()?.open('media/film.mp4')?.length).toBe(repository.tree.get(path)?.byteLength);
  await terminal.close();
});

test('A download goes on where an earlier run of the terminal was ended', async () => {
  const { server, terminal, film, made } = await beforeTheFirst(400_000);
  const path = blobPath(digest(film));
  server.misbehave = (_request, response, asked) => {
    if (asked !== path) return false;
    response.writeHead(200, { 'content-length': film.byteLength });
    response.write(film.subarray(0, 300_000));
    return true;
  };
  const arrived = new Promise<void>((resolve) => {
    terminal.sync.onState((state) => {
      if (state.kind === 'downloading' && state.bytes >= 300_000) resolve();
    });
  });
  const cycle = terminal.sync.syncNow();
  await arrived;
  await terminal.close();
  await cycle;
  server.misbehave = () => false;
  const again = await syncTerminal({ ...made, keeper: terminal.keeper });
  expect(await again.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 1 });
  expect(server.seen.filter((seen) => seen.path === path).at(-1)?.range).toBe('bytes=300000-');
  await again.close();
});

test('A disk without room: nothing is fetched, it is said, and nothing that is there goes', async () => {
  const repository = signedRepository();
  repository.release();
  const server = await serve(repository.tree);
  const freeKept = Number.MAX_SAFE_INTEGER;
  const store = await watchedStore(await directory(), { freeKept });
  const terminal = await syncTerminal({
    server: server.url,
    root: repository.firstRoot,
    workDirectory: await directory(),
    store,
  });
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'refused', code: 'no-room' });
  expect(server.seen.filter(({ path }) => path.startsWith('blobs/'))).toEqual([]);
  await terminal.close();
});

test('At most four files are asked for at the same time', async () => {
  const { server, terminal, repository } = await beforeTheFirst(10);
  let now = 0;
  let most = 0;
  server.misbehave = (request, response, path) => {
    if (!path.startsWith('blobs/')) return false;
    now += 1;
    most = Math.max(most, now);
    response.once('close', () => {
      now -= 1;
    });
    // Answered in another turn of the loop, so that whoever asks at the same time has come.
    setImmediate(() => setImmediate(() => answerWell(server, request, response, path)));
    return true;
  };
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
  expect(repository.tree.size).toBeGreaterThan(10);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
  await terminal.close();
});

/** Files enough for a manifest that is worth a patch. */
const MANY = Object.fromEntries(
  Array.from({ length: 120 }, (_each, at) => [`documents/employment/page-${at}.fr.json`, `{"page":${at}}`]),
);

test.skipIf(zstdUnpacker() === null)(
  'A small change of a large edition fetches a patch of its manifest instead of the manifest',
  async () => {
    const { repository, server, terminal, store } = await beforeTheFirst(10);
    repository.release({ files: MANY });
    await terminal.sync.syncNow();
    const earlier = store.active();
    const channel = repository.release({
      files: { ...MANY, 'documents/employment/page-7.fr.json': '{"page":"seven"}' },
    });
    const bytesOf = (sha256: string) => repository.tree.get(blobPath(sha256)) ?? Buffer.alloc(0);
    const from = earlier?.manifestSha256 ?? '';
    const to = channel.manifest.sha256;
    const patch = zstdCompressSync(bytesOf(to), { dictionary: bytesOf(from) });
    server.tree = new Map([...repository.tree, [patchPath(from, to), patch]]);
    server.seen.length = 0;
    expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 3 });
    const asked = server.seen.map(({ path }) => path);
    expect(asked).toContain(patchPath(from, to));
    expect(asked).not.toContain(blobPath(to));
    expect(patch.byteLength).toBeLessThan(channel.manifest.length / 10);
    await terminal.close();
  },
);

test.each([
  ['is missing', null],
  ['is garbage', Buffer.from('garbage')],
  ['makes another manifest', zstdCompressSync(Buffer.from('another manifest'))],
  ['is a bomb', zstdCompressSync(Buffer.alloc(32 * 1024 ** 2))],
])('A patch that %s: the whole manifest is fetched, and nothing else happens', async (_name, patch) => {
  const { repository, server, terminal, store } = await beforeTheFirst(10);
  repository.release({ files: MANY });
  await terminal.sync.syncNow();
  const from = store.active()?.manifestSha256 ?? '';
  const channel = repository.release({
    files: { ...MANY, 'documents/employment/page-7.fr.json': '{"page":"VII"}' },
  });
  const path = patchPath(from, channel.manifest.sha256);
  if (patch !== null) server.tree = new Map([...repository.tree, [path, patch]]);
  expect(await terminal.sync.syncNow()).toMatchObject({ kind: 'up-to-date', seq: 3 });
  expect(server.seen.map((seen) => seen.path)).toContain(blobPath(channel.manifest.sha256));
  await terminal.close();
});
