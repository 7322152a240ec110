import type { Clock } from '../../platform/clock.ts';
import { type Log, type LogSink, logTo } from '../../platform/log.ts';
import { createLogFiles, type LogFiles } from './log-files.ts';
import { createLogMemory, type LogMemory } from './log-memory.ts';

/** The log of a terminal, and where its lines can be found again. */
export type TerminalLog = {
  readonly log: Log;
  readonly memory: LogMemory;
  readonly files: LogFiles;
};

/** What the log is made of. */
export type TerminalLogParts = {
  readonly stderr: LogSink;
  /** Directory of the files. */
  readonly directory: string;
  readonly clock: Pick<Clock, 'now' | 'monotonicMs'>;
};

/** A log whose lines go to standard error, into memory and into files; files that cannot be written are said in the other two. */
export function terminalLog({ stderr, directory, clock }: TerminalLogParts): TerminalLog {
  const memory = createLogMemory();
  const files = createLogFiles({
    directory,
    clock,
    onFailure: (error) =>
      log.trouble(
        'log-not-written',
        'The files of the log cannot be written; the log goes on in memory and on standard error. Look whether the disk is full, and whether the terminal may write in this folder.',
        { directory, error },
      ),
  });
  const log = logTo([stderr, memory.take, files.take], clock);
  return { log, memory, files };
}
