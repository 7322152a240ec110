import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import manifest from '../../package.json' with { type: 'json' };
import { doctorReport } from '../../src-main/contract/doctor-report.ts';
import { terminalStatus } from '../../src-main/contract/terminal-status.ts';
import { pictureOfScreen, pixelsOf, savePicture } from '../../src-main/dev/screen-picture.ts';
import {
  type Kiosk,
  kioskProcesses,
  mayHaveSandbox,
  run,
  startInstalled,
  tracesOfOpenfloor,
} from './machine.ts';

// One machine, one package, from its installation to its purge: each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

const deb = process.env['OPENFLOOR_DEB'] ?? '';
const screen = process.env['OPENFLOOR_SCREEN'] ?? '';
const results = path.join(process.env['OPENFLOOR_PROJECT'] ?? '', 'out/test-results/package');
const apt = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const STATUS = '/var/lib/openfloor/status.json';

let before: readonly string[] = [];
let kiosk: Kiosk | null = null;

test.beforeAll(async () => {
  before = await tracesOfOpenfloor();
});

test.afterAll(async () => {
  kiosk?.child.kill('SIGKILL');
  await run('dpkg', ['--purge', 'openfloor'], apt);
});

test('It is installed with everything it needs, on a machine that systemd does not run', async () => {
  test.setTimeout(300_000);
  const options = ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', deb];
  const { code, err } = await run('apt-get', options, apt);
  expect(err, 'apt-get’s complaints').not.toMatch(/openfloor.*(?:error|failed)/i);
  expect(code, err).toBe(0);
  // Every file is what was packed, as `openfloor doctor` will ask, too.
  expect(await run('dpkg', ['--verify', 'openfloor'])).toEqual({ code: 0, out: '', err: '' });
  const missing = (await run('ldd', ['/usr/lib/openfloor/openfloor-kiosk'])).out.match(/.*not found/g);
  expect(missing).toBeNull();
});

test('The terminal has a user of its own, who can do nothing else, and a place nobody else reads', async () => {
  const [, , , , , home, shell] = (await run('getent', ['passwd', 'openfloor'])).out.trim().split(':');
  expect([home, shell]).toEqual(['/var/lib/openfloor', '/usr/sbin/nologin']);
  const places = ['/var/lib/openfloor', '/etc/openfloor', '/etc/openfloor/openfloor.d'];
  const { out } = await run('stat', ['--format=%n %U:%G %a', ...places]);
  expect(out.trim().split('\n')).toEqual([
    '/var/lib/openfloor openfloor:openfloor 750',
    '/etc/openfloor root:root 755',
    '/etc/openfloor/openfloor.d root:root 755',
  ]);
});

test('systemd understands both units, and installing has switched on neither', async () => {
  const units = ['openfloor.service', 'openfloor-x11.service'];
  const { out, err } = await run('systemd-analyze', [
    'verify',
    ...units.map((unit) => `/usr/lib/systemd/system/${unit}`),
  ]);
  // The compositor and the X server are recommended or suggested, and not installed here.
  const complaints = `${out}${err}`
    .split('\n')
    .filter(
      (line) =>
        line !== '' && !/Command \/usr\/bin\/(?:cage|xinit) is not executable: No such file/.test(line),
    );
  expect(complaints).toEqual([]);
  for (const unit of units)
    expect((await run('systemctl', ['is-enabled', unit])).out.trim(), unit).toBe('disabled');
});

test('A technician’s commands work from the PATH: no screen, no noise, and the number they end with', async () => {
  const bare = { PATH: process.env['PATH'] };
  const shown = await run('openfloor', ['config'], bare);
  expect(shown).toMatchObject({ code: 0, err: '' });
  expect(shown.out).toContain('No settings file was read');

  const wrong = await run('openfloor', ['confg'], bare);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('Was "config" meant?');

  const overview = await run('openfloor', ['help'], bare);
  const commands = [...overview.out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? '');
  expect(commands).toContain('config');
  for (const command of commands) {
    const help = await run('openfloor', [command, '--help'], bare);
    expect(help, command).toMatchObject({ code: 0, err: '' });
    expect(help.out, command).toContain('Usage: openfloor');
  }
  // Nothing of Chromium was begun for them.
  expect((await tracesOfOpenfloor()).filter((file) => file.startsWith('/root'))).toEqual([]);
});

test('A settings file is read where the manual says, and what is wrong in it is named', async () => {
  await writeFile(
    '/etc/openfloor/openfloor.yaml',
    'schema: 1\nterminal:\n  id: brussels-ground-1\nserver:\n  chanel: stable\n',
  );
  const { code, out } = await run('openfloor', ['config', '--json']);
  expect(code).toBe(1);
  const { settings, problems } = JSON.parse(out) as {
    readonly settings: { readonly terminal: { readonly id: string } };
    readonly problems: readonly { readonly sentence: string }[];
  };
  expect(settings.terminal.id).toBe('brussels-ground-1');
  expect(problems.map(({ sentence }) => sentence).join()).toContain('channel');
  await writeFile('/etc/openfloor/openfloor.yaml', 'schema: 1\nterminal:\n  id: brussels-ground-1\n');
});

test('Nothing in the environment or the command line makes it another program', async () => {
  const directory = path.join(results, 'intruder');
  await mkdir(directory, { recursive: true });
  const file = path.join(directory, 'intruder.cjs');
  await writeFile(file, `console.log('intruder');`);
  const asNode = await run('/usr/lib/openfloor/openfloor-kiosk', [file], {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
  });
  expect(`${asNode.out}${asNode.err}`).not.toContain('intruder');
  const required = await run('openfloor', ['config'], { ...process.env, NODE_OPTIONS: `--require ${file}` });
  expect(required.code).toBe(0);
  expect(`${required.out}${required.err}`).not.toContain('intruder');
  const debugged = await run('/usr/lib/openfloor/openfloor-kiosk', [
    '--no-sandbox',
    '--ozone-platform=headless',
    '--inspect=127.0.0.1:0',
    '--',
    'config',
  ]);
  expect(debugged.err).not.toContain('Debugger listening');
});

test('The kiosk starts as its user and shows the first screen', async () => {
  const sandbox = await mayHaveSandbox();
  kiosk = startInstalled(`:${screen}`, { sandbox });
  const running = kiosk;
  await expect
    .poll(() => running.log().filter(({ code }) => code === 'seat-ready').length, {
      timeout: 60_000,
      message: running.printed(),
    })
    .toBeGreaterThanOrEqual(2);
  expect(running.log().map(({ code }) => code)).toContain('started');
  await expect
    .poll(async () => (await statusNow())?.eye, { timeout: 30_000 })
    .toMatchObject({ state: 'attract', alive: true });
  expect(await statusNow()).toMatchObject({
    terminal: { id: 'brussels-ground-1' },
    edition: { factory: true },
    settings: { problems: [] },
  });

  // What a visitor sees: paper, and the five lines in their colours.
  const lines = ['#1d5bbf', '#13764a', '#c23b22', '#f0a818', '#7438ae'];
  const picturesIn = process.env['OPENFLOOR_PICTURES'] ?? '';
  await expect
    .poll(
      async () => {
        const picture = await pictureOfScreen(picturesIn);
        return Math.min(...lines.map((line) => pixelsOf(picture, line)));
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(2_000);
  const picture = await pictureOfScreen(picturesIn);
  expect(pixelsOf(picture, '#fbf6ec')).toBeGreaterThan((picture.width * picture.height) / 3);
  await mkdir(results, { recursive: true });
  await savePicture(picture, path.join(results, 'attract.png'));
});

test('Its pages are in Chromium’s sandbox although the service grants no privileges', async () => {
  test.skip(!(await mayHaveSandbox()), 'This machine forbids user namespaces to ordinary users.');
  const uid = Number((await run('id', ['-u', 'openfloor'])).out);
  const processes = await kioskProcesses();
  expect(processes.length).toBeGreaterThan(4);
  expect(processes.filter(({ user }) => user !== uid)).toEqual([]);
  expect(processes.filter(({ status }) => status['NoNewPrivs'] !== '1')).toEqual([]);
  const pages = processes.filter(({ type }) => type === 'renderer');
  expect(pages.length).toBeGreaterThanOrEqual(2);
  // 2: a filter of system calls; and a number of its own in a namespace of processes of its own.
  for (const { status } of pages) {
    expect(status['Seccomp']).toBe('2');
    expect(status['NSpid']?.split('\t').length).toBeGreaterThan(1);
  }
});

test('A technician asks the running terminal how it is, and what is wrong with it', async () => {
  const status = await run('openfloor', ['status']);
  expect(status, status.err).toMatchObject({ code: 0, err: '' });
  expect(status.out).toContain('brussels-ground-1');

  const { code, out, err } = await run('openfloor', ['doctor', '--json']);
  expect(err).toBe('');
  const { findings, version } = doctorReport.parse(JSON.parse(out));
  // This machine is no terminal: much is missing. What the package itself brings is well.
  expect(code).toBe(findings.some(({ verdict }) => verdict === 'fail') ? 1 : 0);
  expect(version).toBe(manifest.version);
  expect(findings.filter(({ id }) => id === 'package')).toMatchObject([{ verdict: 'pass' }]);
});

test('It ends in order when systemd asks it to', async () => {
  kiosk?.child.kill('SIGTERM');
  expect(await kiosk?.exited).toBe(0);
  expect(kiosk?.log().at(-1)?.code).toBe('stopped');
  await expect.poll(async () => (await kioskProcesses()).map(({ pid }) => pid)).toEqual([]);
});

test('A damaged file of the application is noticed', async () => {
  const file = '/usr/lib/openfloor/resources/app.asar';
  const copy = path.join(os.tmpdir(), `openfloor-whole-${process.pid}.asar`);
  await cp(file, copy, { preserveTimestamps: true });
  try {
    const bytes = await readFile(file);
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect((await run('dpkg', ['--verify', 'openfloor'])).out).toContain(file);
  } finally {
    await cp(copy, file);
    await rm(copy);
  }
  expect((await run('dpkg', ['--verify', 'openfloor'])).out).toBe('');
});

test('An upgrade keeps the settings, the data, and that it is switched on', async () => {
  await run('systemctl', ['enable', 'openfloor.service']);
  const settings = await readFile('/etc/openfloor/openfloor.yaml', 'utf8');
  const status = await readFile(STATUS, 'utf8');
  const { code, err } = await run('dpkg', ['--install', deb], apt);
  expect(code, err).toBe(0);
  expect(await readFile('/etc/openfloor/openfloor.yaml', 'utf8')).toBe(settings);
  expect(await readFile(STATUS, 'utf8')).toBe(status);
  expect((await run('systemctl', ['is-enabled', 'openfloor.service'])).out.trim()).toBe('enabled');
});

test('Taken off and put on again, it still has its settings and data', async () => {
  expect((await run('dpkg', ['--remove', 'openfloor'], apt)).code).toBe(0);
  expect((await run('openfloor')).code).toBe(127);
  expect(await readFile('/etc/openfloor/openfloor.yaml', 'utf8')).toContain('brussels-ground-1');
  expect((await run('stat', ['--format=%U', STATUS])).out.trim()).toBe('openfloor');
  expect((await run('dpkg', ['--install', deb], apt)).code).toBe(0);
  expect((await run('openfloor', ['config'])).out).toContain('brussels-ground-1');
});

test('Purged, it leaves nothing: no file, no user, no unit', async () => {
  expect((await run('dpkg', ['--purge', 'openfloor'], apt)).code).toBe(0);
  expect(await tracesOfOpenfloor()).toEqual(before);
  expect((await run('dpkg', ['--status', 'openfloor'])).code).not.toBe(0);
});

async function statusNow() {
  const text = await readFile(STATUS, 'utf8').catch(() => null);
  return text === null ? null : terminalStatus.parse(JSON.parse(text));
}
