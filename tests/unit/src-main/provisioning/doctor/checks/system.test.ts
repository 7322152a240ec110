import { describe, expect, test } from 'vitest';
import { diskHealth } from '../../../../../../src-main/provisioning/doctor/checks/disk-health.ts';
import { packageIntegrity } from '../../../../../../src-main/provisioning/doctor/checks/package.ts';
import { permissions } from '../../../../../../src-main/provisioning/doctor/checks/permissions.ts';
import { session } from '../../../../../../src-main/provisioning/doctor/checks/session.ts';
import { watchdog } from '../../../../../../src-main/provisioning/doctor/checks/watchdog.ts';
import { findingOf, type PatientParts } from '../../../../../builders/doctor-patient.ts';

const ended = (out: string, code = 0) => ({ kind: 'ended', code, out, err: '' }) as const;
const failed = { kind: 'failed', reason: 'not done after 5000 ms' } as const;

const PASSWD = 'root:x:0:0:root:/root:/bin/bash\nopenfloor:x:990:990::/var/lib/openfloor:/usr/sbin/nologin\n';
const GROUP = 'root:x:0:\nsudo:x:27:admin\nvideo:x:44:openfloor\nopenfloor:x:990:\n';
const accounts = { '/etc/passwd': PASSWD, '/etc/group': GROUP };

describe('The check of the disk’s health', () => {
  const mounts = '/dev/nvme0n1p2 / ext4 rw,relatime 0 0\nproc /proc proc rw 0 0\n';
  const files = { '/proc/self/mounts': mounts };
  const smart = (facts: object) => ({
    smartctl: ended(JSON.stringify({ model_name: 'KIOSK SSD', ...facts })),
  });
  const well = smart({
    smart_status: { passed: true },
    nvme_smart_health_information_log: { percentage_used: 3 },
  });

  test('passes a disk that can be written and says that it is well', async () => {
    const finding = await findingOf(diskHealth, { machine: { files, commands: well } });
    expect(finding).toMatchObject({
      verdict: 'pass',
      found:
        '/dev/nvme0n1p2 at / can be written. KIOSK SSD says that it is well. It has used 3 % of its life.',
    });
  });

  test.each<[string, string, PatientParts['machine'], string]>([
    [
      'fail',
      'is mounted read-only',
      { files: { '/proc/self/mounts': mounts.replace('rw,', 'ro,') }, commands: well },
      'can only be read',
    ],
    [
      'fail',
      'has counted errors',
      { files: { ...files, '/sys/fs/ext4/nvme0n1p2/errors_count': '3\n' }, commands: well },
      'counted 3 errors',
    ],
    [
      'fail',
      'says that it is failing',
      { files, commands: smart({ smart_status: { passed: false } }) },
      'is failing',
    ],
    [
      'warn',
      'is worn out',
      {
        files,
        commands: smart({
          smart_status: { passed: true },
          nvme_smart_health_information_log: { percentage_used: 95 },
        }),
      },
      '95 %',
    ],
    ['warn', 'has no smartctl', { files }, 'smartctl is not there'],
    [
      'warn',
      'is asked by somebody who may not',
      { files, commands: { smartctl: ended('{}', 2) } },
      'got no answer',
    ],
    ['warn', 'hangs when asked', { files, commands: { smartctl: failed } }, 'got no answer'],
    [
      'warn',
      'is none of its own',
      { files: { '/proc/self/mounts': 'overlay / overlay rw 0 0\n' } },
      'no disk of its own',
    ],
    ['warn', 'is on a system that does not tell', { platform: 'win32' }, 'not looked at'],
  ])('gives %s for a disk that %s', async (verdict, _what, machine, words) => {
    const finding = await findingOf(diskHealth, { machine: machine ?? {} });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test.each([
    ['pass', '0x01 0x02', 'up to 20 %'],
    ['warn', '0x01 0x0a', 'up to 100 %'],
    ['fail', '0x0b 0x01', 'promises no more'],
    ['warn', '0x00 0x00', 'does not say'],
  ])('gives %s for soldered flash with %s', async (verdict, life, words) => {
    const made = {
      '/proc/self/mounts': '/dev/mmcblk0p2 / ext4 rw 0 0\n',
      '/sys/block/mmcblk0/device/life_time': `${life}\n`,
    };
    const finding = await findingOf(diskHealth, { machine: { files: made } });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('looks at the disk that really holds the data', async () => {
    const made = { '/proc/self/mounts': `${mounts}/dev/sdb1 /var/lib ext4 ro 0 0\n` };
    const finding = await findingOf(diskHealth, { machine: { files: made, commands: well } });
    expect(finding.found).toContain('/dev/sdb1 at /var/lib can only be read');
  });
});

describe('The check of the permissions', () => {
  const files = { ...accounts, '/etc/openfloor/openfloor.yaml': '', '/var/lib/openfloor/store/x': '' };
  const settings = 'terminal: { id: hall-2 }';
  const data = { '/var/lib/openfloor': { uid: 990, gid: 990, mode: 0o750 } };
  const file = { '/etc/openfloor/openfloor.yaml': { gid: 990, mode: 0o640 } };

  test('passes data of the terminal’s own and settings that only root may change', async () => {
    const finding = await findingOf(permissions, {
      settings,
      machine: { files, rights: { ...data, ...file } },
    });
    expect(finding).toMatchObject({ verdict: 'pass', todo: null });
  });

  test.each([
    ['fail', 'data of root', { '/var/lib/openfloor': { uid: 0, mode: 0o755 } }, 'cannot write there'],
    ['warn', 'data open to all', { '/var/lib/openfloor': { uid: 990, mode: 0o777 } }, 'everybody may write'],
    [
      'fail',
      'settings open to all',
      { '/etc/openfloor/openfloor.yaml': { mode: 0o666 } },
      'everybody may change it',
    ],
    [
      'fail',
      'settings that it cannot read',
      { '/etc/openfloor/openfloor.yaml': { mode: 0o600 } },
      'cannot read it',
    ],
    [
      'warn',
      'settings of its own',
      { '/etc/openfloor/openfloor.yaml': { uid: 990, mode: 0o600 } },
      'may change it',
    ],
    [
      'warn',
      'settings of its group',
      { '/etc/openfloor/openfloor.yaml': { gid: 990, mode: 0o660 } },
      'may change it',
    ],
    [
      'fail',
      'a folder of settings open to all',
      { '/etc/openfloor/openfloor.d': { mode: 0o777, isDirectory: true } },
      'everybody may change it',
    ],
  ])('gives %s for %s', async (verdict, _what, rights, words) => {
    const finding = await findingOf(permissions, {
      settings,
      machine: { files, rights: { ...data, ...file, ...rights } },
    });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('guards the root of trust, too', async () => {
    const made = { ...files, '/etc/openfloor/root.json': '' };
    const rights = { ...data, ...file, '/etc/openfloor/root.json': { mode: 0o646 } };
    const finding = await findingOf(permissions, {
      settings: 'server: { root: /etc/openfloor/root.json }',
      machine: { files: made, rights },
    });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('/etc/openfloor/root.json');
  });

  test('warns where there is no user of its own, no data yet, or no such rights', async () => {
    const alone = { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' };
    expect((await findingOf(permissions, { machine: { files: alone } })).found).toContain(
      'no user openfloor',
    );
    expect((await findingOf(permissions, { machine: { files: accounts } })).found).toContain('not there yet');
    expect((await findingOf(permissions, { machine: { platform: 'win32' } })).verdict).toBe('warn');
  });
});

describe('The check of the session', () => {
  const processes = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name, at) => [`/proc/${at + 1}/comm`, `${name}\n`]));

  test('passes cage alone, as a user without powers', async () => {
    const files = {
      ...accounts,
      ...processes('systemd', 'cage', 'openfloor-kiosk'),
      '/proc/sys/kernel/sysrq': '0\n',
    };
    expect(await findingOf(session, { machine: { files } })).toMatchObject({
      verdict: 'pass',
      found:
        'The user openfloor has no powers and no shell. The session is cage; no desktop and no messages beside it. The kernel’s magic keys are off.',
    });
  });

  test.each([
    ['fail', 'a desktop', processes('cage', 'gnome-shell'), 'A desktop runs: gnome-shell'],
    ['fail', 'a program for messages', processes('cage', 'dunst'), 'show messages run: dunst'],
    ['warn', 'no session', processes('systemd', 'bash'), 'Neither cage nor'],
    ['warn', 'no list of programs', {}, 'cannot be listed'],
  ])('gives %s for %s', async (verdict, _what, made, words) => {
    const finding = await findingOf(session, { machine: { files: { ...accounts, ...made } } });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test.each([
    [
      'fail',
      'may become root',
      { '/etc/group': GROUP.replace('sudo:x:27:admin', 'sudo:x:27:admin,openfloor') },
      'belongs to sudo',
    ],
    [
      'warn',
      'may log in',
      { '/etc/passwd': PASSWD.replace('/usr/sbin/nologin', '/bin/bash') },
      'may log in (/bin/bash)',
    ],
    ['warn', 'is not there', { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' }, 'There is no user openfloor'],
  ])('gives %s for a user who %s', async (verdict, _what, made, words) => {
    const files = { ...accounts, ...processes('cage'), ...made };
    const finding = await findingOf(session, { machine: { files } });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('mentions the kernel’s magic keys', async () => {
    const files = { ...accounts, ...processes('cage'), '/proc/sys/kernel/sysrq': '438\n' };
    expect((await findingOf(session, { machine: { files } })).found).toContain('sysrq 438');
  });

  test.each([
    ['pass', '{"UserName":"kiosk"}', 0],
    ['fail', '', 0],
    ['warn', 'access denied', 1],
  ])('gives %s on Windows for %j', async (verdict, out, code) => {
    const machine = { platform: 'win32', commands: { powershell: ended(out, code) } };
    expect((await findingOf(session, { machine })).verdict).toBe(verdict);
  });

  test('warns on any other system', async () => {
    expect((await findingOf(session, { machine: { platform: 'darwin' } })).verdict).toBe('warn');
  });
});

describe('The check of the package', () => {
  const installed = { 'dpkg-query': 'install ok installed 0.1.0' };

  test('passes files that are as they were installed, settings aside', async () => {
    const commands = { ...installed, dpkg: ended('??5?????? c /etc/openfloor/openfloor.yaml\n', 1) };
    expect(await findingOf(packageIntegrity, { machine: { commands } })).toMatchObject({
      verdict: 'pass',
      found: 'Package 0.1.0: every file is as it was installed.',
    });
  });

  test('fails files that are not, by name', async () => {
    const out = ['a', 'b', 'c', 'd'].map((name) => `??5??????   /opt/openfloor/${name}`).join('\n');
    const finding = await findingOf(packageIntegrity, {
      machine: { commands: { ...installed, dpkg: ended(out, 1) } },
    });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('4 files');
    expect(finding.found).toContain('/opt/openfloor/a, /opt/openfloor/b, /opt/openfloor/c …');
  });

  test.each([
    ['no such package', { 'dpkg-query': ended('', 1) }],
    ['a package that was removed', { 'dpkg-query': 'deinstall ok config-files 0.1.0' }],
    ['no dpkg', {}],
    ['a disk too slow to read', { ...installed, dpkg: failed }],
  ])('warns of %s', async (_what, commands) => {
    expect((await findingOf(packageIntegrity, { machine: { commands } })).verdict).toBe('warn');
  });

  const program = (wire: string) =>
    Buffer.concat([
      // Over the edge of what is read at a time.
      Buffer.alloc(131_050, 'x'),
      Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, wire.length]),
      Buffer.from(wire),
      Buffer.alloc(1_000),
    ]);
  const withProgram = (bytes: Buffer) => ({
    executable: '/opt/openfloor/openfloor-kiosk',
    machine: {
      files: { '/opt/openfloor/openfloor-kiosk': bytes },
      commands: { ...installed, dpkg: ended('') },
    },
  });

  test.each([
    ['pass', '01001100', 'are set as they must be'],
    ['fail', '11001100', 'runAsNode'],
    ['fail', '01001000', 'onlyLoadAppFromAsar'],
    ['pass', 'r1001100', 'are set as they must be'],
  ])('gives %s for a program with the fuses %s', async (verdict, wire, words) => {
    const finding = await findingOf(packageIntegrity, withProgram(program(wire)));
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('warns of a program whose fuses cannot be read', async () => {
    expect((await findingOf(packageIntegrity, withProgram(Buffer.alloc(300_000)))).verdict).toBe('warn');
  });
});

describe('The check of the watchdog', () => {
  const facts = {
    LoadState: 'loaded',
    ActiveState: 'active',
    UnitFileState: 'enabled',
    Restart: 'always',
    WatchdogUSec: '2min',
    NRestarts: '0',
  };
  const PROPERTIES = 'LoadState,ActiveState,UnitFileState,Restart,WatchdogUSec,NRestarts';
  const shown = (change: Partial<typeof facts> = {}) =>
    Object.entries({ ...facts, ...change })
      .map(([name, value]) => `${name}=${value}\n`)
      .join('');
  const unit = (name: string) => `systemctl show --property=${PROPERTIES} ${name}`;
  const look = (change: Partial<typeof facts>, other: Partial<typeof facts> = { LoadState: 'not-found' }) =>
    findingOf(watchdog, {
      machine: {
        commands: {
          [unit('openfloor.service')]: shown(change),
          [unit('openfloor-x11.service')]: shown({ ActiveState: 'inactive', UnitFileState: '', ...other }),
        },
      },
    });

  test('passes a unit that is active, enabled and watched', async () => {
    expect(await look({})).toMatchObject({
      verdict: 'pass',
      found:
        'openfloor.service is active. It starts with the machine. It is started again whenever it ends. A silence of 2min is noticed.',
    });
  });

  test.each<[string, Partial<typeof facts>, string]>([
    ['fail', { ActiveState: 'failed' }, 'openfloor.service is failed'],
    ['fail', { UnitFileState: 'disabled' }, 'does not start with the machine (disabled)'],
    ['fail', { Restart: 'no' }, 'Restart is no'],
    ['warn', { WatchdogUSec: '0' }, 'No watchdog'],
    ['warn', { WatchdogUSec: 'infinity' }, 'No watchdog'],
    ['warn', { NRestarts: '12' }, 'started it again 12 times'],
    ['fail', { LoadState: 'not-found' }, 'systemd knows none'],
  ])('gives %s for %j', async (verdict, change, words) => {
    const finding = await look(change);
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('looks at the X11 session where that is the one that runs', async () => {
    const finding = await look(
      { ActiveState: 'inactive', UnitFileState: 'disabled' },
      { LoadState: 'loaded', ActiveState: 'active', UnitFileState: 'enabled' },
    );
    expect(finding).toMatchObject({ verdict: 'pass' });
    expect(finding.found).toContain('openfloor-x11.service is active');
  });

  test.each([
    ['systemd does not run', 'linux', { systemctl: ended('', 1) }],
    ['systemctl hangs', 'linux', { systemctl: failed }],
    ['there is no systemd', 'linux', {}],
    ['it is another system', 'win32', {}],
  ])('warns where %s', async (_what, platform, commands) => {
    expect((await findingOf(watchdog, { machine: { platform, commands } })).verdict).toBe('warn');
  });
});
