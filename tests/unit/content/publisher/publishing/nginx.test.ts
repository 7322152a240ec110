import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type NginxServer, startNginx, whyNoNginx } from '../../../../builders/nginx-server.ts';
import { type Centre, expectDone, jsonOf, newCentre, removeTemporary } from './centre-under-test.ts';

// The configuration that is handed to technicians, read by the nginx they will use, in front of a tree that was really published.

let nginx: NginxServer | undefined;
let url: URL;
let centre: Centre;
/** Why there is no nginx here, if so. */
let missing: string | undefined;

beforeAll(async () => {
  missing = await whyNoNginx();
  if (missing !== undefined) return;
  centre = await newCentre();
  expectDone(await centre.publish('--channel', 'stable'));
  await centre.retitle('Une autre lettre');
  expectDone(await centre.publish('--channel', 'stable'));
  await writeFile(join(centre.tree, '.htpasswd'), 'secret');
  nginx = await startNginx(centre.tree, centre.home);
  url = nginx.url;
}, 300_000);

afterAll(async () => {
  await nginx?.stop();
  await removeTemporary();
});

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
