import { describe, expect, test } from 'vitest';
import { nodeHttp } from '../../../../../../src-main/platform/node-http.ts';
import { network } from '../../../../../../src-main/provisioning/doctor/checks/network.ts';
import { server } from '../../../../../../src-main/provisioning/doctor/checks/server.ts';
import { trust } from '../../../../../../src-main/provisioning/doctor/checks/trust.ts';
import { firstRecord, writeRecord } from '../../../../../../src-main/sync/trust/record.ts';
import { findingOf } from '../../../../../builders/doctor-patient.ts';
import { signedRepository } from '../../../../../builders/signed-repository.ts';
import { treeServers } from '../../../../../builders/tree-servers.ts';
import { systemError } from '../../../../../fakes/fake-machine.ts';

const NOW = new Date('2026-12-01T09:00:00Z');
const ROOT = '/etc/openfloor/root.json';
const settings = `server: { root: ${ROOT} }`;
const repository = () => signedRepository(NOW.getTime());

describe('The check of the trust', () => {
  const look = (
    root: string | Uint8Array | Error,
    more: Readonly<Record<string, string | Uint8Array>> = {},
  ) => findingOf(trust, { settings, machine: { files: { [ROOT]: root, ...more } } });

  test('passes a root signed by its own keys, with its fingerprint and its last day', async () => {
    const finding = await look(repository().firstRoot);
    expect(finding.verdict).toBe('pass');
    expect(finding.found).toMatch(/version 1, fingerprint [0-9A-Z]{4}(-[0-9A-Z]{4}){4}\./);
    expect(finding.found).toContain('counts until 2028-11-30, 730 days from now');
  });

  test('says where the root is from: the settings, the application, or nowhere', async () => {
    const { firstRoot } = repository();
    expect((await look(firstRoot)).found).toContain(
      `The root in ${ROOT}, which the settings name, is version 1`,
    );
    const inside = await findingOf(trust, { machine: { files: { '/opt/openfloor/root.json': firstRoot } } });
    expect(inside.verdict).toBe('pass');
    expect(inside.found).toContain('The root inside this application is version 1, fingerprint');
    const none = await findingOf(trust, { settings: 'server: { url: https://guide.example.org/ }' });
    expect(none.found).toContain('No root of trust was given to this terminal, and there is none inside');
    expect(none.todo).toContain('openfloor provision');
  });

  test.each<[string, string | Error]>([
    ['nothing', ''],
    ['a page', '<html>log in</html>'],
    ['another file of the publication', '{"signatures":[],"signed":{"_type":"targets"}}'],
    ['a root that may not be read', systemError('EACCES')],
  ])('fails %s in place of the root', async (_what, bytes) => {
    const finding = await look(bytes);
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain(ROOT);
  });

  test('fails a root that somebody changed', async () => {
    const text = repository().firstRoot.toString('utf8').replace('2028', '2038');
    expect((await look(text)).verdict).toBe('fail');
  });

  test('fails a root that was named and is not there; without a name it is only missing', async () => {
    expect((await findingOf(trust, { settings })).verdict).toBe('fail');
    expect((await findingOf(trust)).verdict).toBe('warn');
    const withServer = 'server: { url: https://guide.example.org/ }';
    expect((await findingOf(trust, { settings: withServer })).verdict).toBe('fail');
  });

  test.each([
    ['fail', -1, 'ended on'],
    ['warn', 30, '30 days from now'],
  ])('gives %s for a root that ends %i days from now', async (verdict, days, words) => {
    const short = repository();
    short.nextRoot({ days: { root: days } });
    const root = short.tree.get('metadata/2.root.json');
    const finding = await look(root ?? '');
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('counts the newest root that the terminal has followed', async () => {
    const long = repository();
    long.nextRoot({ days: { root: 400 } });
    const record = {
      ...firstRecord(long.firstRoot, null),
      root: (long.tree.get('metadata/2.root.json') ?? Buffer.alloc(0)).toString('base64'),
    };
    const finding = await look(long.firstRoot, {
      '/var/lib/openfloor/sync/trust-a.json': writeRecord(record),
    });
    expect(finding.found).toContain('version 2, counts until 2028-01-05');
  });

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['fail', 'Both records', { 'trust-a.json': '{', 'trust-b.json': 'x' }],
    ['warn', 'One of the two', { 'trust-a.json': '{' }],
  ])('gives %s when %s of what is trusted are damaged', async (verdict, words, damaged) => {
    const made = repository();
    const whole = writeRecord(firstRecord(made.firstRoot, null));
    const records = Object.fromEntries(
      Object.entries({ ...(verdict === 'warn' ? { 'trust-b.json': whole } : {}), ...damaged }).map(
        ([name, bytes]) => [`/var/lib/openfloor/sync/${name}`, bytes],
      ),
    );
    const finding = await look(made.firstRoot, records);
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('warns when another root was put in place', async () => {
    const record = writeRecord(firstRecord(repository().firstRoot, null));
    const finding = await look(repository().firstRoot, { '/var/lib/openfloor/sync/trust-a.json': record });
    expect(finding.verdict).toBe('warn');
    expect(finding.todo).toContain('attack');
  });
});

describe('The check of the server', () => {
  const serve = treeServers();

  async function look(
    made: ReturnType<typeof repository>,
    { channel = 'stable', root = made.firstRoot as Uint8Array | string } = {},
    misbehave?: Awaited<ReturnType<typeof serve>>['misbehave'],
  ) {
    const tree = await serve(made.tree);
    if (misbehave) tree.misbehave = misbehave;
    const { http, close } = nodeHttp();
    try {
      return await findingOf(server, {
        settings: `server: { url: "${tree.url}", channel: ${channel}, root: ${ROOT} }`,
        machine: { files: { [ROOT]: root }, now: NOW },
        http: async () => http,
      });
    } finally {
      close();
    }
  }

  const published = () => {
    const made = repository();
    made.release();
    return made;
  };

  test('passes a server with a signed edition on the channel', async () => {
    const finding = await look(published());
    expect(finding.verdict).toBe('pass');
    expect(finding.found).toContain('Channel stable has edition 1 (Edition 1) of 2026-12-01');
  });

  test('follows roots to the newest', async () => {
    const made = repository();
    made.nextRoot();
    made.release();
    expect((await look(made)).found).toContain('version 2 of the root');
  });

  test('names the channels there are when the one in the settings is not', async () => {
    const finding = await look(published(), { channel: 'stabel' });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('has no channel "stabel". It has stable.');
  });

  test('knows a page that wants a log-in', async () => {
    const finding = await look(published(), {}, (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Welcome</title>');
      return true;
    });
    expect(finding.verdict).toBe('fail');
    expect(finding.todo).toContain('log-in page');
  });

  test('fails a server signed by others', async () => {
    const finding = await look(published(), { root: repository().firstRoot });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('not signed');
  });

  test('fails a server whose signatures have run out', async () => {
    const made = repository();
    made.release({ days: { timestamp: -1 } });
    const finding = await look(made);
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('run out');
  });

  test('fails an address with something else behind it', async () => {
    const finding = await look({ ...published(), tree: new Map([['index.txt', Buffer.from('hello')]]) });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('does not have a file that must be there');
  });

  test('fails where nobody answers', async () => {
    const tree = await serve(new Map());
    await tree.pauseListening();
    const { http, close } = nodeHttp();
    const finding = await findingOf(server, {
      settings: `server: { url: "${tree.url}", root: ${ROOT} }`,
      machine: { files: { [ROOT]: repository().firstRoot } },
      http: async () => http,
    });
    close();
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('cannot be reached');
  });

  test('fails a good server that this terminal cannot judge', async () => {
    const finding = await look(published(), { root: 'no root at all' });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('no root to judge it by');
  });

  test('warns where no server is set', async () => {
    expect((await findingOf(server)).verdict).toBe('warn');
  });
});

describe('The check of the network', () => {
  const up = {
    '/sys/class/net/eth0/operstate': 'up\n',
    '/sys/class/net/eth0/speed': '1000\n',
    '/sys/class/net/lo/operstate': 'unknown\n',
  };
  const down = { '/sys/class/net/eth0/operstate': 'down\n', '/sys/class/net/wlan0/operstate': 'dormant\n' };
  const addresses = [{ device: 'eth0', address: '192.0.2.7' }];
  const hosts = { 'guide.example.org': ['203.0.113.5'] };
  const url = (more = '') => `server: { url: https://guide.example.org/openfloor/${more} }`;

  test('passes a line with an address and a name service', async () => {
    const finding = await findingOf(network, { settings: url(), machine: { files: up, addresses, hosts } });
    expect(finding).toMatchObject({
      verdict: 'pass',
      found: 'Line: eth0 at 1000 Mbit/s. Addresses: 192.0.2.7 (eth0). guide.example.org is 203.0.113.5.',
    });
  });

  test.each([
    ['fail', 'a cable that is out', url(), { files: down, addresses, hosts }, 'No line: eth0, wlan0 down'],
    ['fail', 'no network device', url(), { addresses, hosts }, 'knows no network device'],
    ['fail', 'no address', url(), { files: up, hosts }, 'It has no address'],
    [
      'fail',
      'an address it gave itself',
      url(),
      { files: up, hosts, addresses: [{ device: 'eth0', address: '169.254.3.4' }] },
      'gave itself: 169.254.3.4',
    ],
    [
      'fail',
      'a name nobody knows',
      url(', proxy: none'),
      { files: up, addresses },
      'does not know guide.example.org',
    ],
    [
      'warn',
      'a name that a proxy may know',
      url(),
      { files: up, addresses },
      'does not know guide.example.org',
    ],
    [
      'pass',
      'a server named by its address',
      'server: { url: "https://192.0.2.9/" }',
      { files: up, addresses },
      'named by its address',
    ],
  ])('gives %s for %s', async (verdict, _what, chosen, machine, words) => {
    const finding = await findingOf(network, { settings: chosen, machine });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('lets a terminal do without that has no server, or has it on itself', async () => {
    const finding = await findingOf(network, { machine: { files: down } });
    expect(finding.verdict).toBe('pass');
    expect(finding.found).toContain('nothing uses the network');
    const here = await findingOf(network, {
      settings: 'server: { url: "http://127.0.0.1:8080/" }',
      machine: { files: down },
    });
    expect(here.verdict).toBe('pass');
    expect(here.found).toContain('this very machine');
  });
});
