import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { machineFiles } from '../../../../../src-main/platform/files.ts';
import { layerOfEnvironment, layerOfText } from '../../../../../src-main/provisioning/layers.ts';
import { loadSettings } from '../../../../../src-main/provisioning/load-settings.ts';
import { movedInWords, type Step } from '../../../../../src-main/provisioning/migrate/step.ts';
import { STEPS } from '../../../../../src-main/provisioning/migrate/steps.ts';
import { noAnswers } from '../../../../../src-main/provisioning/provision/answers.ts';
import { editSettings } from '../../../../../src-main/provisioning/provision/edit-settings.ts';
import { reportSettings } from '../../../../../src-main/provisioning/report-settings.ts';
import { resolveSettings } from '../../../../../src-main/provisioning/resolve.ts';
import { settingNamed } from '../../../../../src-main/provisioning/setting-names.ts';
import { SETTINGS_SCHEMA } from '../../../../../src-main/provisioning/terminal-settings.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';
import { recordedLog } from '../../../../fakes/recorded-log.ts';

const directoryOf = temporaryDirectory();

/** Two versions before today's, made up: a name, a group, a value with another unit, and one that is gone. */
const EARLIER: readonly Step[] = [
  {
    to: SETTINGS_SCHEMA - 1,
    moves: [
      { from: ['printer', 'tray'], to: ['printer', 'queue'] },
      { from: ['animations'], to: null },
    ],
  },
  {
    to: SETTINGS_SCHEMA,
    moves: [
      { from: ['printer', 'queue'], to: ['printer', 'name'] },
      { from: ['pixelsPerMm'], to: ['screen', 'pixelsPerMm'] },
      {
        from: ['idle', 'warnAfterMinutes'],
        to: ['idle', 'warnAfterSeconds'],
        convert: (value) => (typeof value === 'number' ? 60 * value : value),
      },
    ],
  },
];

const OLD = `# Our terminal.
schema: ${SETTINGS_SCHEMA - 2}

# Measured by Marie.
pixelsPerMm: 3.5 # with a ruler
printer:
  # The one in the hall.
  tray: receipt
  layout: receipt-80mm
idle:
  warnAfterMinutes: 2
animations: true
`;

const settingsOf = (text: string) => {
  const { layer, problems, moved } = layerOfText(text, 'f.yaml', EARLIER);
  const resolved = resolveSettings(layer === null ? [] : [layer]);
  return { ...resolved, problems: [...problems, ...resolved.problems], moved };
};

test('The steps lead to the version of today without a gap', () => {
  expect(STEPS.map(({ to }) => to)).toEqual(
    STEPS.map((_, index) => SETTINGS_SCHEMA - STEPS.length + index + 1),
  );
});

describe('A file of an earlier version', () => {
  test('counts as it was meant, through every version since', () => {
    const { settings, problems, moved } = settingsOf(OLD);
    expect(problems).toEqual([]);
    expect(settings.printer).toEqual({ name: 'receipt', layout: 'receipt-80mm' });
    expect(settings.screen.pixelsPerMm).toBe(3.5);
    expect(settings.idle.warnAfterSeconds).toBe(120);
    expect(moved.map(({ from, to }) => [from, to])).toEqual([
      ['printer.tray', 'printer.queue'],
      ['animations', null],
      ['printer.queue', 'printer.name'],
      ['pixelsPerMm', 'screen.pixelsPerMm'],
      ['idle.warnAfterMinutes', 'idle.warnAfterSeconds'],
    ]);
    expect(movedInWords(moved[3] ?? { place: '', from: '', to: '' })).toContain(
      'f.yaml:5:1: "pixelsPerMm" is called "screen.pixelsPerMm" now',
    );
    expect(movedInWords(moved[1] ?? { place: '', from: '', to: '' })).toContain('no effect any more');
  });

  test('tells where each value stands, by the line in which somebody wrote it', () => {
    const { origins } = settingsOf(OLD);
    expect(origins.get('printer.name')).toBe('f.yaml:8:3');
    expect(origins.get('screen.pixelsPerMm')).toBe('f.yaml:5:1');
  });

  test('that does not say its version counts as the oldest one', () => {
    expect(settingsOf('pixelsPerMm: 3.5\nprinter: { tray: receipt }\n')).toMatchObject({
      problems: [],
      settings: { screen: { pixelsPerMm: 3.5 }, printer: { name: 'receipt' } },
    });
  });

  test('that stands between the two goes the rest of the way only', () => {
    const between = settingsOf(`schema: ${SETTINGS_SCHEMA - 1}\nprinter: { queue: receipt, tray: other }\n`);
    expect(between.settings.printer.name).toBe('receipt');
    expect(between.problems.map(({ setting }) => setting)).toEqual(['printer.tray']);
  });

  test('with a wrong value is told of it by the new name, at its old place', () => {
    const { problems, settings } = settingsOf('idle: { warnAfterMinutes: soon }\n');
    expect(problems).toMatchObject([
      { code: 'bad-value', setting: 'idle.warnAfterSeconds', place: 'f.yaml:1:9' },
    ]);
    expect(settings.idle.warnAfterSeconds).toBe(90);
  });

  test('with both names goes by the new one, and is told of the old one', () => {
    const { settings, problems } = settingsOf('printer:\n  tray: old\n  name: new\n');
    expect(settings.printer.name).toBe('new');
    expect(problems.map(({ setting }) => setting)).toEqual(['printer.queue']);
  });

  test('with a single value where the new group is says what is wrong, and loses nothing else', () => {
    const { settings, problems } = settingsOf('screen: wide\npixelsPerMm: 3.5\nstatistics: true\n');
    expect(settings.statistics).toBe(true);
    expect(problems.map(({ setting }) => setting).sort()).toEqual(['pixelsPerMm', 'screen']);
  });

  test('of today is left as it is, and so is a later one', () => {
    for (const version of [SETTINGS_SCHEMA, SETTINGS_SCHEMA + 1])
      expect(settingsOf(`schema: ${version}\npixelsPerMm: 3.5\n`)).toMatchObject({
        moved: [],
        settings: { screen: { pixelsPerMm: 4 } },
      });
  });
});

describe('A variable of an earlier version', () => {
  const settingsOfVariables = (environment: Readonly<Record<string, string>>) => {
    const { layer, problems, moved } = layerOfEnvironment(environment, EARLIER);
    const resolved = resolveSettings(layer === null ? [] : [layer]);
    return { ...resolved, problems: [...problems, ...resolved.problems], moved };
  };

  test('counts as it was meant, and is named as the origin', () => {
    const { settings, origins, problems, moved } = settingsOfVariables({
      OPENFLOOR_SET_PRINTER_TRAY: 'receipt',
      OPENFLOOR_SET_IDLE_WARN_AFTER_MINUTES: '3',
      OPENFLOOR_SET_ANIMATIONS: 'true',
    });
    expect(problems).toEqual([]);
    expect(settings.printer.name).toBe('receipt');
    expect(settings.idle.warnAfterSeconds).toBe(180);
    expect(origins.get('printer.name')).toBe('OPENFLOOR_SET_PRINTER_TRAY');
    expect(moved).toHaveLength(3);
  });

  test('gives way to the one of today', () => {
    const { settings, problems } = settingsOfVariables({
      OPENFLOOR_SET_PRINTER_TRAY: 'old',
      OPENFLOOR_SET_PRINTER_NAME: 'new',
    });
    expect(settings.printer.name).toBe('new');
    expect(problems.map(({ place }) => place)).toEqual(['OPENFLOOR_SET_PRINTER_TRAY']);
  });
});

describe('Provisioning a terminal whose file is of an earlier version', () => {
  test('writes the names of today, and every comment stays where it was', () => {
    const id = settingNamed(['terminal', 'id']);
    if (id === undefined) throw new Error('The settings have lost terminal.id.');
    const edit = editSettings(OLD, 'f.yaml', { ...noAnswers, values: new Map([[id, 'hall-2']]) }, EARLIER);
    expect(edit.text).toBe(`# Our terminal.
schema: ${SETTINGS_SCHEMA}
printer:
  # The one in the hall.
  name: receipt
  layout: receipt-80mm
idle:
  warnAfterSeconds: 120
screen:
  # Measured by Marie.
  pixelsPerMm: 3.5 # with a ruler
terminal:
  id: hall-2
`);
    expect(editSettings(edit.text, 'f.yaml', noAnswers, EARLIER).text).toBe(edit.text);
  });

  test('writes them also when nothing else is changed', () => {
    expect(editSettings('pixelsPerMm: 3.5\n', 'f.yaml', noAnswers, EARLIER).text).toBe(
      'screen:\n  pixelsPerMm: 3.5\n',
    );
  });
});

test('A terminal starts on old files, on every place, and its log says so without alarm', async () => {
  const directory = await directoryOf();
  const file = join(directory, 'openfloor.yaml');
  await writeFile(file, OLD);
  await mkdir(join(directory, 'openfloor.d'));
  await writeFile(join(directory, 'openfloor.d/site.yaml'), 'printer: { tray: other }\n');
  const log = recordedLog();
  const loaded = await loadSettings({ file, isNamed: true, environment: {} }, machineFiles, EARLIER).then(
    reportSettings(log),
  );
  expect(loaded.problems).toEqual([]);
  expect(loaded.settings.printer.name).toBe('other');
  expect(log.codes()).not.toContain('setting-refused');
  expect(log.codes().filter((code) => code === 'setting-moved')).toHaveLength(loaded.moved.length);
  expect(await readFile(file, 'utf8')).toBe(OLD);
});
