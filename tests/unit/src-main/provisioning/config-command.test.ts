import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runOpenfloor } from '../../../../src-main/provisioning/commands/run-openfloor.ts';
import { settingNames } from '../../../../src-main/provisioning/setting-names.ts';
import { defaultSettings, terminalSettings } from '../../../../src-main/provisioning/terminal-settings.ts';
import { putAt, type Tree } from '../../../../src-main/provisioning/tree.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();

async function openfloor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  let out = '';
  let err = '';
  const code = await runOpenfloor(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    environment,
  });
  return { code, out, err };
}

async function settingsFile(text: string): Promise<string> {
  const file = join(await directoryOf(), 'openfloor.yaml');
  await writeFile(file, text);
  return file;
}

describe('A technician who asks for the settings', () => {
  test('sees each value with the place it is from', async () => {
    const file = await settingsFile('terminal:\n  id: hall-2\n');
    const { code, out } = await openfloor(['config', '--config', file], { OPENFLOOR_SET_STATISTICS: 'true' });
    expect(code).toBe(0);
    expect(out).toContain(`Read: ${file}`);
    expect(out).toMatch(new RegExp(`terminal\\.id +hall-2 +${file}:2:3`));
    expect(out).toMatch(/statistics +true +OPENFLOOR_SET_STATISTICS/);
    expect(out).toMatch(/server\.url +none +default/);
    expect(out).toContain('Nothing is wrong with them.');
  });

  test('is told by the exit code, and in words, that something is wrong', async () => {
    const file = await settingsFile('terminal:\n  id: Hall\nsever: 1\n');
    const { code, out } = await openfloor(['config', '--config', file]);
    expect(code).toBe(1);
    expect(out).toContain('2 things are wrong:');
    expect(out).toContain(`${file}:2:3`);
    expect(out).toContain('Was "server" meant?');
  });

  test('sees what staff have chosen as it counts, and that it is theirs', async () => {
    const file = await settingsFile('server: { channel: stable }\n');
    const data = await directoryOf();
    await writeFile(join(data, 'staff-choices.json'), '{"server":{"channel":"canary"}}');
    const { code, out } = await openfloor(['config', '--config', file, '--data', data]);
    expect(code).toBe(0);
    expect(out).toMatch(/server\.channel +canary +the staff page \(/);
    // Another file, of which no data are named, has no staff.
    expect((await openfloor(['config', '--config', file])).out).toMatch(/server\.channel +stable/);
  });

  test('can hand the same to a program', async () => {
    const file = await settingsFile('statistics: perhaps\n');
    const { code, out } = await openfloor(['config', '--json', '--config', file]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      settings: defaultSettings,
      files: [file],
      problems: [{ code: 'bad-value', setting: 'statistics' }],
    });
  });

  test('reads the file that the environment names', async () => {
    const file = await settingsFile('terminal:\n  id: hall-3\n');
    expect((await openfloor(['config'], { OPENFLOOR_CONFIG: file })).out).toContain('hall-3');
  });
});

describe('The manual of the settings', () => {
  test('tells of every setting what it means, what can stand there and how else it can be set', async () => {
    const { code, out } = await openfloor(['config', '--explain']);
    expect(code).toBe(0);
    for (const { variable, description, form, example } of settingNames) {
      expect(out.replaceAll(/\s+/g, ' ')).toContain(description);
      expect(out).toContain(`Variable: ${variable}`);
      expect(form).not.toBe('');
      expect(example).not.toBeUndefined();
    }
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(130);
  });

  test('has an example for each that the terminal accepts', () => {
    const tree: Tree = {};
    for (const { path, example } of settingNames) putAt(tree, path, example);
    expect(terminalSettings.safeParse(tree).error?.issues).toBeUndefined();
  });
});

describe('A command that cannot be understood', () => {
  test.each([
    [['confg'], 'Was "config" meant?'],
    [['config', '--explian'], '--explian'],
    [['config', '--config'], '--config'],
    [['config', 'everything'], 'everything'],
    [[], 'Usage: openfloor <command>'],
  ])('%j ends with 2 and says how it is written', async (args, words) => {
    const { code, err } = await openfloor(args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain('Usage: openfloor');
    expect(err).not.toMatch(/\bat \w+.*\(/);
  });

  test('is not --help, which ends with 0', async () => {
    expect((await openfloor(['config', '--help'])).out).toContain('Usage: openfloor config');
    expect((await openfloor(['--help'])).code).toBe(0);
  });
});
