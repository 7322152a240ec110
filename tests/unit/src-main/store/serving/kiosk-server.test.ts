import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { machineFiles } from '../../../../../src-main/platform/files.ts';
import { editionShelf } from '../../../../../src-main/store/edition.ts';
import { readEdition } from '../../../../../src-main/store/read-edition.ts';
import { type KioskServer, kioskServer } from '../../../../../src-main/store/serving/kiosk-server.ts';
import { listPageFiles, STAFF_DIRECTORIES } from '../../../../../src-main/store/serving/page-files.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';
import {
  TINY_DOCUMENT,
  TINY_PICTURE,
  type TinyEdition,
  writeTinyEdition,
} from '../../../../builders/tiny-edition.ts';

const makeDirectory = temporaryDirectory();
const HTML = '<!doctype html><title>x</title>';

let edition: TinyEdition;
let pages: string;
let unreadable: string[];
let serve: KioskServer;

beforeAll(async () => {
  edition = await writeTinyEdition(await makeDirectory(), {
    seq: 5,
    files: {
      'media/film.mp4': 'a film of 25 letters long',
      'media/trap.html': '<script></script>',
      'media/void.png': '',
      'media/gone.png': 'here today',
      'media/cut.png': 'whole',
      'media/photo-640.avif': 'small',
      'media/photo-640.webp': 'small',
    },
  });
  pages = await makeDirectory();
  await mkdir(join(pages, 'visitor', 'inner'), { recursive: true });
  await mkdir(join(pages, 'assets'));
  await mkdir(join(pages, 'secret'));
  for (const [name, text] of [
    ['visitor/index.html', HTML],
    ['visitor/gone.html', HTML],
    ['visitor/inner/deep.html', HTML],
    ['assets/main-abc.js', 'export {}'],
    ['assets/font.woff2', 'font'],
    ['assets/sign.svg', '<svg/>'],
    ['secret/key.json', '{}'],
    ['outside.html', HTML],
  ] as const) {
    await writeFile(join(pages, name), text);
  }
  await symlink(join(pages, 'secret', 'key.json'), join(pages, 'assets', 'key.json'));

  const shelf = editionShelf();
  const outcome = await readEdition(edition.directory, machineFiles);
  if (outcome.kind === 'refused') throw new Error(outcome.problem.sentence);
  shelf.add(outcome.edition);
  unreadable = [];
  serve = kioskServer({
    shelf,
    pages: await listPageFiles(pages, machineFiles),
    files: machineFiles,
    onUnreadable: (file) => void unreadable.push(file),
  });
});

const get = (path: string, range: string | null = null, method = 'GET') =>
  serve({ method, url: `kiosk://visitor${path}`, range });

describe('A page gets', () => {
  test('its own files, with a policy that allows nothing but what is ours', async () => {
    const answer = await get('/visitor/index.html');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(HTML.length),
      'Accept-Ranges': 'bytes',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    expect(answer.headers['Permissions-Policy']).toContain('camera=()');
    expect(answer.body).toEqual({
      kind: 'file',
      file: join(pages, 'visitor', 'index.html'),
      span: { start: 0, end: HTML.length - 1 },
    });
  });

  test('scripts under the same policy, since a worker brings its own', async () => {
    const { headers } = await get('/assets/main-abc.js');
    expect(headers['Content-Type']).toBe('text/javascript; charset=utf-8');
    expect(headers['Content-Security-Policy']).toContain("connect-src 'self'");
  });

  test.each([
    ['/assets/sign.svg', 'image/svg+xml; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
    [`/edition/5/files/${TINY_PICTURE}`, 'image/svg+xml; charset=utf-8'],
    [`/edition/5/files/${TINY_DOCUMENT}`, 'application/json; charset=utf-8'],
    ['/edition/5/manifest.json', 'application/json; charset=utf-8'],
    ['/edition/5/files/media/film.mp4', 'video/mp4'],
    ['/edition/5/files/media/photo-640.avif', 'image/avif'],
    ['/edition/5/files/media/photo-640.webp', 'image/webp'],
  ])('%s as %s, which can load and run nothing', async (path, type) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers['Content-Type']).toBe(type);
    expect(headers['Content-Security-Policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
  });

  test('the bytes that the manifest promises for a path', async () => {
    const { body } = await get(`/edition/5/files/${TINY_DOCUMENT}`);
    expect(body).toMatchObject({ kind: 'file', file: edition.onDisk(TINY_DOCUMENT) });
    const manifest = await get('/edition/5/manifest.json');
    expect(manifest.body).toMatchObject({ file: edition.manifestOnDisk });
    expect(manifest.headers['Content-Length']).toBe(String(edition.pointer.manifest.length));
  });

  test('content that calls itself a page as plain bytes', async () => {
    const { headers } = await get('/edition/5/files/media/trap.html');
    expect(headers['Content-Type']).toBe('application/octet-stream');
  });

  test('a part of a film, and the truth about its length', async () => {
    const answer = await get('/edition/5/files/media/film.mp4', 'bytes=7-');
    expect(answer.status).toBe(206);
    expect(answer.headers).toMatchObject({ 'Content-Range': 'bytes 7-24/25', 'Content-Length': '18' });
    expect(answer.body).toMatchObject({ span: { start: 7, end: 24 } });
    const outside = await get('/edition/5/files/media/film.mp4', 'bytes=25-');
    expect(outside.status).toBe(416);
    expect(outside.headers['Content-Range']).toBe('bytes */25');
    expect((await get('/edition/5/files/media/film.mp4', 'bytes=nonsense')).status).toBe(200);
  });

  test('the headers alone when it asks for the headers alone', async () => {
    const answer = await get('/edition/5/files/media/film.mp4', 'bytes=7-', 'HEAD');
    expect(answer).toMatchObject({ status: 200, body: { kind: 'none' } });
    expect(answer.headers['Content-Length']).toBe('25');
  });

  test('an empty file as nothing', async () => {
    const answer = await get('/edition/5/files/media/void.png');
    expect(answer).toMatchObject({ status: 200, body: { kind: 'none' } });
  });
});

describe('A page gets a sentence, and nothing from the disk, for', () => {
  test.each([
    '',
    '/',
    '/visitor',
    '/visitor/',
    '/visitor/index.htm',
    '/visitor/inner/deep.html',
    '/visitor/inner',
    '/outside.html',
    '/secret/key.json',
    '/assets/key.json',
    '/visitor/../secret/key.json',
    '/visitor/%2e%2e/secret/key.json',
    '/visitor/..%2fsecret%2fkey.json',
    '/visitor/..%5csecret%5ckey.json',
    '/visitor/..\\secret\\key.json',
    '/visitor\\index.html',
    '//visitor/index.html',
    '/visitor//index.html',
    '/visitor/./index.html/',
    '/visitor/index.html%00',
    '/visitor/index.html\0',
    '/visitor/index%2ehtml',
    '/visitor/index.html;x',
    '/VISITOR/index.html',
    '/visitor/INDEX.HTML',
    '/visitor/index.html?more',
    '/edition/5',
    '/edition/5/',
    '/edition/5/manifest.json/',
    '/edition/05/manifest.json',
    '/edition/0/manifest.json',
    '/edition/-5/manifest.json',
    '/edition/5.0/manifest.json',
    '/edition/6/manifest.json',
    '/edition/99999999999/manifest.json',
    '/edition/5/edition.json',
    '/edition/5/files/',
    '/edition/5/files/media/other.svg',
    '/edition/5/files//media/bridge.svg',
    '/edition/5/files/media//bridge.svg',
    '/edition/5/files/media/..%2fbridge.svg',
    '/edition/5/files/..%2f..%2fedition.json',
    '/edition/5/files/%2e%2e/%2e%2e/edition.json',
    '/edition/5/files/media%2Fbridge.svg',
    '/edition/5/files/media\\bridge.svg',
    '/edition/5/files/media/bridge.svg%00.png',
    '/edition/5/files/MEDIA/BRIDGE.SVG',
    '/edition/5/files/__proto__',
    `/edition/5/files/${'a/'.repeat(400)}a`,
    `/visitor/${'a'.repeat(5000)}`,
  ])('%j', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body.kind).toBe('sentence');
    expect(answer.headers['Content-Type']).toBe('text/plain; charset=utf-8');
  });

  test.each([
    'kiosk://other/visitor/index.html',
    'kiosk://visitor:8080/visitor/index.html',
    'kiosk://visitor.evil/visitor/index.html',
    'kiosk://someone@visitor/visitor/index.html',
    'kiosk:///visitor/index.html',
    'kiosk:visitor/index.html',
    'http://visitor/visitor/index.html',
    'file:///etc/passwd',
    'not an address',
    '',
  ])('an address that is not the visitor’s: %j', async (url) => {
    expect((await serve({ method: 'GET', url, range: null })).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])('the method %j', async (method) => {
    const answer = await get('/visitor/index.html', null, method);
    expect(answer.status).toBe(405);
    expect(answer.headers['Allow']).toBe('GET, HEAD');
  });

  test.each<[string, () => Promise<void>, () => string, string]>([
    [
      'a page that has disappeared from the disk since the start',
      () => rm(join(pages, 'visitor', 'gone.html')),
      () => join(pages, 'visitor', 'gone.html'),
      '/visitor/gone.html',
    ],
    [
      'a file of the edition that has disappeared since',
      () => rm(edition.onDisk('media/gone.png')),
      () => edition.onDisk('media/gone.png'),
      '/edition/5/files/media/gone.png',
    ],
    [
      'a file of the edition that has been cut short since',
      () => truncate(edition.onDisk('media/cut.png'), 3),
      () => edition.onDisk('media/cut.png'),
      '/edition/5/files/media/cut.png',
    ],
  ])('%s, and that is told', async (_what, harm, file, path) => {
    expect((await get(path)).status).toBe(200);
    await harm();
    unreadable.length = 0;
    const answer = await get(path);
    expect([answer.status, answer.body.kind]).toEqual([500, 'sentence']);
    expect(unreadable).toEqual([file()]);
  });
});

test('A build that is missing gives a server that serves nothing, not a failure', async () => {
  expect((await listPageFiles(join(pages, 'nowhere'), machineFiles)).size).toBe(0);
});

test('The staff page is an origin of its own: its files are served there only, and nothing else is', async () => {
  await mkdir(join(pages, 'staff'));
  await writeFile(join(pages, 'staff/index.html'), HTML);
  const staff = kioskServer({
    shelf: { bySeq: () => undefined },
    pages: await listPageFiles(pages, machineFiles, STAFF_DIRECTORIES),
    files: machineFiles,
    onUnreadable: () => {},
    host: 'staff',
  });
  const visitor = kioskServer({
    shelf: editionShelf(),
    pages: await listPageFiles(pages, machineFiles),
    files: machineFiles,
    onUnreadable: () => {},
  });
  const statusOf = async (server: typeof staff, url: string) =>
    (await server({ method: 'GET', url, range: null })).status;
  expect(await statusOf(staff, 'kiosk://staff/staff/index.html')).toBe(200);
  expect(await statusOf(staff, 'kiosk://staff/assets/main-abc.js')).toBe(200);
  expect(await statusOf(visitor, 'kiosk://visitor/visitor/index.html')).toBe(200);
  for (const [server, url] of [
    [staff, 'kiosk://visitor/staff/index.html'],
    [staff, 'kiosk://staff/visitor/index.html'],
    [staff, 'kiosk://staff/edition/1/manifest.json'],
    [visitor, 'kiosk://staff/staff/index.html'],
    [visitor, 'kiosk://visitor/staff/index.html'],
  ] as const)
    expect(await statusOf(server, url), url).toBe(404);
});
