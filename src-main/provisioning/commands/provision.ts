import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode } from '../../platform/files.ts';
import { thisMachine } from '../../platform/machine.ts';
import {
  type Answers,
  answerable,
  answersOfSwitches,
  answersOfText,
  together,
} from '../provision/answers.ts';
import { provision as carryOut } from '../provision/provision.ts';
import { ProvisionRefusal, refuse } from '../provision/refusal.ts';
import { chosenOptions, chosenPlace } from './chosen.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { type Network, networkThrough } from './network.ts';

/** `openfloor provision`: one file that makes a machine this terminal. */
export const provision: Command = {
  name: 'provision',
  summary:
    'set this terminal up: asks, or takes switches or a file; trusts a server once its fingerprint is confirmed',
  usage: `Usage: openfloor provision [--config FILE] [--dry-run] [--anew]
       openfloor provision --SETTING VALUE … [--answers FILE] [--fingerprint F] [--config FILE] [--dry-run] [--anew]

Writes the settings of this terminal. Without settings it asks for those that differ from terminal to terminal. The switches are
the names of the settings ("openfloor config --explain"): --terminal.id hall-2 --server.url https://guide.example.org/openfloor/
What is not named stays as it is, comments and other lines of the file too; what is replaced is kept beside it. Run again with
the same, it changes nothing.

With a server its root of trust is fetched and written beside the settings (root.json), once somebody has compared its fingerprint
with the one from the content team: it is asked for, or given with --fingerprint. Nothing is asked when a centre has packaged its
root inside the application, and the server has that one. Without a network: copy the root.json of the content team to the machine
and name it with --server.root.

  --answers FILE   settings from a file of the same form as the settings, and perhaps a line "fingerprint:"; switches count above it
  --fingerprint F  the fingerprint of the server's root of trust, from the content team
  --config FILE    write this settings file instead of the terminal's own
  --dry-run        show the difference, change nothing
  --anew           begin with a new file; the old one is kept beside it

Ends with 0 when the terminal is set up as wanted, 1 when nothing was changed because something has to be put right first, 2 when
the command was not understood.
`,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, switches } = optionsOf(args);
  const place = chosenPlace(io);
  const file = resolve(options.config ?? place.file ?? '');
  const networks: Network[] = [];
  try {
    const answers = await answersOf(options, switches);
    if (answers === null && io.ask === undefined)
      throw new UsageError(
        'Nobody sits there to be asked. Say what to set, with --SETTING VALUE or --answers FILE.',
      );
    await carryOut(
      {
        file,
        place: { ...place, file, isNamed: options.config !== undefined },
        answers,
        isAnew: options.anew === true,
        isRehearsal: options['dry-run'] === true,
      },
      {
        out: io.out,
        ask: io.ask ?? null,
        machine: thisMachine,
        rootInside: io.program?.root ?? null,
        http: (proxy) => {
          const network = networkThrough(proxy, io.environment);
          networks.push(network);
          return network.http;
        },
      },
    );
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof ProvisionRefusal)) throw error;
    io.err(`Nothing was changed.\n${error.message}\n`);
    return EXIT.problems;
  } finally {
    for (const network of networks) network.close();
  }
}

const OPTIONS = {
  answers: { type: 'string' },
  fingerprint: { type: 'string' },
  config: { type: 'string' },
  'dry-run': { type: 'boolean' },
  anew: { type: 'boolean' },
} as const;

function optionsOf(args: readonly string[]) {
  const settings = Object.fromEntries(answerable.map(({ name }) => [name, { type: 'string' } as const]));
  const { values } = chosenOptions({ args: [...args], options: { ...settings, ...OPTIONS } });
  const switches = Object.fromEntries(
    answerable.flatMap(({ name }) => {
      const value: unknown = Reflect.get(values, name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  return { options: values, switches };
}

/** Null when nothing was said: then somebody is asked. */
async function answersOf(
  options: { readonly answers?: string; readonly fingerprint?: string },
  switches: Readonly<Record<string, string>>,
): Promise<Answers | null> {
  const isSaid =
    options.answers !== undefined || options.fingerprint !== undefined || Object.keys(switches).length > 0;
  if (!isSaid) return null;
  const fromFile =
    options.answers === undefined
      ? []
      : [answersOfText(await textOf(resolve(options.answers)), options.answers)];
  return together([...fromFile, answersOfSwitches(switches, options.fingerprint ?? null)]);
}

async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    return refuse(
      `The answers in ${file} cannot be read (${error instanceof TypeError ? 'not text in UTF-8' : errorCode(error)}).`,
    );
  }
}
