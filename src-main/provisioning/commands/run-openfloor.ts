import { nearest } from '../../../content/model/nearest.ts';
import { reasonOf } from '../../platform/log.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { config } from './config.ts';
import { doctor } from './doctor.ts';
import { pin } from './pin.ts';
import { provision } from './provision.ts';
import { status } from './status.ts';

/** Every command of the technician. */
export const COMMANDS: readonly Command[] = [config, provision, status, doctor, pin];

/** Runs one command and answers the number the process ends with; never throws. */
export async function runOpenfloor(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    (name === undefined ? io.err : io.out)(overview());
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) {
    const meant = nearest(
      name,
      COMMANDS.map((each) => each.name),
    );
    io.err(
      `There is no command ${name}.${meant === undefined ? '' : ` Was "${meant}" meant?`}\n\n${overview()}`,
    );
    return EXIT.usage;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.usage);
    return EXIT.ok;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\n\n${command.usage}`);
      return EXIT.usage;
    }
    io.err(
      `The command failed by a mistake of its own: ${reasonOf(error)}. Nothing was changed. Please report it.\n`,
    );
    return EXIT.internal;
  }
}

function overview(): string {
  const rows = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(11)}${summary}`);
  return `Usage: openfloor <command> [options]\n\n${rows.join('\n')}\n\n"openfloor <command> --help" tells more.\n`;
}
