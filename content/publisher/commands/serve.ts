import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TIMESTAMP_PATH } from '../../model/central-server.ts';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import * as say from '../messages.ts';
import { readArguments } from '../options.ts';
import { untilStopped } from '../preview/until-stopped.ts';
import { problemAt, wholeFile } from '../problem.ts';
import { problemsList } from '../report.ts';

const OPTIONS = { port: { type: 'string' }, host: { type: 'string' } } as const;

/** `guide serve`: a small web server for trials. */
export const serve: Command = { name: 'serve', summary: say.serveSummary, usage: say.serveUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, words } = readArguments(args, OPTIONS, 1);
  const [name] = words;
  if (name === undefined) throw new UsageError(say.serveNeedsFolder);
  const folder = resolve(io.cwd, name);
  const port = options.port === undefined ? 0 : toPort(options.port);
  const host = options.host ?? '127.0.0.1';
  const isThere = await stat(join(folder, TIMESTAMP_PATH)).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isThere) {
    const problem = problemAt(wholeFile(folder), say.nothingToServe);
    io.err(`${say.notServedHeading}\n\n${problemsList([problem])}\n`);
    return EXIT.problems;
  }
  const stopped = untilStopped();
  const { serveTree } = await import('../serve/static-server.ts');
  try {
    const server = await serveTree(folder, host, port, (method, path, status) => {
      io.out(`${status} ${method} ${path}\n`);
    });
    io.out(`${say.servedAt(server.url, folder)}\n`);
    if (!['127.0.0.1', '::1', 'localhost'].includes(host)) io.out(`${say.servedToAll}\n`);
    await stopped.wait;
    await server.stop();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    io.err(`${say.cannotListen(port, String(error.code))}\n`);
    return EXIT.problems;
  }
  io.out(`\n${say.serveStopped}\n`);
  return EXIT.ok;
}

function toPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65_535) throw new UsageError(say.badPort(value));
  return port;
}
