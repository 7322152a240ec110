import { EventEmitter } from 'node:events';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askHidden, type HiddenTerminal } from '../../../../../src-main/provisioning/commands/ask-hidden.ts';
import { runOpenfloor } from '../../../../../src-main/provisioning/commands/run-openfloor.ts';
import { fitsPin, parsePinHash } from '../../../../../src-main/provisioning/pin/pin-hash.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();
const PIN = '739105';

/** Runs the command as somebody who types these answers, or as a script that has them on its input. */
async function openfloorPin(
  args: readonly string[],
  {
    typed,
    input,
    environment = {},
  }: { typed?: (string | null)[]; input?: string; environment?: Record<string, string> },
) {
  let [out, err] = ['', ''];
  const asked: string[] = [];
  const code = await runOpenfloor(['pin', ...args], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    environment,
    ...(typed === undefined
      ? {}
      : {
          askHidden: async (question: string) => {
            asked.push(question);
            return typed.shift() ?? null;
          },
        }),
    ...(input === undefined ? {} : { readInput: async () => input }),
  });
  return { code, out, err, asked };
}

async function settingsFile(text: string): Promise<string> {
  const file = join(await directoryOf(), 'openfloor.yaml');
  await writeFile(file, text);
  return file;
}

const hashIn = (text: string) => /scrypt\$\S+/.exec(text)?.[0] ?? '';

describe('A technician who chooses a PIN', () => {
  test('types it twice and gets the line for the settings, in which the PIN is not', async () => {
    const { code, out, asked } = await openfloorPin([], { typed: [PIN, PIN] });
    expect(code).toBe(0);
    expect(asked).toHaveLength(2);
    expect(out).not.toContain(PIN);
    expect(await fitsPin(PIN, parsePinHash(hashIn(out)))).toBe(true);
  });

  test.each<[string, (string | null)[], string]>([
    ['two that differ', [PIN, '739106'], 'not the same'],
    ['one that is guessed first', ['123456'], 'first that anybody tries'],
    ['one that is too short', ['7391'], 'at least 6 digits'],
    ['no answer', [null], 'not answered'],
  ])(
    'is told what is wrong with %s, without its digits, and nothing is changed',
    async (_what, typed, words) => {
      const digits = typed[0] ?? 'none';
      const { code, out, err } = await openfloorPin([], { typed: [...typed] });
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(words);
      expect(err).not.toContain(digits);
    },
  );

  test('can hand it over in a script, but not as an argument, which is not repeated either', async () => {
    expect((await openfloorPin(['--stdin'], { input: `${PIN}\n` })).code).toBe(0);
    const wrong = await openfloorPin([PIN], { typed: [PIN, PIN] });
    expect(wrong.code).toBe(2);
    expect(wrong.err + wrong.out).not.toContain(PIN);
    expect((await openfloorPin([], {})).code).toBe(2);
    expect((await openfloorPin(['--stdin'], { input: '' })).code).toBe(1);
  });
});

describe('A PIN that is written into the settings file', () => {
  test('leaves every comment and line, the rights of the file, and the old file beside it', async () => {
    const before =
      '# Hall, left of the desk\nterminal:\n  id: hall-2 # the second one\n\nstaff:\n  # since the spring\n  mayExit: true\n';
    const file = await settingsFile(before);
    await chmod(file, 0o640);
    const { code, out } = await openfloorPin(['--write', '--config', file], { typed: [PIN, PIN] });
    expect(code).toBe(0);
    expect(out).toContain(file);
    const after = await readFile(file, 'utf8');
    for (const line of before.split('\n').filter((each) => each.trim() !== '')) expect(after).toContain(line);
    expect(await fitsPin(PIN, parsePinHash(hashIn(after)))).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect((await readdir(dirname(file))).filter((name) => name.endsWith('.old'))).toHaveLength(1);
  });

  test('takes the place of an earlier one, and makes a file where there is none', async () => {
    const file = join(await directoryOf(), 'openfloor.yaml');
    await openfloorPin(['--write', '--config', file], { typed: ['204816', '204816'] });
    await openfloorPin(['--write', '--config', file], { typed: [PIN, PIN] });
    const text = await readFile(file, 'utf8');
    expect(text.match(/scrypt/g)).toHaveLength(1);
    expect(await fitsPin(PIN, parsePinHash(hashIn(text)))).toBe(true);
  });

  test('says so when another place counts above the file', async () => {
    const file = await settingsFile('');
    const other = hashIn((await openfloorPin([], { typed: ['204816', '204816'] })).out);
    const { code, err } = await openfloorPin(['--write', '--config', file], {
      typed: [PIN, PIN],
      environment: { OPENFLOOR_SET_STAFF_PIN: other },
    });
    expect(code).toBe(0);
    expect(err).toContain('OPENFLOOR_SET_STAFF_PIN');
  });

  test('is not written into a file that cannot be understood', async () => {
    const file = await settingsFile('terminal: [\n');
    const { code, err } = await openfloorPin(['--write', '--config', file], { typed: [PIN, PIN] });
    expect(code).toBe(1);
    expect(err).toContain('Nothing was changed');
    expect(await readFile(file, 'utf8')).toBe('terminal: [\n');
  });
});

describe('The hash of a PIN, or a PIN that somebody wrote there by mistake', () => {
  test('is shown by no command', async () => {
    const hash = hashIn((await openfloorPin([], { typed: [PIN, PIN] })).out);
    for (const value of [hash, PIN, `"${PIN}"`]) {
      const file = await settingsFile(`staff:\n  pin: ${value}\n`);
      const pieces: string[] = [];
      const keep = (text: string) => void pieces.push(text);
      const io = { out: keep, err: keep, environment: {} };
      await runOpenfloor(['config', '--config', file], io);
      await runOpenfloor(['config', '--json', '--config', file], io);
      const printed = pieces.join('');
      expect(printed).toMatch(/staff\.pin +(set|none)/);
      expect(printed).not.toContain(hash);
      expect(printed).not.toContain(PIN);
    }
  });
});

describe('A PIN that is typed', () => {
  /** Whoever sits there, and everything the screen shows. */
  function keyboard() {
    const stdin = Object.assign(new EventEmitter(), {
      raw: [] as boolean[],
      setRawMode: (isRaw: boolean) => void stdin.raw.push(isRaw),
      setEncoding: () => {},
      resume: () => {},
      pause: () => {},
    });
    const shown: string[] = [];
    const terminal = {
      stdin,
      stdout: { write: (text: string) => void shown.push(`${stdin.raw.at(-1) ?? false}:${text}`) },
    } as unknown as HiddenTerminal;
    return { stdin, terminal, shown: () => shown.join('') };
  }

  test('is not shown, not even its length, also when it is typed before the question is', async () => {
    const { stdin, terminal, shown } = keyboard();
    const answer = askHidden(terminal, 'PIN: ');
    stdin.emit('data', '73a');
    stdin.emit('data', '\u007f9');
    stdin.emit('data', '105\rrest');
    expect(await answer).toBe('739105');
    expect(shown()).toBe('true:PIN: false:\n');
    expect(stdin.listenerCount('data')).toBe(0);
  });

  test.each([['\u0003'], ['\u0004']])('is given up by %j', async (sign) => {
    const { stdin, terminal } = keyboard();
    const answer = askHidden(terminal, 'PIN: ');
    stdin.emit('data', `73${sign}`);
    expect(await answer).toBeNull();
    expect(stdin.raw).toEqual([true, false]);
  });
});
