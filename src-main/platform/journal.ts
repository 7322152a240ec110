import { fstatSync } from 'node:fs';

/** What tells whether standard error is the journal's. */
export type JournalFacts = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Device and inode of standard error. */
  readonly stderr: () => { readonly dev: number | bigint; readonly ino: number | bigint };
};

const machineFacts: JournalFacts = {
  environment: process.env,
  stderr: () => fstatSync(2, { bigint: true }),
};

/**
 * True when standard error goes straight into systemd's journal: systemd names device and inode of what it connected in
 * `JOURNAL_STREAM`, so that a program started from a service, with another standard error, does not take itself for one.
 */
export function isJournal({ environment, stderr }: JournalFacts = machineFacts): boolean {
  const named = environment['JOURNAL_STREAM'];
  if (!named) return false;
  try {
    const { dev, ino } = stderr();
    return named === `${dev}:${ino}`;
  } catch {
    return false;
  }
}

/** The beginning of a line by which journald knows how urgent it is (sd-daemon(3)): an error, or information. */
export const JOURNAL_PREFIX = { trouble: '<3>', note: '<6>' } as const;
