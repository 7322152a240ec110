import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { networkThrough, proxyFor } from '../../../../src-main/provisioning/commands/network.ts';
import { treeServers } from '../../../builders/tree-servers.ts';

const serve = treeServers();
const proxies: Server[] = [];
afterAll(() => {
  for (const proxy of proxies) proxy.closeAllConnections();
  return Promise.all(proxies.map((proxy) => new Promise((done) => proxy.close(done))));
});

const server = new URL('https://guide.example.org/openfloor/');

describe('The proxy of a command', () => {
  test.each<[string, string, Readonly<Record<string, string>>, string | null]>([
    ['the one in the settings', 'http://proxy.example.org:3128', {}, 'http://proxy.example.org:3128/'],
    ['none where the settings say so', 'none', { https_proxy: 'http://other.example.org' }, null],
    [
      'the system’s',
      'system',
      { https_proxy: 'http://other.example.org:8080' },
      'http://other.example.org:8080/',
    ],
    [
      'the system’s in capitals',
      'system',
      { HTTPS_PROXY: 'other.example.org:8080' },
      'http://other.example.org:8080/',
    ],
    [
      'the system’s for everything',
      'system',
      { all_proxy: 'http://other.example.org' },
      'http://other.example.org/',
    ],
    ['none where the system has none', 'system', {}, null],
    ['none for plain HTTP only', 'system', { http_proxy: 'http://other.example.org' }, null],
    [
      'none for an exception',
      'system',
      { https_proxy: 'http://x.example', no_proxy: 'localhost, .example.org' },
      null,
    ],
    ['none for everything', 'system', { https_proxy: 'http://x.example', no_proxy: '*' }, null],
    [
      'the system’s for another than the exception',
      'system',
      { https_proxy: 'http://x.example', no_proxy: 'ample.org' },
      'http://x.example/',
    ],
    ['none where the variable makes no sense', 'system', { https_proxy: 'http://[' }, null],
  ])('is %s', (_what, setting, environment, expected) => {
    expect(proxyFor(server, setting, environment)?.href ?? null).toBe(expected);
  });

  test('is none on the way to this very machine, unless the settings name one', () => {
    const here = new URL('http://127.0.0.1:8080/');
    expect(proxyFor(here, 'system', { http_proxy: 'http://x.example' })).toBeNull();
    expect(proxyFor(here, 'http://x.example', {})?.href).toBe('http://x.example/');
  });
});

/** A proxy that opens tunnels, or answers with another status; remembers whereto. */
async function proxy(status = 200) {
  const asked: string[] = [];
  const made = createServer();
  made.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${request.url}`);
    const there = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    for (const end of [there, socket]) end.on('error', () => {});
    socket.on('close', () => there.destroy());
  });
  await new Promise<void>((listening) => made.listen(0, '127.0.0.1', listening));
  proxies.push(made);
  const address = made.address();
  return {
    asked,
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
  };
}

async function ask(through: string, url: URL) {
  const network = networkThrough(through, {});
  try {
    const answer = await network.http({ url, headers: {}, signal: AbortSignal.timeout(20_000) });
    let text = '';
    for await (const piece of answer.body) text += Buffer.from(piece).toString('utf8');
    return { status: answer.status, text };
  } finally {
    network.close();
  }
}

describe('A command behind a proxy', () => {
  test('reaches the server through it', async () => {
    const tree = await serve(new Map([['hello.txt', Buffer.from('hello')]]));
    const between = await proxy();
    expect(await ask(between.url, new URL('hello.txt', tree.url))).toEqual({ status: 200, text: 'hello' });
    expect(between.asked).toEqual([tree.url.host]);
  });

  test('is told when the proxy wants a name and a password', async () => {
    const tree = await serve(new Map([['hello.txt', Buffer.from('hello')]]));
    const between = await proxy(407);
    expect((await ask(between.url, new URL('hello.txt', tree.url))).status).toBe(407);
    expect(tree.seen).toEqual([]);
  });
});
