import type { LogLine, LogSink } from '../../platform/log.ts';
import type { LogCode } from '../../platform/log-codes.ts';

/** How many lines are kept for the staff page. */
export const LINES_KEPT = 300;

/** How many troubles are kept beside them, however many notes have come since. */
export const TROUBLES_KEPT = 20;

/** What was logged a while ago, in memory only. */
export type LogMemory = {
  readonly take: LogSink;
  /** The last lines, the newest last. */
  readonly lines: () => readonly LogLine[];
  /** The last lines that somebody should look at, the newest last. */
  readonly troubles: () => readonly LogLine[];
  /** How many lines of that code there were since the start. */
  readonly count: (code: LogCode) => number;
  /** How many troubles of each code there were since the start. */
  readonly troubleCounts: () => Readonly<Partial<Record<LogCode, number>>>;
};

/** Remembers the last lines of the log and counts all of them; a technician asks for both. */
export function createLogMemory(): LogMemory {
  const lines: LogLine[] = [];
  const troubles: LogLine[] = [];
  const counts = new Map<LogCode, number>();
  const troubleCounts = new Map<LogCode, number>();
  return {
    take: (line) => {
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
      counts.set(line.code, (counts.get(line.code) ?? 0) + 1);
      if (line.level !== 'trouble') return;
      troubles.push(line);
      if (troubles.length > TROUBLES_KEPT) troubles.shift();
      troubleCounts.set(line.code, (troubleCounts.get(line.code) ?? 0) + 1);
    },
    lines: () => [...lines],
    troubles: () => [...troubles],
    count: (code) => counts.get(code) ?? 0,
    troubleCounts: () => Object.fromEntries(troubleCounts),
  };
}
