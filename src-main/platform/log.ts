import type { Clock } from './clock.ts';
import type { LogCode } from './log-codes.ts';

/** What a line may carry beside its sentence: numbers, ids, codes. Never words of a visitor. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Where services write what happened. */
export type Log = {
  /** Something that is part of a normal day. */
  readonly note: (code: LogCode, sentence: string, facts?: LogFacts) => void;
  /** Something a technician should look at. */
  readonly trouble: (code: LogCode, sentence: string, facts?: LogFacts) => void;
};

/** A log that writes one line of JSON for each event: `{at, level, code, sentence, …facts}`. */
export function lineLog(write: (line: string) => void, clock: Pick<Clock, 'now'>): Log {
  const line =
    (level: 'note' | 'trouble') =>
    (code: LogCode, sentence: string, facts: LogFacts = {}) =>
      write(`${JSON.stringify({ at: clock.now().toISOString(), level, code, sentence, ...facts })}\n`);
  return { note: line('note'), trouble: line('trouble') };
}

/** Writes to standard error; a terminal whose error stream nobody reads any more goes on without it. */
export function writeToStderr(): (line: string) => void {
  process.stderr.on('error', () => {});
  return (line) => void process.stderr.write(line);
}

/** The first line of what an error says, without its stack: fit for a log, not for a screen. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n', 1)[0] ?? '').slice(0, 300);
}
