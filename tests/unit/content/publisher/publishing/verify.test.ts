import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Centre, copyOf, expectDone, jsonOf, newCentre, removeTemporary } from './centre-under-test.ts';

const DAY = 24 * 60 * 60 * 1000;

let good: Centre;
let other: Centre;

beforeAll(async () => {
  good = await newCentre();
  expectDone(await good.publish('--channel', 'canary'));
  await good.retitle('Une autre lettre');
  expectDone(await good.publish('--channel', 'canary'));
  expectDone(await good.sign('promote', 'canary', 'stable', '--new-channel'));
  other = await newCentre();
  expectDone(await other.publish('--channel', 'canary'));
});
afterAll(removeTemporary);
afterEach(() => {
  vi.useRealTimers();
});

async function audit(centre: Centre, where = centre.tree) {
  const run = await centre.run(['verify', where, '--keys', centre.keys, '--json']);
  const found = jsonOf(run) as {
    problems: { file: string; rule: string; level: string }[];
    ok: boolean;
    files: number;
  };
  return { ...found, code: run.code, rules: found.problems.map(({ rule }) => rule) };
}

const filesOf = async ({ tree }: Centre, folder: string): Promise<readonly string[]> => {
  const paths = await readdir(join(tree, folder), { recursive: true, withFileTypes: true });
  return paths
    .filter((path) => path.isFile())
    .map((path) => join(path.parentPath, path.name).slice(tree.length + 1))
    .sort();
};

describe('the audit of a tree', () => {
  it('finds nothing in a good one, and reads every file of every channel', async () => {
    const found = await audit(good);
    expect(found).toMatchObject({ ok: true, code: 0, problems: [] });
    // One manifest and all files of it, channel and history twice, root, timestamp, snapshot, targets.
    expect(found.files).toBe(1 + 19 + 4 + 4);
  });

  it('says everything at once', async () => {
    const centre = await copyOf(good);
    const { manifest } = jsonOf(await centre.publish('--channel', 'canary', '--json'));
    const list = join(centre.tree, `blobs/${String(manifest).slice(0, 2)}/${manifest}`);
    const { files }: { files: readonly { sha256: string }[] } = JSON.parse(await readFile(list, 'utf8'));
    const needed = files.map(({ sha256 }) => `blobs/${sha256.slice(0, 2)}/${sha256}`);
    const all = await filesOf(centre, 'blobs');
    const [missing = '', damaged = ''] = needed.filter((path) => !all.includes(`${path}.gz`));
    const twin = `${needed.find((path) => all.includes(`${path}.gz`))}.gz`;
    const [patch = ''] = await filesOf(centre, 'patches');
    await rm(join(centre.tree, missing));
    await writeFile(join(centre.tree, damaged), 'x');
    await writeFile(join(centre.tree, patch), 'not zstd');
    await writeFile(join(centre.tree, twin), gzipSync('something else'));
    const found = await audit(centre);
    expect(found.code).toBe(1);
    expect(found.problems.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual(
      [
        `${missing} file-missing`,
        `${damaged} file-is-another`,
        `${patch} patch-wrong`,
        `${twin} twin-wrong`,
      ].sort(),
    );
  });

  it.each<[string, string, (centre: Centre) => Promise<unknown>]>([
    [
      'another centre’s timestamp',
      'not-signed-by-us',
      ({ tree }) => cp(join(other.tree, 'metadata/timestamp.json'), join(tree, 'metadata/timestamp.json')),
    ],
    [
      'a timestamp that is none',
      'metadata-damaged',
      ({ tree }) => writeFile(join(tree, 'metadata/timestamp.json'), '<html>'),
    ],
    ['no timestamp', 'file-missing', ({ tree }) => rm(join(tree, 'metadata/timestamp.json'))],
    ['no snapshot', 'file-missing', ({ tree }) => rm(join(tree, 'metadata/3.snapshot.json'))],
    [
      'a changed list of targets',
      'file-is-another',
      ({ tree }) => writeFile(join(tree, 'metadata/3.targets.json'), '{}'),
    ],
    [
      'another centre’s root',
      'tree-of-another-centre',
      ({ tree }) => cp(join(other.tree, 'metadata/1.root.json'), join(tree, 'metadata/1.root.json')),
    ],
    [
      'a next root that nobody signed',
      'root-not-signed',
      ({ tree }) => cp(join(tree, 'metadata/1.root.json'), join(tree, 'metadata/2.root.json')),
    ],
    [
      'a channel that is missing',
      'file-missing',
      ({ tree }) => rm(join(tree, 'targets/channels'), { recursive: true }),
    ],
  ])('finds %s, and that terminals would not follow', async (_, rule, spoil) => {
    const centre = await copyOf(good);
    await spoil(centre);
    const found = await audit(centre);
    expect(found.code).toBe(1);
    expect(found.rules).toContain(rule);
    if (rule !== 'file-missing')
      expect(found.rules.filter((each) => each === 'terminal-refuses').length).toBeLessThan(2);
  });

  it('warns before a signature ends, and says so when it has', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * DAY });
    const soon = await audit(good);
    expect(soon).toMatchObject({ ok: true, code: 3 });
    expect(soon.rules).toEqual(['signature-ends-soon', 'signature-ends-soon']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * DAY });
    const over = await audit(good);
    expect(over.code).toBe(1);
    expect(over.rules).toEqual(expect.arrayContaining(['signature-ended', 'terminal-refuses']));
  });

  it('can say whether a tree is whole without knowing whose it is, and then says that', async () => {
    const run = await good.run(['verify', good.tree]);
    expect(run.code).toBe(0);
    expect(run.out).toContain('Nobody said which keys are yours');
    const byRoot = await good.run(['verify', good.tree, '--root', join(good.keys, '1.root.json')]);
    expect(byRoot.code).toBe(0);
    expect(byRoot.out).not.toContain('Nobody said');
  });
});

describe('the audit of a web server', () => {
  let server: Server;
  let answer: (
    path: string,
  ) => Promise<{ status: number; headers?: Record<string, string>; body?: Uint8Array | string }>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = (request.url ?? '/').slice(1);
      answer(path).then(({ status, headers = {}, body = '' }) =>
        response.writeHead(status, headers).end(body),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const file = async (path: string) => {
    try {
      return { status: 200, body: await readFile(join(good.tree, path)) };
    } catch {
      return { status: 404 };
    }
  };

  it('says what a careless one does', async () => {
    answer = async (path) =>
      path.endsWith('/') ? { status: 200, body: '<a href="timestamp.json">' } : file(path);
    const found = await audit(good, url());
    expect(found).toMatchObject({ ok: true, code: 0 });
    expect(found.rules.sort()).toEqual([
      'server-keeps-timestamp',
      'server-lists-folders',
      'server-without-etag',
      'server-without-ranges',
    ]);
  });

  it('finds one that has a page for whatever is not there', async () => {
    answer = async (path) => {
      const found = await file(path);
      return found.status === 200 ? found : { status: 200, body: '<html>Welcome</html>' };
    };
    const found = await audit(good, url());
    expect(found.code).toBe(1);
    expect(found.rules).toEqual(expect.arrayContaining(['server-hides-absence', 'terminal-refuses']));
  });

  it('says when nobody answers', async () => {
    const run = await good.run(['verify', 'http://127.0.0.1:9/', '--json']);
    expect(run.code).toBe(1);
    expect(run.out).toContain('server-unreachable');
  });
});
