import type { SettingProblem, SettingProblemCode } from './problem.ts';
import type { SettingName } from './setting-names.ts';

// Every word a technician can read about a bad setting. Each message: what happened, why it matters, what to do.

/** Largest settings file, in bytes: a page of text. */
export const MAX_SETTINGS_BYTES = 64 * 1024;

const EXPLAIN = '"openfloor config --explain" lists every setting.';

function problem(code: SettingProblemCode, place: string, setting: string, sentence: string): SettingProblem {
  return { code, place, setting, sentence: `${place}: ${sentence}` };
}

/** A file that was named, and is not there. */
export function fileMissing(file: string): SettingProblem {
  return problem(
    'file-missing',
    file,
    '',
    'This settings file was named but is not there. The terminal goes on without it. Correct its name, or put the file there.',
  );
}

/** A file that cannot be read; `reason` is the system's code. */
export function fileUnreadable(file: string, reason: string): SettingProblem {
  return problem(
    'file-unreadable',
    file,
    '',
    `This settings file cannot be read (${reason}). The terminal goes on without it. Let the terminal's user read it, and look whether it is a plain file.`,
  );
}

/** A file far larger than settings can be. */
export function fileTooLarge(file: string, bytes: number): SettingProblem {
  return problem(
    'file-too-large',
    file,
    '',
    `This settings file has ${bytes} bytes; the most is ${MAX_SETTINGS_BYTES}. It is not read, because it is probably another file. Write settings only.`,
  );
}

/** Bytes that are no UTF-8 text. */
export function notText(file: string): SettingProblem {
  return problem(
    'not-text',
    file,
    '',
    'This settings file is not text in UTF-8. The terminal goes on without it. Save it again as plain text in UTF-8.',
  );
}

/** Text that is not YAML; `reason` is the parser's. */
export function notYaml(place: string, reason: string): SettingProblem {
  return problem(
    'not-yaml',
    place,
    '',
    `From here on the file cannot be understood (${reason}). The terminal goes on without this file. Look at the colon, the quotes and the spaces at the beginning of this line and the one before.`,
  );
}

/** YAML's anchors, aliases and tags. */
export function specialSign(place: string): SettingProblem {
  return problem(
    'special-sign',
    place,
    '',
    'A value begins with &, * or !, which mean something special in YAML. The terminal goes on without this file. Put the value between quotes.',
  );
}

/** A list or a single value where settings are expected. */
export function notSettings(place: string): SettingProblem {
  return problem(
    'not-settings',
    place,
    '',
    `There are no settings here: a settings file holds lines such as "statistics: true". The terminal goes on without this file. ${EXPLAIN}`,
  );
}

/** A file written for a later program. */
export function laterVersion(place: string, found: string, known: number): SettingProblem {
  return problem(
    'later-version',
    place,
    'schema',
    `The file says schema ${found}, and this Openfloor knows ${known}. Everything it understands is used. Install a later Openfloor, or write schema: ${known}.`,
  );
}

/** A name that does not exist; `known` can stand there, `meant` is the nearest. */
export function unknownName(
  place: string,
  setting: string,
  known: readonly string[],
  meant: string | undefined,
): SettingProblem {
  const could = known.length === 0 ? EXPLAIN : `These can stand here: ${known.join(', ')}.`;
  const hint = meant === undefined ? '' : ` Was "${meant}" meant?`;
  return problem(
    'unknown-name',
    place,
    setting,
    `There is no setting "${setting}".${hint} It is ignored. ${could}`,
  );
}

/** Something in the record of the staff page that staff cannot set there. */
export function notForStaff(place: string, setting: string): SettingProblem {
  return problem(
    'not-for-staff',
    place,
    setting,
    `"${setting}" is not something that can be set on the staff page. It is ignored. Write it into the settings file, and take this file away: the staff page makes a new one.`,
  );
}

/** One value where a group of settings is expected. */
export function groupExpected(place: string, setting: string, known: readonly string[]): SettingProblem {
  return problem(
    'group-expected',
    place,
    setting,
    `"${setting}" is a group, and a single value stands there. It is ignored. Write its settings below it, each on a line of its own that begins with two spaces: ${known.join(', ')}.`,
  );
}

/** A name without a value. */
export function emptyValue(place: string, { name, byDefault, form }: SettingName): SettingProblem {
  return problem(
    'empty-value',
    place,
    name,
    `"${name}" has no value, so ${inUse(byDefault)}. Write ${form}, or delete the line.`,
  );
}

/** A value that cannot be. */
export function badValue(place: string, setting: SettingName, found: unknown): SettingProblem {
  const { name, form, example, isSecret } = setting;
  // A PIN that somebody wrote down as it is must not be read by everybody who reads the log.
  const what = isSecret ? 'what stands there (it is not repeated here)' : shown(found);
  return problem(
    'bad-value',
    place,
    name,
    `"${name}" cannot be ${what}, so ${inUse(setting.byDefault)}. Write ${form}, for instance ${name.split('.').at(-1)}: ${shown(example)}.`,
  );
}

function inUse(byDefault: unknown): string {
  return byDefault === null
    ? 'the terminal goes on as if the line were not there'
    : `what was set before it, or the default ${shown(byDefault)}, is used`;
}

/** A value as it would stand in the file, shortened: it may be anything at all. A password in an address is left out. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return inFile(value.replace(/\/\/[^/@]*@/g, '//…@'));
  return inFile(value);
}

/** The value of a setting for people to read: of a secret no more than whether there is one. */
export function shownOf({ isSecret }: Pick<SettingName, 'isSecret'>, value: unknown): string {
  if (!isSecret) return shown(value);
  return value === null || value === undefined ? 'null' : 'set';
}

function inFile(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  const text =
    typeof value === 'string' && /^[^\s:#'"{}[\],&*!|>%@`]+$/.test(value) ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
