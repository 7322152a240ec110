import { writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { signedRepository } from '../builders/signed-repository.ts';
import { type TreeServer, treeServer } from '../builders/tree-server.ts';
import { expect, type Terminal, test } from './kiosk-test.ts';

/** What an edition of the tests' publisher says on the attract screen. */
const PROMISE = 'Ouvert à toutes et à tous';

/** Publishes an edition far newer than the one inside the application, and serves it. */
async function published(directory: string) {
  const repository = signedRepository(Date.now());
  repository.release({ seq: 500_000 });
  const root = path.join(directory, 'root.json');
  await writeFile(root, repository.firstRoot);
  const server = await treeServer(repository.tree);
  return { repository, server, root };
}

/** Settings of a terminal that asks this server. */
async function settingsFor(directory: string, server: TreeServer, root: string, proxy: string) {
  const file = path.join(directory, 'openfloor.yaml');
  const lines = [
    'server:',
    `  url: ${server.url.href}`,
    `  root: ${root}`,
    `  proxy: ${proxy}`,
    '  pollSeconds: 10',
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return { OPENFLOOR_CONFIG: file };
}

async function hasLogged(terminal: Terminal, code: string): Promise<void> {
  await expect.poll(() => terminal.log().map((line) => line.code), { timeout: 60_000 }).toContain(code);
}

test('a terminal fetches what its server published, and shows it when nobody is there', async ({
  startTerminal,
  directory,
}) => {
  const { repository, server, root } = await published(directory);
  try {
    const terminal = await startTerminal({ env: await settingsFor(directory, server, root, 'none') });
    await hasLogged(terminal, 'sync-up-to-date');
    await expect
      .poll(async () => (await terminal.page()).locator('body').innerText(), { timeout: 30_000 })
      .toContain(PROMISE);
    // Chromium's way knows what Node's way knows: "nothing new" is one small answer, and gzip is undone.
    server.seen.length = 0;
    await expect.poll(() => server.seen.length, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(server.seen[0]).toEqual({ path: 'metadata/timestamp.json', range: null, status: 304 });
    // A log-in page, as HTTP redirect and as a page, is told apart from content.
    server.misbehave = (_request, response) => {
      response.writeHead(302, { location: 'http://portal.invalid/' });
      response.end();
      return true;
    };
    await hasLogged(terminal, 'sync-offline');
    expect(terminal.log().find(({ code }) => code === 'sync-offline')?.['reason']).toBe('captive-portal');
    server.misbehave = () => false;
    repository.release({ seq: 500_001 });
    await expect
      .poll(() => terminal.log().some(({ code, seq }) => code === 'sync-up-to-date' && seq === 500_001), {
        timeout: 90_000,
      })
      .toBe(true);
  } finally {
    await server.close();
  }
});

test('a terminal behind a proxy fetches through it', async ({ startTerminal, directory }) => {
  const { server, root } = await published(directory);
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    const onward = httpRequest(request.url ?? '', { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = proxy.address() as AddressInfo;
    const env = await settingsFor(directory, server, root, `http://127.0.0.1:${port}`);
    const terminal = await startTerminal({ env });
    await hasLogged(terminal, 'sync-up-to-date');
    expect(asked).toContain(new URL('metadata/timestamp.json', server.url).href);
    expect(asked.length).toBe(server.seen.length);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
    await server.close();
  }
});
