import type { Log, LogFacts } from '../../src-main/platform/log.ts';
import type { LogCode } from '../../src-main/platform/log-codes.ts';

/** One line that would have been logged. */
export type RecordedLine = {
  readonly level: 'note' | 'trouble';
  readonly code: LogCode;
  readonly sentence: string;
  readonly facts: LogFacts;
};

/** A log that keeps its lines for a test to look at. */
export function recordedLog(): Log & { readonly lines: RecordedLine[]; readonly codes: () => LogCode[] } {
  const lines: RecordedLine[] = [];
  const keep =
    (level: RecordedLine['level']) =>
    (code: LogCode, sentence: string, facts: LogFacts = {}) =>
      void lines.push({ level, code, sentence, facts });
  return { lines, codes: () => lines.map((line) => line.code), note: keep('note'), trouble: keep('trouble') };
}
