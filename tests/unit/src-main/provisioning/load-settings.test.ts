import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { machineFiles } from '../../../../src-main/platform/files.ts';
import { loadSettings } from '../../../../src-main/provisioning/load-settings.ts';
import { MAX_SETTINGS_BYTES } from '../../../../src-main/provisioning/messages.ts';
import { reportSettings } from '../../../../src-main/provisioning/report-settings.ts';
import { layerOfSwitch, settingsPlaceOf } from '../../../../src-main/provisioning/settings-place.ts';
import { defaultSettings } from '../../../../src-main/provisioning/terminal-settings.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';
import { BAD_SETTINGS } from './bad-settings-table.ts';

const directoryOf = temporaryDirectory();
const FIXTURES = join(import.meta.dirname, '../../../fixtures/settings');

async function written(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = await directoryOf();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(directory, name, '..'), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  return join(directory, 'openfloor.yaml');
}

const load = (file: string | null, environment: Readonly<Record<string, string>> = {}) =>
  loadSettings({ file, isNamed: true, environment }, machineFiles);

describe('A terminal', () => {
  test('works without any settings', async () => {
    const loaded = await load(null);
    expect(loaded.settings).toEqual(defaultSettings);
    expect(loaded.problems).toEqual([]);
    expect(loaded.origins.size).toBe(0);
  });

  test('is described by one file', async () => {
    const file = await written({
      'openfloor.yaml': [
        'schema: 1',
        'terminal: { id: hall-2, place: "Left of the desk", zone: employment }',
        'screen:',
        '  pixelsPerMm: 3.78',
        'server:',
        '  url: https://guide.example.org/openfloor/',
        '  proxy: http://proxy.example.org:3128',
        'printer:',
        'statistics: true',
        '',
      ].join('\n'),
    });
    const { settings, problems } = await load(file);
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      ...defaultSettings,
      terminal: {
        ...defaultSettings.terminal,
        id: 'hall-2',
        place: 'Left of the desk',
        zone: 'employment',
      },
      screen: { ...defaultSettings.screen, pixelsPerMm: 3.78 },
      server: {
        ...defaultSettings.server,
        url: 'https://guide.example.org/openfloor/',
        proxy: 'http://proxy.example.org:3128',
      },
      statistics: true,
    });
  });

  test('takes the file of the site over that of the system, and the environment over both, and says where each value is from', async () => {
    const file = await written({
      'openfloor.yaml': 'terminal:\n  id: hall\nidle:\n  warnAfterSeconds: 60\n  warningSeconds: 40\n',
      'openfloor.d/20-site.yaml': 'idle:\n  warnAfterSeconds: 70\n',
      'openfloor.d/10-first.yml': 'idle:\n  warnAfterSeconds: 65\n  warningSeconds: 41\n',
      'openfloor.d/.hidden.yaml': 'statistics: true\n',
      'openfloor.d/readme.txt': 'statistics: true\n',
    });
    const loaded = await load(file, { OPENFLOOR_SET_SERVER_POLL_SECONDS: '30', PATH: '/bin' });
    expect(loaded.problems).toEqual([]);
    expect(loaded.settings.idle).toEqual({ warnAfterSeconds: 70, warningSeconds: 41 });
    expect(loaded.settings.statistics).toBe(false);
    const folder = file.replace('.yaml', '.d');
    expect([...loaded.origins]).toEqual([
      ['terminal.id', `${file}:2:3`],
      ['idle.warnAfterSeconds', `${join(folder, '20-site.yaml')}:2:3`],
      ['idle.warningSeconds', `${join(folder, '10-first.yml')}:3:3`],
      ['server.pollSeconds', 'OPENFLOOR_SET_SERVER_POLL_SECONDS'],
    ]);
    expect(loaded.files.map((each) => basename(each))).toEqual([
      'openfloor.yaml',
      '10-first.yml',
      '20-site.yaml',
    ]);
  });

  test('keeps what lies below a bad value', async () => {
    const file = await written({
      'openfloor.yaml': 'idle:\n  warnAfterSeconds: 60\n',
      'openfloor.d/site.yaml': 'idle:\n  warnAfterSeconds: soon\n  warningSeconds: 45\n',
    });
    const { settings, problems } = await load(file);
    expect(settings.idle).toEqual({ warnAfterSeconds: 60, warningSeconds: 45 });
    expect(problems.map(({ setting }) => setting)).toEqual(['idle.warnAfterSeconds']);
  });

  test('tells every mistake of a file at once', async () => {
    const file = await written({
      'openfloor.yaml': 'sever: 1\nidle: 3\nstatistics: perhaps\nterminal:\n  id: hall\n  ids: 3\n',
    });
    const { settings, problems } = await load(file);
    expect(settings).toEqual({ ...defaultSettings, terminal: { ...defaultSettings.terminal, id: 'hall' } });
    expect(problems.map(({ setting }) => setting).sort()).toEqual([
      'idle',
      'sever',
      'statistics',
      'terminal.ids',
    ]);
  });

  test('with a file that was named but is not there goes on, and says so', async () => {
    const missing = join(await directoryOf(), 'nobody.yaml');
    expect((await load(missing)).problems).toMatchObject([{ code: 'file-missing', place: missing }]);
    const unnamed = await loadSettings({ file: missing, isNamed: false, environment: {} }, machineFiles);
    expect(unnamed.problems).toEqual([]);
  });

  test('with a folder in the place of its file goes on, and says so', async () => {
    const directory = await directoryOf();
    expect((await load(directory)).problems).toMatchObject([{ code: 'file-unreadable' }]);
  });

  test('with a film in the place of its file goes on without reading it', async () => {
    const file = await written({ 'openfloor.yaml': '#'.repeat(MAX_SETTINGS_BYTES + 1) });
    expect((await load(file)).problems).toMatchObject([{ code: 'file-too-large' }]);
  });

  test('with an unknown variable says which one was probably meant', async () => {
    const { problems } = await load(null, { OPENFLOOR_SET_SERVER_CHANEL: 'canary' });
    expect(problems).toMatchObject([{ code: 'unknown-name', place: 'OPENFLOOR_SET_SERVER_CHANEL' }]);
    expect(problems[0]?.sentence).toContain('"OPENFLOOR_SET_SERVER_CHANNEL"');
  });

  test.each([
    ['OPENFLOOR_SET_STATISTICS', 'yes please'],
    ['OPENFLOOR_SET_SCREEN_PIXELS_PER_MM', '{'],
    ['OPENFLOOR_SET_SERVER_POLL_SECONDS', ''],
    ['OPENFLOOR_SET_PRINTER_LAYOUT', '[a4]'],
  ])('with a bad %s goes on with its default', async (variable, text) => {
    const { settings, problems } = await load(null, { [variable]: text });
    expect(settings).toEqual(defaultSettings);
    expect(problems).toMatchObject([{ place: variable }]);
  });
});

describe('A bad settings file', () => {
  test('of every kind is in the table, and there are at least 60', async () => {
    const names = (await readdir(FIXTURES)).map((name) => name.replace('.yaml', ''));
    expect(BAD_SETTINGS.map(([name]) => name).sort()).toEqual(names.sort());
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  test.each(BAD_SETTINGS)(
    '%s is told as %s of "%s", and the terminal has its defaults',
    async (name, code, setting) => {
      const file = join(FIXTURES, `${name}.yaml`);
      const { settings, problems } = await load(file);
      expect(problems.map((problem) => [problem.code, problem.setting])).toEqual([[code, setting]]);
      const sentence = problems[0]?.sentence ?? '';
      expect(sentence.startsWith(file)).toBe(true);
      expect(sentence).not.toMatch(/undefined|\[object|at \w+ \(/);
      const used = name === 'later-schema' ? { ...defaultSettings, statistics: true } : defaultSettings;
      expect(settings).toEqual(used);
      expect({}).not.toHaveProperty('id');
    },
  );

  test('never has the password of an address in what is written down', async () => {
    const { problems } = await load(join(FIXTURES, 'server-with-password.yaml'));
    expect(JSON.stringify(problems)).not.toContain('secret');
  });

  test.each([
    ['misspelled-setting', '"server.channel"'],
    ['setting-outside-its-group', '"server.url"'],
    ['underscore-name', '"server.pollSeconds"'],
    ['setting-in-wrong-group', '"idle.warnAfterSeconds"'],
    ['capital-letters', '"statistics"'],
  ])('%s is told what was probably meant', async (name, meant) => {
    const { problems } = await load(join(FIXTURES, `${name}.yaml`));
    expect(problems[0]?.sentence).toContain(`Was ${meant} meant?`);
  });

  test('points at the line and the column', async () => {
    const file = join(FIXTURES, 'misspelled-setting.yaml');
    expect((await readFile(file, 'utf8')).split('\n')[1]).toBe('  chanel: canary');
    expect((await load(file)).problems[0]?.place).toBe(`${file}:2:3`);
  });

  test('is written down where monitoring looks', async () => {
    const log = recordedLog();
    reportSettings(log)(await load(join(FIXTURES, 'warning-too-short.yaml')));
    expect(log.lines).toMatchObject([
      {
        level: 'trouble',
        code: 'setting-refused',
        facts: { problem: 'bad-value', setting: 'idle.warningSeconds' },
      },
      { level: 'note', code: 'settings-read', facts: { terminal: 'terminal', refused: 1 } },
    ]);
  });
});

describe('The settings lie', () => {
  test('where an installed terminal has them', () => {
    const at = (platform: string) => settingsPlaceOf({ isPackaged: true, platform, environment: {} });
    expect(at('linux')).toMatchObject({ file: '/etc/openfloor/openfloor.yaml', isNamed: false });
    expect(at('win32')).toMatchObject({ file: 'C:\\ProgramData\\Openfloor\\openfloor.yaml' });
  });

  test('nowhere while developing, unless a file is named', () => {
    const at = (environment: Readonly<Record<string, string>>) =>
      settingsPlaceOf({ isPackaged: false, platform: 'linux', environment });
    expect(at({}).file).toBeNull();
    expect(at({ OPENFLOOR_CONFIG: '/tmp/mine.yaml' })).toMatchObject({
      file: '/tmp/mine.yaml',
      isNamed: true,
    });
  });
});

describe('What staff have chosen', () => {
  async function loadWith(settings: string, chosen: string) {
    const file = await written({ 'openfloor.yaml': settings, 'data/staff-choices.json': chosen });
    const staffFile = join(file, '../data/staff-choices.json');
    const place = { file, isNamed: true, environment: { OPENFLOOR_SET_SERVER_CHANNEL: 'site' }, staffFile };
    return { staffFile, ...(await loadSettings(place, machineFiles)) };
  }
  const CANARY = '{"server":{"channel":"canary"},"sound":{"volumePercent":30}}\n';

  test('lies above file, folder and environment, and is named as the origin', async () => {
    const loaded = await loadWith('sound: { volumePercent: 60 }\n', CANARY);
    expect(loaded.problems).toEqual([]);
    expect(loaded.settings.server.channel).toBe('canary');
    expect(loaded.settings.sound.volumePercent).toBe(30);
    expect(loaded.origins.get('server.channel')).toBe(`the staff page (${loaded.staffFile})`);
    expect(loaded.technicians.server.channel).toBe('site');
    expect(loaded.technicians.sound.volumePercent).toBe(60);
    expect(loaded.files).toContain(loaded.staffFile);
  });

  test('does not count where the technician does not allow it, and that is no fault', async () => {
    const loaded = await loadWith('staff: { maySetChannel: false, maySetVolume: false }\n', CANARY);
    expect(loaded.problems).toEqual([]);
    expect(loaded.settings).toEqual(loaded.technicians);
    expect(loaded.settings.server.channel).toBe('site');
  });

  test('changes nothing else, whatever has come to stand there', async () => {
    const loaded = await loadWith(
      '',
      '{"server":{"channel":"canary","url":"https://evil.example/"},"staff":{"mayExit":true,"maySetChannel":true},"nonsense":1}',
    );
    expect(loaded.settings.server.channel).toBe('canary');
    expect(loaded.settings.server.url).toBeNull();
    expect(loaded.settings.staff.mayExit).toBe(false);
    expect(loaded.problems.map(({ code, setting }) => [code, setting])).toEqual([
      ['not-for-staff', 'server.url'],
      ['not-for-staff', 'staff.mayExit'],
      ['not-for-staff', 'staff.maySetChannel'],
      ['not-for-staff', 'nonsense'],
    ]);
  });

  test.each([
    ['torn', '{"server":{"chan', 'not-yaml'],
    ['a list', '[1]', 'not-settings'],
    ['a channel that cannot be', '{"server":{"channel":"../up"}}', 'bad-value'],
    ['bytes', '\u0000\u0001', 'not-settings'],
  ])(
    'that is %s stops nothing: the technician’s settings count, and health says it',
    async (_how, chosen, code) => {
      const loaded = await loadWith('', chosen);
      expect(loaded.settings.server.channel).toBe('site');
      expect(loaded.problems.map((each) => each.code)).toEqual([code]);
    },
  );
});

describe("The developer's switch", () => {
  const withSwitch = (pixelsPerMm: string) =>
    loadSettings(
      { file: null, isNamed: false, environment: {}, above: layerOfSwitch(pixelsPerMm) },
      machineFiles,
    );

  test('says how large a millimetre is', async () => {
    expect((await withSwitch('3.78')).settings.screen.pixelsPerMm).toBe(3.78);
    expect((await withSwitch('')).problems).toEqual([]);
  });

  test.each(['four', '0', '-4', '41', 'Infinity', 'NaN', ' ', '4,2'])(
    'is ignored, and says so, when it is %j',
    async (given) => {
      const { settings, problems } = await withSwitch(given);
      expect(settings).toEqual(defaultSettings);
      expect(problems).toMatchObject([{ code: 'bad-value', place: '--pixels-per-mm' }]);
    },
  );
});
