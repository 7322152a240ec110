import { type ChildProcess, spawn } from 'node:child_process';
import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { findOnPath } from '../../../../../src-main/dev/commands.ts';
import { installPackages, isDebian, realSystemPorts } from '../../../../../src-main/dev/system.ts';
import { type Centre, expectDone, jsonOf, newCentre, removeTemporary } from './centre-under-test.ts';

// The configuration that is handed to technicians, read by the nginx they will use, in front of a tree that was really published.

const CONFIGURATION = fileURLToPath(new URL('../../../../../assets/nginx/openfloor.conf', import.meta.url));
const SYSTEM = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` };

let nginx: ChildProcess | undefined;
let url: URL;
let centre: Centre;
/** Why there is no nginx here, if so. */
let missing: string | undefined;

beforeAll(async () => {
  const ports = realSystemPorts();
  if (findOnPath('nginx', SYSTEM) === null) {
    if (ports.platform !== 'linux' || ports.uid !== 0 || !isDebian(ports.osRelease)) {
      missing = 'nginx is not installed, and only the administrator of a Debian system can install it';
      return;
    }
    // Installed, not started as a service.
    await installPackages({ ...ports, env: { ...ports.env, RUNLEVEL: '1' } }, ['nginx']);
  }
  centre = await newCentre();
  expectDone(await centre.publish('--channel', 'stable'));
  await centre.retitle('Une autre lettre');
  expectDone(await centre.publish('--channel', 'stable'));
  await writeFile(join(centre.tree, '.htpasswd'), 'secret');
  await startNginx();
}, 300_000);

afterAll(async () => {
  if (nginx !== undefined) {
    const ended = new Promise((resolve) => nginx?.once('exit', resolve));
    nginx.kill('SIGTERM');
    await ended;
  }
  await removeTemporary();
});

async function startNginx(): Promise<void> {
  const port = await freePort();
  const site = (await readFile(CONFIGURATION, 'utf8'))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/openfloor;', `root ${centre.tree};`);
  await writeFile(join(centre.home, 'site.conf'), site);
  const own = (name: string): string => `${name}_temp_path ${join(centre.home, name)};`;
  const frame = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${join(centre.home, 'nginx.pid')};`,
    'events { worker_connections 64; }',
    'http { access_log off;',
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(own),
    `include ${join(centre.home, 'site.conf')}; }`,
  ];
  const main = join(centre.home, 'nginx.conf');
  await writeFile(main, frame.join('\n'));
  const child = spawn('nginx', ['-c', main, '-p', centre.home, '-e', 'stderr'], {
    env: SYSTEM,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  nginx = child;
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`nginx ended with ${code}: ${said}`)));
  });
  ended.catch(() => undefined);
  await Promise.race([listening(port), ended]);
  url = new URL(`http://127.0.0.1:${port}/`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Resolves once somebody answers at a port. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const connected = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (connected) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const here = (context: TestContext): void => context.skip(missing !== undefined, missing);
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(new URL(path, url), {
    method,
    redirect: 'manual',
    headers: { 'Accept-Encoding': 'identity', ...headers },
  });
const blobs = async (): Promise<readonly string[]> => {
  const paths = await readdir(join(centre.tree, 'blobs'), { recursive: true });
  return paths.filter((path) => /^..\/[0-9a-f]{64}(\.gz)?$/.test(path)).map((path) => `blobs/${path}`);
};

describe('nginx with our configuration', () => {
  it('gives a tree in which the audit finds nothing to say', async (context) => {
    here(context);
    const audit = await centre.run(['verify', url.href, '--keys', centre.keys, '--json']);
    expect(jsonOf(expectDone(audit))).toMatchObject({ ok: true, errors: 0, warnings: 0, problems: [] });
  });

  it('lets terminals ask briefly whether there is something new', async (context) => {
    here(context);
    const first = await get('metadata/timestamp.json');
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect(first.headers.get('content-type')).toBe('application/json');
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('metadata/timestamp.json', { 'If-None-Match': etag })).status).toBe(304);
    // Two publications in the same second, of the same length, are still two.
    for (let count = 0; count < 3; count += 1) {
      expectDone(await centre.sign('refresh'));
      const next = await get('metadata/timestamp.json', { 'If-None-Match': etag });
      expect(next.status).toBe(200);
      expect(next.headers.get('etag')).not.toBe(etag);
    }
  });

  it('lets everybody keep for ever what never changes', async (context) => {
    here(context);
    const [blob = ''] = await blobs();
    const patches = await readdir(join(centre.tree, 'patches'));
    for (const path of [blob, 'metadata/1.root.json', 'metadata/2.targets.json', `patches/${patches[0]}`]) {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect((await get(blob)).headers.get('content-type')).toBe('application/octet-stream');
  });

  it('sends the compressed twin to whoever accepts it, and the file itself to others', async (context) => {
    here(context);
    const twin = (await blobs()).find((path) => path.endsWith('.gz')) ?? '';
    const path = twin.slice(0, -3);
    const plain = await get(path);
    expect(plain.headers.get('content-encoding')).toBeNull();
    const bytes = Buffer.from(await plain.arrayBuffer());
    const packed = await get(path, { 'Accept-Encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(bytes.length);
    expect(gunzipSync(await readFile(join(centre.tree, twin)))).toEqual(bytes);
    expect(Buffer.from(await packed.arrayBuffer())).toEqual(bytes);
  });

  it('goes on where a download broke off, and begins again when the file is another', async (context) => {
    here(context);
    const path = (await blobs()).find((each) => !each.endsWith('.gz')) ?? '';
    const whole = Buffer.from(await (await get(path)).arrayBuffer());
    const etag = (await get(path)).headers.get('etag') ?? '';
    const rest = await get(path, { Range: 'bytes=10-', 'If-Range': etag });
    expect(rest.status).toBe(206);
    expect(rest.headers.get('content-range')).toBe(`bytes 10-${whole.length - 1}/${whole.length}`);
    expect(Buffer.from(await rest.arrayBuffer())).toEqual(whole.subarray(10));
    expect((await get(path, { Range: 'bytes=10-', 'If-Range': '"another"' })).status).toBe(200);
    expect((await get(path, { Range: `bytes=${whole.length}-` })).status).toBe(416);
  });

  it.each([
    '',
    'metadata/',
    'metadata',
    'blobs/',
    'blobs/aa/',
    '.htpasswd',
    '.publishing',
    '.new/x',
    'metadata/1.root.json.gz',
    'metadata/0.root.json',
    'metadata/9.root.json',
    'nginx.conf',
    'keys/1.root.json',
    'metadata/keys.root.json',
  ])('gives nothing at /%s', async (path) => {
    if (missing !== undefined) return;
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/timestamp|secret|nginx\//);
  });

  it.each(['..%2fkeys/1.root.json', 'metadata/..%2f..%2fkeys/1.root.json'])(
    'does not even look for /%s',
    async (path) => {
      if (missing !== undefined) return;
      expect((await get(path)).status).toBe(400);
    },
  );

  it('follows no shortcut out of the tree', async (context) => {
    here(context);
    const name = join(centre.tree, 'metadata/77.root.json');
    await symlink(join(centre.keys, '1.root.json'), name);
    expect((await get('metadata/77.root.json')).status).toBe(404);
    await rm(name);
    await cp(join(centre.keys, '1.root.json'), name);
    expect((await get('metadata/77.root.json')).status).toBe(200);
    await rm(name);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    if (missing !== undefined) return;
    expect((await get('metadata/timestamp.json', {}, method)).status).toBe(405);
  });

  it('says nothing about its version', async (context) => {
    here(context);
    expect((await get('metadata/timestamp.json')).headers.get('server')).toBe('nginx');
  });
});
