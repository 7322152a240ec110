/** How many wrong PINs in a row lock the door. */
export const WRONG_UNTIL_LOCKED = 5;

/** How long the first lock lasts, in milliseconds; each one after it lasts twice as long. */
export const FIRST_LOCK_MS = 5 * 60_000;

/** The longest lock, in milliseconds: somebody who plays with the keys must not keep staff out for a week. */
export const LONGEST_LOCK_MS = 24 * 3_600_000;

/**
 * How long the staff page may stay without a word to the terminal before it is taken away, in milliseconds. The page leaves
 * by itself much sooner (`STAFF_IDLE_MS` of its contract); this is for a page that hangs.
 */
export const SILENT_FOR_MS = 6 * 60_000;

/** Largest of the staff's small records, in bytes. */
export const MAX_STAFF_RECORD_BYTES = 4 * 1024;

/** The number under which the staff's test print is made; seats count from 1. */
export const STAFF_VISIT = 0;
