import { describe, expect, test } from 'vitest';
import { clock } from '../../../../../../src-main/provisioning/doctor/checks/clock.ts';
import { configuration } from '../../../../../../src-main/provisioning/doctor/checks/configuration.ts';
import { diskSpace } from '../../../../../../src-main/provisioning/doctor/checks/disk-space.ts';
import { memory } from '../../../../../../src-main/provisioning/doctor/checks/memory.ts';
import { firstRecord, writeRecord } from '../../../../../../src-main/sync/trust/record.ts';
import { findingOf } from '../../../../../builders/doctor-patient.ts';
import { factoryFiles } from '../../../../../builders/factory-files.ts';
import { sampleStatus } from '../../../../../builders/status-facts.ts';

describe('The check of the configuration', () => {
  test('passes a terminal that was set up', async () => {
    expect(await findingOf(configuration, { settings: 'terminal: { id: hall-2 }' })).toMatchObject({
      verdict: 'pass',
      found: 'Read: /etc/openfloor/openfloor.yaml; 1 settings, 0 not in force.',
    });
  });

  test('fails a file with a part that is not used, in the words of "openfloor config"', async () => {
    const finding = await findingOf(configuration, { settings: 'terminal: { id: hall-2 }\nsever: 1\n' });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('Was "server" meant?');
  });

  test.each([
    ['that was never set up', '', 'provision'],
    ['without a name', 'statistics: true', '--terminal.id'],
  ])('warns of a terminal %s', async (_which, settings, todo) => {
    const finding = await findingOf(configuration, { settings });
    expect(finding.verdict).toBe('warn');
    expect(finding.todo).toContain(todo);
  });

  test('warns of a channel that staff have chosen, and says how it is taken back', async () => {
    const settings = 'terminal: { id: hall-2 }\nserver: { channel: stable }';
    const staffChoices = '{"server":{"channel":"canary"}}';
    const finding = await findingOf(configuration, { settings, staffChoices });
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain('Staff have chosen the channel canary; the settings say stable');
    expect(finding.todo).toContain('staff.maySetChannel: false');
    const forbidden = `${settings}\nstaff: { maySetChannel: false }`;
    expect((await findingOf(configuration, { settings: forbidden, staffChoices })).verdict).toBe('pass');
  });
});

describe('The check of the disk’s room', () => {
  test.each([
    ['pass', { freeBytes: 5_000_000_000 }, '5000 MB of 100000 MB'],
    ['warn', { freeBytes: 1_400_000_000 }, '1400 MB of 100000 MB'],
    ['fail', { freeBytes: 499_999_999 }, '499 MB of 100000 MB'],
    ['warn', { freeFiles: 12 }, 'Only 12 more files'],
    ['pass', { freeFiles: null }, '50000 MB of 100000 MB'],
  ])('gives %s for %j', async (verdict, room, words) => {
    const finding = await findingOf(diskSpace, {
      machine: { room, files: { '/var/lib/openfloor/store/x': '' } },
    });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
    expect(finding.found).toContain('/var/lib/openfloor.');
  });

  test('looks at the disk that will hold the data of a terminal that never ran', async () => {
    expect((await findingOf(diskSpace, { machine: { files: { '/var/lib/x': '' } } })).found).toContain(
      'of /var/lib.',
    );
  });
});

describe('The check of the memory', () => {
  const meminfo = (totalMb: number, availableMb: number) =>
    `MemTotal:       ${totalMb * 977} kB\nMemFree: 1 kB\nMemAvailable:   ${availableMb * 977} kB\n`;

  test.each([
    ['pass', 4_000, 2_000, 'The machine has 40'],
    ['warn', 1_500, 700, 'The machine has 15'],
    ['fail', 800, 400, 'The machine has 8'],
    ['warn', 4_000, 200, '200 MB can be had now'],
    ['fail', 4_000, 50, '50 MB can be had now'],
  ])('gives %s for %i MB of which %i can be had', async (verdict, total, available, words) => {
    const finding = await findingOf(memory, {
      machine: { files: { '/proc/meminfo': meminfo(total, available) } },
    });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('tells of processes that the system had to end', async () => {
    const files = { '/proc/meminfo': meminfo(4_000, 2_000), '/proc/vmstat': 'pgfault 3\noom_kill 2\n' };
    const finding = await findingOf(memory, { machine: { files } });
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain('ended a process 2 times');
  });

  test('asks the runtime where there is no /proc', async () => {
    const finding = await findingOf(memory, { machine: { platform: 'win32' } });
    expect(finding).toMatchObject({
      verdict: 'pass',
      found: 'The machine has 8000 MB. 4000 MB can be had now.',
    });
  });
});

describe('The check of the clock', () => {
  const factory = factoryFiles('/opt/openfloor/factory', { timeZone: 'Europe/Brussels' });
  const commands = { timedatectl: 'Timezone=Europe/Brussels\nNTP=yes\nNTPSynchronized=yes\n' };

  test('passes a clock that is set by a time server, in the zone of the centre', async () => {
    const finding = await findingOf(clock, { machine: { files: factory, commands } });
    expect(finding).toMatchObject({
      verdict: 'pass',
      found: 'The clock says 2026-12-01T09:00:00.000Z. The zone is Europe/Brussels. A time server sets it.',
    });
  });

  test.each([
    ['1970-01-01T00:00:00Z', 'surely later'],
    ['2038-01-19T00:00:00Z', 'more than a year after'],
  ])('fails a clock at %s', async (now, words) => {
    const finding = await findingOf(clock, { machine: { files: factory, commands, now: new Date(now) } });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain(words);
  });

  test('believes the newest signed time that the terminal has seen', async () => {
    const known = { signedAt: Date.parse('2027-06-01T00:00:00Z'), ranMs: 0 };
    const record = writeRecord(firstRecord(Buffer.from('{}'), known));
    const files = { ...factory, '/var/lib/openfloor/sync/trust-b.json': record };
    const finding = await findingOf(clock, { machine: { files, commands } });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('surely later than 2027-06-01');
  });

  test('warns of another zone, and names the right one', async () => {
    const finding = await findingOf(clock, {
      machine: { files: factory, commands, timeZone: 'America/New_York' },
    });
    expect(finding.verdict).toBe('warn');
    expect(finding.todo).toContain('timedatectl set-timezone Europe/Brussels');
  });

  test('goes by the guide on show, not by the one that came inside the application', async () => {
    const store = factoryFiles('/var/lib/openfloor/store', { timeZone: 'Europe/Lisbon' });
    const { '/var/lib/openfloor/store/edition.json': pointer = '', ...blobs } = store;
    const onShow = (seq: number) =>
      findingOf(clock, {
        machine: {
          files: { ...factory, ...blobs, '/var/lib/openfloor/store/editions/1.json': pointer },
          commands,
          timeZone: 'Europe/Lisbon',
        },
        status: sampleStatus({ look: { kind: 'attract', seq, isAlive: true, lastPaintedAt: null } }),
      });
    expect(await onShow(1)).toMatchObject({ verdict: 'pass' });
    // An edition that cannot be read tells nothing: then the one inside the application is asked.
    expect(await onShow(2)).toMatchObject({ verdict: 'warn' });
  });

  test('lets a zone be that has the same time all year', async () => {
    const finding = await findingOf(clock, {
      machine: { files: factory, commands, timeZone: 'Europe/Paris' },
    });
    expect(finding.verdict).toBe('pass');
  });

  test.each([
    ['no time server', { timedatectl: 'NTPSynchronized=no\n' }, 'No time server sets it.'],
    ['no timedatectl', {}, 'cannot be told'],
    [
      'a timedatectl without its service',
      { timedatectl: { kind: 'ended', code: 1, out: '', err: 'Failed to connect to bus' } as const },
      'cannot be told',
    ],
  ])('warns where there is %s', async (_what, made, words) => {
    const finding = await findingOf(clock, { machine: { files: factory, commands: made } });
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain(words);
  });

  test('warns when the guide that would name the zone cannot be read', async () => {
    const finding = await findingOf(clock, { machine: { commands } });
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain('cannot be read');
  });
});
