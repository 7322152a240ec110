import { readingInWords } from '../../health/status/in-words.ts';
import { readStatus, type StatusReading } from '../../health/status/read-status.ts';
import { machineFiles } from '../../platform/files.ts';
import { loadSettings } from '../load-settings.ts';
import { statusFileOf } from '../settings-place.ts';
import { chosenOptions, chosenPlace, dataOf } from './chosen.ts';
import { type Command, EXIT, type Io } from './command.ts';

/** How `openfloor status` ends beside {@link EXIT}; the numbers are those that Linux services use for a status. */
export const STATUS_EXIT = {
  /** The terminal does not run. */
  notRunning: 3,
  /** Nobody can tell. */
  unknown: 4,
} as const;

/** `openfloor status`: how the terminal on this machine is, on one screen. */
export const status: Command = {
  name: 'status',
  summary: 'show how the running terminal is: what visitors see, edition, server, last wipe, recent reasons',
  usage: `Usage: openfloor status [--config FILE] [--data DIR] [--json]

Shows on one screen how the terminal on this machine is: what visitors see, the edition, the server, visits and their wipe, the
settings, and what somebody should look at. It reads the record that the terminal writes, and changes nothing.

  --config FILE  read this settings file instead of the terminal's own
  --data DIR     the terminal's own data lies here instead of in /var/lib/openfloor
  --json         the same for programs: {state, file, ageSeconds, status}

Ends with 0 when the terminal runs and serves visitors (or staff have put it out of service), 1 when it runs and visitors have no
living page, 2 when the command was not understood, 3 when the terminal does not run, 4 when nobody can tell.
`,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = optionsOf(args);
  const { settings, problems } = await loadSettings(
    chosenPlace(io, options.config, options.data),
    machineFiles,
  );
  // Settings that are not used decide where the record is looked for: they are no secret here.
  if (options.config !== undefined) for (const { sentence } of problems) io.err(`${sentence}\n`);
  const file = statusFileOf(settings, dataOf(io, options.data));
  const reading = await readStatus(file);
  io.out(options.json ? inJson(reading, file) : readingInWords(reading, file, new Date()));
  return exitOf(reading);
}

function exitOf(reading: StatusReading): number {
  switch (reading.kind) {
    case 'running':
      return reading.status.eye.alive || reading.status.maintenance ? EXIT.ok : EXIT.problems;
    case 'stopped':
    case 'never':
      return STATUS_EXIT.notRunning;
    default:
      return STATUS_EXIT.unknown;
  }
}

function inJson(reading: StatusReading, file: string): string {
  const known = 'status' in reading ? reading : { status: null, ageMs: null };
  const ageSeconds = known.ageMs === null ? null : Math.round(known.ageMs / 1_000);
  return `${JSON.stringify({ state: reading.kind, file, ageSeconds, status: known.status }, null, 2)}\n`;
}

const optionsOf = (args: readonly string[]) =>
  chosenOptions({
    args: [...args],
    options: { config: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
  }).values;
