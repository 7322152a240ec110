import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { machineFiles } from '../../platform/files.ts';
import { loadSettings } from '../load-settings.ts';
import { hashPin } from '../pin/pin-hash.ts';
import { LEAST_PIN_DIGITS, MOST_PIN_DIGITS, whyWeak } from '../pin/weak-pins.ts';
import { editSettings } from '../provision/edit-settings.ts';
import { ProvisionRefusal, refuse } from '../provision/refusal.ts';
import { readSettingsText, writeKeepingOld } from '../provision/write-files.ts';
import { settingNamed } from '../setting-names.ts';
import { chosenPlace } from './chosen.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';

const SETTING = ['staff', 'pin'] as const;

/** `openfloor pin`: the line of the settings that opens the staff page. */
export const pin: Command = {
  name: 'pin',
  summary: 'choose the PIN of the staff page; prints the line for the settings, or writes it there',
  usage: `Usage: openfloor pin [--write] [--config FILE] [--stdin]

Asks for a PIN of ${LEAST_PIN_DIGITS} to ${MOST_PIN_DIGITS} digits, twice and without showing it, and prints the line that goes into the settings. No digit of the PIN can
be found out from that line, but a short PIN can be tried out against it: let only the terminal's user read the file.

  --write        put the line into the settings file; comments and everything else in it stay, the old file is kept beside it
  --config FILE  that settings file instead of the terminal's own
  --stdin        read the PIN from standard input, for scripts; never as an argument, which every program can read

The terminal takes the new PIN when it is started again. Ends with 0 when there is a new PIN, 1 when it was not taken or not written,
2 when the command was not understood.
`,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = optionsOf(args);
  const place = chosenPlace(io);
  const file = resolve(options.config ?? place.file ?? '');
  try {
    const hash = await hashPin(await chosenPin(options.stdin === true, io));
    if (options.write === true) await write(file, hash, io);
    else io.out(`Put this into ${file}, and start the terminal again:\n\nstaff:\n  pin: ${hash}\n`);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof ProvisionRefusal)) throw error;
    io.err(`Nothing was changed.\n${error.message}\n`);
    return EXIT.problems;
  }
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { write: { type: 'boolean' }, config: { type: 'string' }, stdin: { type: 'boolean' } },
    }).values;
  } catch {
    // Not Node's own words: they repeat what was written, and that may be the PIN.
    throw new UsageError(
      'This is not how the command is written. A PIN is asked for, and never an argument.',
    );
  }
}

async function chosenPin(fromInput: boolean, io: Io): Promise<string> {
  if (fromInput) return strong((await io.readInput?.()) ?? '');
  if (io.askHidden === undefined)
    throw new UsageError('Nobody sits there to be asked. Give the PIN on standard input, with --stdin.');
  const first = strong(given(await io.askHidden('New PIN of the staff page (it is not shown): ')));
  const again = given(await io.askHidden('The same again: '));
  return again.trim() === first ? first : refuse('The two were not the same. Run the command again.');
}

function given(answer: string | null): string {
  return answer ?? refuse('The question was not answered.');
}

function strong(text: string): string {
  const digits = text.trim();
  const why = whyWeak(digits);
  return why === null ? digits : refuse(why);
}

async function write(file: string, hash: string, io: Io): Promise<void> {
  const setting = settingNamed(SETTING);
  if (setting === undefined) throw new Error('The settings have lost staff.pin.');
  const edit = editSettings(await readSettingsText(file), file, {
    values: new Map([[setting, hash]]),
    fingerprint: null,
  });
  const old = await writeKeepingOld(file, edit.text, new Date());
  io.out(`The new PIN is in ${file}${old === null ? '' : ` (before: ${old})`}. Start the terminal again.\n`);
  const { origins } = await loadSettings({ file, isNamed: true, environment: io.environment }, machineFiles);
  const origin = origins.get(setting.name) ?? '';
  if (!origin.startsWith(`${file}:`))
    io.err(`But ${origin} sets ${setting.name}, too, and counts above it. Take it out there.\n`);
}
