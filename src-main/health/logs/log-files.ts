import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import SonicBoom from 'sonic-boom';
import type { Clock } from '../../platform/clock.ts';
import { errorCode, isNotThere } from '../../platform/files.ts';
import { jsonLine, type LogLine, type LogSink } from '../../platform/log.ts';

/** Lines that wait until the files are open: what is said before the settings are known. */
const MOST_WAITING_LINES = 500;

/** Bytes that wait in memory while the disk takes none; what comes after them is only in the journal. */
const MOST_WAITING_BYTES = 256 * 1024;

/** A disk that comes and goes is named once in this time, in milliseconds. */
export const SAY_AGAIN_AFTER_MS = 3_600_000;

const BYTES_IN_A_MEGABYTE = 1_000_000;

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

/**
 * Writes every line into a file at once, so that the last lines before a crash are there; a full file is followed by the next one,
 * and the oldest ones are removed. A disk that takes nothing is named, and stops nothing.
 */
export function createLogFiles({ directory, clock, onFailure }: LogFilesParts): LogFiles {
  let waiting: LogLine[] | null = [];
  let stream: SonicBoom | null = null;
  let size: LogFilesSize = { logFileMegabytes: 0, logFilesKept: 1 };
  let number = 1;
  /** In the file that is written now. */
  let bytes = 0;
  /** Of lines that a disk has not taken yet; they fill a file once they are in it. */
  let owedBytes = 0;
  let isTaken = true;
  let saidAt = Number.NEGATIVE_INFINITY;

  const failed = (error: unknown) => {
    if (clock.monotonicMs() - saidAt < SAY_AGAIN_AFTER_MS) return;
    saidAt = clock.monotonicMs();
    onFailure(errorCode(error));
  };

  const beginNext = (opened: SonicBoom) => {
    number += 1;
    bytes = 0;
    opened.reopen(fileIn(directory, number));
    removeBefore(directory, number - size.logFilesKept + 1).catch(failed);
  };
  /** Hands a text over, with all that waits before it; true when the disk has taken everything. */
  const hand = (opened: SonicBoom, text: string): boolean => {
    isTaken = true;
    opened.write(text);
    if (isTaken) {
      bytes += owedBytes + Buffer.byteLength(text);
      owedBytes = 0;
    } else owedBytes += Buffer.byteLength(text);
    return isTaken;
  };
  const write = (line: LogLine) => {
    if (stream === null) return;
    try {
      const text = jsonLine(line);
      const length = Buffer.byteLength(text);
      // No more waits than this; nothing but another attempt finds out that there is room again.
      if (owedBytes + length > MOST_WAITING_BYTES && !hand(stream, '')) return;
      if (bytes > 0 && bytes + length > size.logFileMegabytes * BYTES_IN_A_MEGABYTE) beginNext(stream);
      hand(stream, text);
    } catch (error) {
      failed(error);
    }
  };

  return {
    take: (line) => {
      if (waiting === null) write(line);
      else if (waiting.length < MOST_WAITING_LINES) waiting.push(line);
    },
    open: async (wanted) => {
      size = wanted;
      try {
        await mkdir(directory, { recursive: true, mode: 0o750 });
        number = Math.max(1, ...(await numbersIn(directory)));
        await removeBefore(directory, number - size.logFilesKept + 1);
        const dest = fileIn(directory, number);
        bytes = await lengthOf(dest);
        stream = new SonicBoom({ dest, sync: true, mode: 0o640 });
        // It listens once for each new file, and a burst of lines fills several before the next turn of the loop.
        stream.setMaxListeners(0);
        stream.on('error', (error) => {
          isTaken = false;
          failed(error);
        });
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

function fileIn(directory: string, number: number): string {
  return join(directory, `openfloor.${number}.log`);
}

async function numbersIn(directory: string): Promise<readonly number[]> {
  const names = await readdir(directory);
  return names.flatMap((name) => {
    const number = /^openfloor\.([1-9][0-9]{0,9})\.log$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** Removes every file of the log with a lower number; other files that somebody has put there stay. */
async function removeBefore(directory: string, first: number): Promise<void> {
  const old = (await numbersIn(directory)).filter((number) => number < first);
  await Promise.all(old.map((number) => rm(fileIn(directory, number), { force: true })));
}

async function lengthOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isNotThere(error)) return 0;
    throw error;
  }
}
