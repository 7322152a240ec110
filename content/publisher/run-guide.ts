import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { internalError, overview, unknownCommand, unknownFlag } from './messages.ts';
import { nearest } from './steps/nearest.ts';

/** Runs one command of the content team and returns the number the process ends with; never throws. */
export async function runGuide(
  args: readonly string[],
  io: Io,
  commands: readonly Command[],
): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(overview(commands));
    return EXIT.ok;
  }
  const command = commands.find((each) => each.name === name);
  try {
    if (command === undefined) {
      const names = commands.map((each) => each.name);
      if (name === undefined) throw new UsageError('');
      throw new UsageError(
        name.startsWith('-') ? unknownFlag(name, undefined) : unknownCommand(name, nearest(name, names)),
      );
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(command.usage);
      return EXIT.ok;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError) {
      const sentence = error.message === '' ? '' : `${error.message}\n\n`;
      io.err(`${sentence}${command?.usage ?? overview(commands)}`);
      return EXIT.usage;
    }
    io.err(`${internalError(error instanceof Error ? error.message : String(error))}\n`);
    return EXIT.internal;
  }
}
