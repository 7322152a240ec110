import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveTree, type TreeServer } from '../../../../../content/publisher/serve/static-server.ts';
import { ENTRY } from '../guide-under-test.ts';
import { type Centre, expectDone, jsonOf, newCentre, removeTemporary } from './centre-under-test.ts';

let centre: Centre;
let server: TreeServer;

beforeAll(async () => {
  centre = await newCentre();
  expectDone(await centre.publish('--channel', 'stable'));
  await writeFile(join(centre.tree, '.hidden'), 'secret');
  await mkdir(join(centre.tree, '.new'), { recursive: true });
  await writeFile(join(centre.tree, '.new/half'), 'secret');
  await symlink(centre.keys, join(centre.tree, 'keys'));
  server = await serveTree(centre.tree, '127.0.0.1', 0);
});
afterAll(async () => {
  await server?.stop();
  await removeTemporary();
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(new URL(path, server.url), { method, headers: { 'Accept-Encoding': 'identity', ...headers } });

/** A request whose path is sent as it stands: `fetch` would tidy it up. */
function raw(path: string): Promise<number> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end();
  });
}

describe('the server for trials', () => {
  it('gives a tree in which the audit finds nothing to say', async () => {
    const audit = await centre.run(['verify', server.url, '--keys', centre.keys, '--json']);
    expect(jsonOf(expectDone(audit))).toMatchObject({ ok: true, errors: 0, warnings: 0 });
  });

  it('answers briefly when nothing changed, and tells a new file from the old one', async () => {
    const etag = (await get('metadata/timestamp.json')).headers.get('etag') ?? '';
    const again = await get('metadata/timestamp.json', { 'If-None-Match': `"x", W/${etag}` });
    expect(again.status).toBe(304);
    expect(again.headers.get('cache-control')).toBe('no-cache');
    expectDone(await centre.sign('refresh'));
    expect((await get('metadata/timestamp.json', { 'If-None-Match': etag })).status).toBe(200);
  });

  it('gives parts of a file, and all of it when the part is of another one', async () => {
    const path = 'metadata/1.root.json';
    const whole = await readFile(join(centre.tree, path));
    const response = await get(path);
    expect(response.headers.get('cache-control')).toContain('immutable');
    const etag = response.headers.get('etag') ?? '';
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answered = await get(path, { Range: range, ...more });
      return [answered.status, Buffer.from(await answered.arrayBuffer()).toString()];
    };
    expect(await part('bytes=0-9')).toEqual([206, whole.subarray(0, 10).toString()]);
    expect(await part('bytes=10-')).toEqual([206, whole.subarray(10).toString()]);
    expect(await part('bytes=-5')).toEqual([206, whole.subarray(-5).toString()]);
    expect(await part(`bytes=5-${whole.length + 100}`, { 'If-Range': etag })).toEqual([
      206,
      whole.subarray(5).toString(),
    ]);
    expect(await part('bytes=0-9', { 'If-Range': '"another"' })).toEqual([200, whole.toString()]);
    expect((await part(`bytes=${whole.length}-`))[0]).toBe(416);
    expect((await part('bytes=9-5'))[0]).toBe(416);
    expect((await part('lines=1-2'))[0]).toBe(200);
  });

  it('sends the compressed twin to whoever accepts it', async () => {
    const packed = await get('metadata/1.root.json', { 'Accept-Encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(await readFile(join(centre.tree, 'metadata/1.root.json'), 'utf8'));
    const head = await get('metadata/1.root.json', {}, 'HEAD');
    expect(Number(head.headers.get('content-length'))).toBe(
      (await stat(join(centre.tree, 'metadata/1.root.json'))).size,
    );
  });

  it.each([
    '/',
    '/metadata',
    '/metadata/',
    '/.hidden',
    '/.new/half',
    '/metadata/../.hidden',
    '/../keys/1.root.json',
    '/metadata/..%2f.hidden',
    '/metadata/%2e%2e/.hidden',
    '/metadata/1.root.json.gz',
    '/metadata//1.root.json',
    '/metadata/9.root.json',
    '/metadata/1.root.json%00',
    '//etc/passwd',
  ])('gives nothing at %s', async (path) => {
    expect(await raw(path)).toBe(404);
  });

  it('takes nothing', async () => {
    expect((await get('metadata/timestamp.json', {}, 'PUT')).status).toBe(405);
    expect(await readdir(centre.tree)).toContain('metadata');
  });

  it('runs as a command until it is stopped, for this computer only', async () => {
    const child = spawn(process.execPath, [ENTRY, 'serve', centre.tree], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error(said)));
    });
    expect((await fetch(new URL('metadata/timestamp.json', url))).status).toBe(200);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('does not begin where nothing was published', async () => {
    const run = await centre.run(['serve', centre.home]);
    expect(run.code).toBe(1);
    expect(run.err).toContain('no published tree');
  });
});
