import type { Clock } from './clock.ts';
import type { LogCode } from './log-codes.ts';

/** What a line may carry beside its sentence: numbers, ids, codes. Never words of a visitor. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Part of a normal day, or something a technician should look at. */
export type LogLevel = 'note' | 'trouble';

/** One event. */
export type LogLine = {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly level: LogLevel;
  readonly code: LogCode;
  readonly sentence: string;
  readonly facts: LogFacts;
};

/** Somewhere that lines go to; it neither throws nor waits. */
export type LogSink = (line: LogLine) => void;

/** Where services write what happened. */
export type Log = {
  /** Something that is part of a normal day. */
  readonly note: (code: LogCode, sentence: string, facts?: LogFacts) => void;
  /** Something a technician should look at. */
  readonly trouble: (code: LogCode, sentence: string, facts?: LogFacts) => void;
};

/** A log whose every line goes to each of these. */
export function logTo(sinks: readonly LogSink[], clock: Pick<Clock, 'now'>): Log {
  const line =
    (level: LogLevel) =>
    (code: LogCode, sentence: string, facts: LogFacts = {}) => {
      const made: LogLine = { at: clock.now().toISOString(), level, code, sentence, facts };
      for (const sink of sinks) sink(made);
    };
  return { note: line('note'), trouble: line('trouble') };
}

/** An event as one line of JSON: `{at, level, code, sentence, …facts}`. */
export function jsonLine({ facts, ...line }: LogLine): string {
  return `${JSON.stringify({ ...line, ...facts })}\n`;
}

/** A log that writes one line of JSON for each event. */
export function lineLog(write: (line: string) => void, clock: Pick<Clock, 'now'>): Log {
  return logTo([(line) => write(jsonLine(line))], clock);
}

/**
 * Writes to standard error, with the prefix of each level in front where there is one; a terminal whose error stream nobody reads
 * any more goes on without it.
 */
export function toStderr(prefix: Readonly<Record<LogLevel, string>> | null): LogSink {
  process.stderr.on('error', () => {});
  return (line) => void process.stderr.write(`${prefix?.[line.level] ?? ''}${jsonLine(line)}`);
}

/** The first line of what an error says, without its stack: fit for a log, not for a screen. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n', 1)[0] ?? '').slice(0, 300);
}
