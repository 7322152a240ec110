import { expect, test } from 'vitest';
import { blobPath } from '../../../../../content/model/edition.ts';
import { type Answer, answer } from '../../../../../content/publisher/preview/answer.ts';
import { livingGuide } from '../../../../../content/publisher/preview/living-guide.ts';
import type { PageFiles } from '../../../../../content/publisher/preview/page-files.ts';
import { readSources } from '../../../../../content/publisher/steps/read-sources.ts';
import { editionFileUrl, manifestUrl } from '../../../../../src-main/contract/urls.ts';
import { fixture, removeTemporary } from '../guide-under-test.ts';

const sources = await readSources(await fixture());
await removeTemporary();
const guide = livingGuide({ folder: 'guide', at: null, read: async () => sources });
await guide.look(null);

const file = (text: string, type: string) => ({ bytes: Buffer.from(text), type });
const pages: PageFiles = new Map([
  ['/preview/index.html', file('<frame>', 'text/html')],
  ['/preview/page.html', file('<page>', 'text/html')],
  ['/assets/page.js', file('1', 'text/javascript')],
]);

const OWN = { method: 'GET', host: '127.0.0.1:4000' };
const ask = (url: string, changes: Partial<Parameters<typeof answer>[0]> = {}) =>
  bytes(answer({ ...OWN, url, ...changes }, { guide, pages, port: 4000 }));

function bytes(answered: Answer) {
  if (answered.kind === 'events') throw new Error('This is the stream of events.');
  return { ...answered, text: Buffer.from(answered.body).toString('utf8') };
}

test.each(['127.0.0.1:4000', 'localhost:4000'])('%s is this computer', (host) => {
  expect(ask('/', { host }).status).toBe(200);
});

test.each([
  undefined,
  '',
  'evil.example',
  'evil.example:4000',
  '127.0.0.1',
  '127.0.0.1:4001',
  '127.0.0.1:4000.evil.example',
])('whoever calls this computer %s gets nothing, not even the events', (host) => {
  expect(ask('/', { host }).status).toBe(421);
  expect(ask('/events', { host }).status).toBe(421);
});

test('an edition lies where the pages look for it, byte for byte', () => {
  const edition = guide.edition(1);
  if (!edition) throw new Error('There is no edition.');
  const { sha256 } = edition.pointer.manifest;
  expect(JSON.parse(ask('/edition.json').text)).toEqual(edition.pointer);
  expect(ask(manifestUrl(1)).body).toBe(edition.blobs.get(blobPath(sha256)));
  const [first] = edition.manifest.files;
  if (!first) throw new Error('The edition is empty.');
  const answered = ask(editionFileUrl(1, first.path));
  expect(answered.body).toBe(edition.blobs.get(blobPath(first.sha256)));
  expect(answered.headers['Content-Type']).toContain(first.type);
});

test('the frame may hold pages, a page may only be held by the frame, and neither runs anything that is not ours', () => {
  const policyOf = (url: string) => ask(url).headers['Content-Security-Policy'] ?? '';
  expect(policyOf('/')).toContain("frame-src 'self'");
  expect(policyOf('/')).toContain("frame-ancestors 'none'");
  expect(policyOf('/preview/page.html?language=fr')).toContain("frame-ancestors 'self'");
  for (const url of ['/', '/preview/page.html', '/assets/page.js', '/edition.json']) {
    expect(policyOf(url), url).toContain("default-src 'none'");
    expect(policyOf(url), url).not.toMatch(/unsafe|\*|data:|http/);
  }
});

test.each([
  '/preview/',
  '/assets',
  '/assets/',
  '/assets/other.js',
  '/preview/../package.json',
  '/../../etc/passwd',
  '/preview/%2e%2e/package.json',
  '//etc/passwd',
  '/edition/2/manifest.json',
  '/edition/01/manifest.json',
  '/edition/1/files/',
  '/edition/1/files/../guide.yaml',
  '/edition/1/files/%67uide.json',
  '/edition/1/files/constructor',
  'http://127.0.0.1:4000/',
  '',
])('there is nothing at %s', (url) => {
  expect(ask(url).status).toBe(404);
});

test('nothing can be sent or changed', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'CONNECT']) {
    expect(ask('/', { method })).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } });
  }
  expect(ask('/', { method: 'HEAD' }).status).toBe(200);
});

test('the events are a stream, for the frame alone to read', () => {
  expect(answer({ ...OWN, url: '/events' }, { guide, pages, port: 4000 })).toEqual({ kind: 'events' });
});

test('a film is given in the part that is asked for, and whole where that makes no sense', () => {
  const url = editionFileUrl(1, 'media/bridge.svg').replace('kiosk://visitor', '');
  const whole = ask(url);
  expect(whole).toMatchObject({ status: 200, headers: { 'Accept-Ranges': 'bytes' } });
  const { length } = Buffer.from(whole.text);
  const from5 = ask(url, { range: 'bytes=5-' });
  expect(from5).toMatchObject({ status: 206, text: whole.text.slice(5) });
  expect(from5.headers['Content-Range']).toBe(`bytes 5-${length - 1}/${length}`);
  expect(ask(url, { range: 'bytes=0-3' })).toMatchObject({ status: 206, text: whole.text.slice(0, 4) });
  for (const range of [`bytes=${length}-`, 'bytes=9-2', 'bytes=-5', 'bytes=0-1,4-5', 'lines=1-2']) {
    expect(ask(url, { range }), range).toMatchObject({ status: 200, text: whole.text });
  }
});
