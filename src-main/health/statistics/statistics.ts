import { readFile } from 'node:fs/promises';
import type { CountedEvent } from '../../contract/counted-events.ts';
import type { Clock } from '../../platform/clock.ts';
import { replaceDurably } from '../../platform/durable-file.ts';
import { errorCode, isNotThere } from '../../platform/files.ts';
import type { Log } from '../../platform/log.ts';
import {
  type Counts,
  fileOf,
  type StatisticsLine,
  statisticsFile,
  toldOf,
  withOneMore,
  withoutOldDays,
} from './counts.ts';

/**
 * How often counts go to disk, in milliseconds: at every such beat whether or not anything was counted, so that neither
 * the file's time nor two copies of it tell when somebody was here. A power cut costs at most this much counting.
 */
export const WRITE_EVERY_MS = 60 * 60 * 1000;

/** Anonymous statistics of this terminal: how often each of a few things happened on a day, in a language. */
export type Statistics = {
  /** One more. Never fails, and never waits for the disk. */
  readonly count: (event: CountedEvent, language: string) => void;
  /** What may be told of the days that are over; empty where nothing is counted. */
  readonly read: () => readonly StatisticsLine[];
  /** Writes what is not on disk yet. */
  readonly close: () => Promise<void>;
};

/** What counting needs. */
export type StatisticsParts = {
  /** The one file, absolute; it comes into being with the first beat. */
  readonly file: string;
  /** The day of a moment on the centre's calendar, `YYYY-MM-DD`. */
  readonly dayOf: (moment: Date) => string;
  /** Languages of the guide; others are not counted. */
  readonly languages: () => readonly string[];
  readonly clock: Clock;
  readonly log: Log;
};

/** For a terminal that counts nothing: no file is read, none comes into being. */
export const noStatistics: Statistics = {
  count: () => {},
  read: () => [],
  close: async () => {},
};

/** Begins to count, from what is on disk. A file that cannot be read is replaced by a new one, and the log says so. */
export async function openStatistics({
  file,
  dayOf,
  languages,
  clock,
  log,
}: StatisticsParts): Promise<Statistics> {
  let counts = await readCounts(file, log);
  let isFailing = false;
  const write = async () => {
    counts = withoutOldDays(counts);
    try {
      await replaceDurably(file, fileOf(counts));
      isFailing = false;
    } catch (error) {
      // Counting goes on in memory; one line is enough for a disk that stays full.
      if (!isFailing) {
        log.trouble('statistics-not-written', 'The statistics could not be written to disk.', {
          error: errorCode(error),
        });
      }
      isFailing = true;
    }
  };
  let writing = Promise.resolve();
  const writeInTurn = () => {
    writing = writing.then(write);
    return writing;
  };
  const stop = clock.every(WRITE_EVERY_MS, () => void writeInTurn());

  return {
    count: (event, language) => {
      if (languages().includes(language)) counts = withOneMore(counts, dayOf(clock.now()), language, event);
    },
    read: () => toldOf(counts, dayOf(clock.now())),
    close: () => {
      stop();
      return writeInTurn();
    },
  };
}

async function readCounts(file: string, log: Log): Promise<Counts> {
  const fresh = (why: string) => {
    log.trouble('statistics-unreadable', `The statistics on disk are begun anew: ${why}.`);
    return {};
  };
  try {
    const parsed = statisticsFile.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data.days : fresh('the file does not have the agreed form');
  } catch (error) {
    if (isNotThere(error)) return {};
    return fresh(error instanceof SyntaxError ? 'the file is not JSON' : errorCode(error));
  }
}
