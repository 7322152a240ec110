/// <reference path="./pino-roll.d.ts" />
import { join } from 'node:path';
import openRolling from 'pino-roll';
import type { Clock } from '../../platform/clock.ts';
import { errorCode } from '../../platform/files.ts';
import { jsonLine, type LogLine, type LogSink } from '../../platform/log.ts';

/** Lines that wait until the files are open: what is said before the settings are known. */
const MOST_WAITING_LINES = 500;

/** Bytes that wait in memory while the disk takes none; what comes after them is only in the journal. */
const MOST_WAITING_BYTES = 256 * 1024;

/** A disk that comes and goes is named once in this time, in milliseconds. */
export const SAY_AGAIN_AFTER_MS = 3_600_000;

/** How large a file becomes, and how many are kept. */
export type LogFilesSize = { readonly logFileMegabytes: number; readonly logFilesKept: number };

/** The log on disk: `openfloor.<n>.log`, the highest number is the newest. */
export type LogFiles = {
  readonly take: LogSink;
  /** Opens the files and writes what has waited. Never rejects. */
  readonly open: (size: LogFilesSize) => Promise<void>;
  readonly close: () => void;
};

/** What the files need. */
export type LogFilesParts = {
  /** Where they lie; made when it is not there. */
  readonly directory: string;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Told, now and then, that the files cannot be written; `error` is the system's code. */
  readonly onFailure: (error: string) => void;
};

type Stream = Awaited<ReturnType<typeof openRolling>>;

/**
 * Writes every line into a file at once, so that the last lines before a crash are there; a full file is followed by the next one,
 * and the oldest ones are removed. A disk that takes nothing is named, and stops nothing.
 */
export function createLogFiles({ directory, clock, onFailure }: LogFilesParts): LogFiles {
  let waiting: LogLine[] | null = [];
  let stream: Stream | null = null;
  let saidAt = Number.NEGATIVE_INFINITY;

  const failed = (error: unknown) => {
    if (clock.monotonicMs() - saidAt < SAY_AGAIN_AFTER_MS) return;
    saidAt = clock.monotonicMs();
    onFailure(errorCode(error));
  };
  const write = (line: LogLine) => {
    try {
      stream?.write(jsonLine(line));
    } catch (error) {
      failed(error);
    }
  };

  return {
    take: (line) => {
      if (waiting === null) write(line);
      else if (waiting.length < MOST_WAITING_LINES) waiting.push(line);
    },
    open: async ({ logFileMegabytes, logFilesKept }) => {
      try {
        stream = await openRolling({
          file: join(directory, 'openfloor'),
          extension: 'log',
          size: `${Math.round(logFileMegabytes * 1_000)}k`,
          limit: { count: logFilesKept, removeOtherLogFiles: true },
          mkdir: true,
          mode: 0o640,
          sync: true,
          maxLength: MOST_WAITING_BYTES,
        });
        stream.on('error', failed);
      } catch (error) {
        failed(error);
      }
      const early = waiting ?? [];
      waiting = null;
      for (const line of early) write(line);
    },
    close: () => {
      stream?.destroy();
      stream = null;
    },
  };
}
