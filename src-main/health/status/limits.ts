/** How often it is looked whether something has changed, in milliseconds; the record is never written more often. */
export const LOOK_EVERY_MS = 1_000;

/** How old the record becomes before it is written again although nothing has changed, in milliseconds. */
export const HEARTBEAT_MS = 15_000;

/** From this age on, in milliseconds, a record says that its terminal has stopped or hangs: three heartbeats were missed. */
export const STALE_AFTER_MS = 3 * HEARTBEAT_MS;

/** How far in the future a record may be dated, in milliseconds, before it says that the clock was set back. */
export const FUTURE_ALLOWED_MS = 60_000;

/** Largest record that is read, in bytes; a real one has a few thousand. */
export const MAX_STATUS_BYTES = 256 * 1024;
