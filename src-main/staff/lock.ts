import { z } from 'zod';
import { FIRST_LOCK_MS, LONGEST_LOCK_MS, WRONG_UNTIL_LOCKED } from './limits.ts';

/** Wrong PINs as they are written down: how many in a row, and when the door was last locked for it. */
export const lockRecord = z.strictObject({
  schema: z.literal(1),
  wrong: z.int().nonnegative(),
  /** ISO 8601 in UTC, by the clock of the terminal; null when it was never locked. */
  lockedAt: z.iso.datetime().nullable(),
});
export type LockRecord = Readonly<z.infer<typeof lockRecord>>;

/** Nobody has tried anything. */
export const NO_WRONG: LockRecord = { schema: 1, wrong: 0, lockedAt: null };

/** What a record that cannot be read counts for: one lock, since somebody may have wanted it unreadable. */
export function lockAsIfDamaged(now: Date): LockRecord {
  return { schema: 1, wrong: WRONG_UNTIL_LOCKED, lockedAt: now.toISOString() };
}

/** The record after one more wrong PIN; every {@link WRONG_UNTIL_LOCKED}th locks the door. */
export function oneMoreWrong({ wrong, lockedAt }: LockRecord, now: Date): LockRecord {
  const next = wrong + 1;
  return { schema: 1, wrong: next, lockedAt: locksAt(next) ? now.toISOString() : lockedAt };
}

/** True when that many wrong PINs lock the door. */
export function locksAt(wrong: number): boolean {
  return wrong > 0 && wrong % WRONG_UNTIL_LOCKED === 0;
}

/** How long the door stays locked after so many wrong PINs, in milliseconds; 0 before the first lock. */
export function lockLengthMs(wrong: number): number {
  const locks = Math.floor(wrong / WRONG_UNTIL_LOCKED);
  return locks === 0 ? 0 : Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (locks - 1));
}

/**
 * How much of a lock is left when the terminal starts, in milliseconds. A clock that says it is before the lock began has
 * been set back: the whole lock is served again.
 */
export function lockLeftMs({ wrong, lockedAt }: LockRecord, now: Date): number {
  if (lockedAt === null) return 0;
  const length = lockLengthMs(wrong);
  const served = now.getTime() - Date.parse(lockedAt);
  return served < 0 ? length : Math.max(0, length - served);
}
