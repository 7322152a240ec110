import { resolve } from 'node:path';
import type { DoctorReport } from '../../contract/doctor-report.ts';
import { replaceDurably } from '../../platform/durable-file.ts';
import { errorCode, machineFiles } from '../../platform/files.ts';
import { thisMachine } from '../../platform/machine.ts';
import { patientHere } from '../doctor/patient-here.ts';
import { runDoctor, worstOf } from '../doctor/run-doctor.ts';
import { sheetOf } from '../doctor/sheet/sheet.ts';
import { reportInWords } from '../doctor/words.ts';
import { loadSettings } from '../load-settings.ts';
import { chosenOptions, chosenPlace } from './chosen.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { networkThrough } from './network.ts';

/** `openfloor doctor`: what is wrong with this terminal, what it means and what to do. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'look at everything a terminal needs, and say what is wrong, what it means and what to do',
  usage: `Usage: openfloor doctor [--config FILE] [--data DIR] [--json] [--sheet FILE.html]

Looks at the settings, the trust, the server, the clock, the disk, the screen, the touch, the printer, the sound, the network,
the rights, the lock-down, the package, the watchdog and the memory. It changes nothing. As root it sees more.

  --config FILE  read this settings file instead of the terminal's own
  --data DIR     the terminal's own data lies here instead of in /var/lib/openfloor
  --json         the same for programs
  --sheet FILE   write a sheet to print on A4 and sign, too: open it in any browser; what was there is replaced

Ends with 0 when nothing failed (something may be worth a look: "warn"), 1 when something failed, 2 when the command was not
understood.
`,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = optionsOf(args);
  const chosen = chosenPlace(io, options.config, options.data);
  const loaded = await loadSettings(chosen, machineFiles);
  const network = networkThrough(loaded.settings.server.proxy, io.environment);
  try {
    const patient = await patientHere({
      loaded,
      settingsFile: chosen.file,
      program: io.program,
      data: options.data,
      http: async () => network.http,
    });
    const report = await runDoctor(patient);
    io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : reportInWords(report));
    if (options.sheet !== undefined && !(await writeSheet(resolve(options.sheet), report, io)))
      return EXIT.problems;
    return worstOf(report.findings.map(({ verdict }) => verdict)) === 'fail' ? EXIT.problems : EXIT.ok;
  } finally {
    network.close();
  }
}

async function writeSheet(file: string, report: DoctorReport, io: Io): Promise<boolean> {
  try {
    await replaceDurably(file, sheetOf(report, thisMachine.timeZone()), { mode: 0o644 });
    // Programs read what goes to the other stream.
    io.err(`The sheet is in ${file}: open it in a browser and print it on A4.\n`);
    return true;
  } catch (error) {
    io.err(
      `The sheet could not be written to ${file} (${errorCode(error)}). Name another file with --sheet.\n`,
    );
    return false;
  }
}

const optionsOf = (args: readonly string[]) =>
  chosenOptions({
    args: [...args],
    options: {
      config: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean' },
      sheet: { type: 'string' },
    },
  }).values;
