import type { PrinterTrouble } from '../contract/printing.ts';

/** What IPP says of a printer (RFC 8011, 5.4.11 to 5.4.13). */
export type PrinterFacts = {
  readonly state: 'idle' | 'processing' | 'stopped';
  /** For instance `media-empty-error`; `none` when all is well. */
  readonly reasons: readonly string[];
  readonly acceptsJobs: boolean;
};

/** Reasons that stop the paper, in the order in which they are told: the first is what somebody should be told to do. */
const TROUBLES: readonly (readonly [PrinterTrouble, RegExp])[] = [
  ['out-of-paper', /^(?:media-empty|media-needed)(?:-error|-warning)?$/],
  // CUPS says `offline-report` for a printer that is switched off.
  ['offline', /^(?:offline(?:-report|-error|-warning)?|timed-out(?:-error|-warning)?|shutdown(?:-error)?)$/],
  // Reports and warnings (little toner) stop nothing; an error does, and so does a queue that was paused by hand.
  ['failed', /-error$|^(?:paused|stopped|cover-open|door-open|interlock-open|media-jam|input-tray-missing)$/],
];

/**
 * What is wrong with a printer, or null. CUPS learns of paper and cables only while it prints, and what it learnt stays
 * written down after a job was cancelled: at rest such reasons are history, and the next ticket finds out.
 */
export function troubleOf({ state, reasons, acceptsJobs }: PrinterFacts): PrinterTrouble | null {
  if (state === 'idle') return acceptsJobs ? null : 'failed';
  for (const [trouble, pattern] of TROUBLES) {
    if (reasons.some((reason) => pattern.test(reason))) return trouble;
  }
  return acceptsJobs && state !== 'stopped' ? null : 'failed';
}
