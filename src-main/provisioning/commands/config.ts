import { machineFiles } from '../../platform/files.ts';
import { type LoadedSettings, loadSettings } from '../load-settings.ts';
import { shown } from '../messages.ts';
import { movedInWords } from '../migrate/step.ts';
import { STEPS } from '../migrate/steps.ts';
import { groupDescription, settingNames } from '../setting-names.ts';
import { SETTINGS_SCHEMA, type TerminalSettings } from '../terminal-settings.ts';
import { putAt, type Tree, valueAt } from '../tree.ts';
import { wrapped } from '../wrapped.ts';
import { chosenOptions, chosenPlace } from './chosen.ts';
import { type Command, EXIT, type Io } from './command.ts';

/** `openfloor config`: what is in force and where it is from, everything wrong, or the manual. */
export const config: Command = {
  name: 'config',
  summary:
    'show the settings in force, where each is from and what is wrong with them; --explain is the manual',
  usage: `Usage: openfloor config [--config FILE] [--data DIR] [--json]
       openfloor config --explain [--json]

Shows every setting of this terminal with its value and the place it is from (a file with its line, a variable, the staff
page, or the default), then everything that is wrong. It changes nothing.

  --config FILE  read this file instead of the terminal's own
  --data DIR     the terminal's own data lies here instead of in /var/lib/openfloor: what staff have chosen is in it
  --explain      the manual: what each setting means, what can stand there, its default, its variable, an example
  --json         the same for programs

Ends with 0 when all is well, 1 when something in the settings is not used, 2 when the command was not understood.
`,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { config: file, data, explain, json } = optionsOf(args);
  if (explain) {
    io.out(json ? `${JSON.stringify({ settings: settingNames }, null, 2)}\n` : manual());
    return EXIT.ok;
  }
  const loaded = await loadSettings(chosenPlace(io, file, data), machineFiles);
  io.out(json ? inJson(loaded) : inWords(loaded));
  return loaded.problems.length === 0 ? EXIT.ok : EXIT.problems;
}

const optionsOf = (args: readonly string[]) =>
  chosenOptions({
    args: [...args],
    options: {
      config: { type: 'string' },
      data: { type: 'string' },
      explain: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  }).values;

function inJson({ settings, origins, problems, files, moved }: LoadedSettings): string {
  return `${JSON.stringify({ ok: problems.length === 0, settings: withoutSecrets(settings), origins: Object.fromEntries(origins), files, moved, problems }, null, 2)}\n`;
}

/** What stands in the place of a secret. */
const SET = 'set';

function withoutSecrets(settings: TerminalSettings): Tree {
  const tree: Tree = structuredClone(settings);
  for (const { path, isSecret } of settingNames)
    if (isSecret && valueAt(tree, path) !== null) putAt(tree, path, SET);
  return tree;
}

function inWords({ settings, origins, problems, files, moved }: LoadedSettings): string {
  const open = withoutSecrets(settings);
  const rows = settingNames.map(({ path, name }) => [
    name,
    inTable(valueAt(open, path)),
    origins.get(name) ?? 'default',
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map(([name = '', value = '', origin = '']) =>
    `  ${name.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${origin}`.trimEnd(),
  );
  const read =
    files.length === 0
      ? 'No settings file was read: the defaults are in force.'
      : `Read: ${files.join(', ')}`;
  const wrong =
    problems.length === 0
      ? 'Nothing is wrong with them.'
      : `${problems.length === 1 ? 'One thing is' : `${problems.length} things are`} wrong:\n${problems.map(({ sentence }) => `  - ${sentence}`).join('\n')}`;
  const renamed = moved.map((each) => `${movedInWords(each)}\n`).join('');
  return `${read}\n\n${table.join('\n')}\n\n${renamed}${wrong}\n`;
}

const inTable = (value: unknown) => (value === null ? 'none' : shown(value));

/** What becomes of a file that was written for another version. */
function versionsInWords(): readonly string[] {
  const older =
    STEPS.length === 0
      ? 'There was no earlier one.'
      : 'A file of an earlier one counts as it is; "openfloor provision" writes its old names anew. What changed:';
  const changes = STEPS.flatMap(({ to, moves }) =>
    moves.map(
      (move) => `  ${to}: ${move.from.join('.')} -> ${move.to === null ? 'gone' : move.to.join('.')}`,
    ),
  );
  return [
    ...wrapped(
      `This is version ${SETTINGS_SCHEMA} of the file. ${older} Of a later one everything is used that is understood, and the terminal says so.`,
      '',
    ),
    ...changes,
  ];
}

function manual(): string {
  let group = '';
  const lines: string[] = [
    ...wrapped(
      'Settings of a terminal: /etc/openfloor/openfloor.yaml, then /etc/openfloor/openfloor.d/*.yaml on top of it, then the variables, then what staff have chosen on their page.',
      '',
    ),
    ...versionsInWords(),
  ];
  for (const setting of settingNames) {
    const [first = '', last] = setting.path;
    if (last !== undefined && first !== group) lines.push('', `${first}:`, `  # ${groupDescription(first)}`);
    group = last === undefined ? '' : first;
    const indent = last === undefined ? '' : '  ';
    lines.push(
      '',
      `${indent}${last ?? first}: ${shown(setting.example)}`,
      ...wrapped(setting.description, `${indent}    `),
      ...wrapped(`Can be: ${setting.form}. Default: ${inTable(setting.byDefault)}.`, `${indent}    `),
      `${indent}    Variable: ${setting.variable}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
