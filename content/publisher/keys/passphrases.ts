import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from '../command.ts';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';

/** Where passphrases come from: never from an argument, which every program on a computer can read. */
export type Passphrases = {
  /** Those given in a file or in the environment; one of them fits, or none. */
  readonly given: readonly string[];
  /** Asks at the keyboard, without showing what is typed; undefined when nobody is there. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
};

/** The name of the variable that can hold a passphrase. */
export const PASSPHRASE_VARIABLE = 'OPENFLOOR_PASSPHRASE';

/** Shortest passphrase for a new key, in characters. */
export const SHORTEST_PASSPHRASE = 12;

/** Passphrases from a file, one on each line; from the environment; or else from whoever sits at the keyboard. */
export async function findPassphrases(file: string | undefined, io: Io): Promise<Passphrases> {
  if (file !== undefined) return { given: await linesOf(resolve(io.cwd, file)), ask: undefined };
  const fromEnvironment = process.env[PASSPHRASE_VARIABLE];
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    return { given: linesIn(fromEnvironment), ask: undefined };
  }
  return { given: [], ask: io.askSecret };
}

async function linesOf(path: string): Promise<readonly string[]> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      refuse(path, say.passphraseFileOpenToOthers((mode & 0o777).toString(8)));
    }
    const lines = linesIn(await readFile(path, 'utf8'));
    return lines.length === 0 ? refuse(path, say.passphraseFileEmpty) : lines;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refuse(path, say.passphraseFileUnreadable(code));
  }
}

function linesIn(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

/** The passphrases of new keys by their names: one for all, one for each in their order, or what is typed, twice. */
export async function newPassphrases(
  names: readonly string[],
  { given, ask }: Passphrases,
): Promise<ReadonlyMap<string, string>> {
  if (given.length > 0) {
    if (given.length !== 1 && given.length !== names.length) {
      refuse(names.join(', '), say.passphrasesMiscounted(given.length, names.length));
    }
    const [only = ''] = given;
    const all = names.map((name, index) => [name, given[index] ?? only] as const);
    for (const [name, passphrase] of all) {
      if (passphrase.length < SHORTEST_PASSPHRASE) refuse(name, say.passphraseTooShort(SHORTEST_PASSPHRASE));
    }
    return new Map(all);
  }
  if (ask === undefined) return refuse(names.join(', '), say.noPassphrase(PASSPHRASE_VARIABLE));
  const chosen = new Map<string, string>();
  let before: string | undefined;
  for (const name of names) {
    const passphrase: string = await askTwice(name, before, ask);
    chosen.set(name, passphrase);
    before = passphrase;
  }
  return chosen;
}

async function askTwice(
  name: string,
  before: string | undefined,
  ask: (question: string) => Promise<string>,
): Promise<string> {
  const first = await ask(say.askNewPassphrase(name, SHORTEST_PASSPHRASE, before !== undefined));
  if (first === '' && before !== undefined) return before;
  if (first.length < SHORTEST_PASSPHRASE) refuse(name, say.passphraseTooShort(SHORTEST_PASSPHRASE));
  if ((await ask(say.askAgain(name))) !== first) refuse(name, say.passphrasesDiffer);
  return first;
}
