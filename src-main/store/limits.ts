/** Free space that no download may touch, in bytes (500 MB). */
export const FREE_KEPT_BYTES = 500_000_000;

/** How long something that belongs to no edition is spared by a sweep, in milliseconds: it may be on its way to one. */
export const SWEEP_GRACE_MS = 24 * 3_600_000;

/** How many editions that did not work are remembered; later ones have higher numbers. */
export const BAD_EDITIONS_KEPT = 50;

/** Longest reason for which an edition is marked bad, in characters. */
export const MAX_REASON_CHARACTERS = 500;

/** Largest file of our own beside manifests, in bytes: pointers and slots are far smaller. */
export const MAX_RECORD_BYTES = 128 * 1024;

/** How many lengths are asked for at the same time when an edition is looked over. */
export const FACTS_AT_A_TIME = 8;

/** How often the housekeeping looks whether there is something to do, in milliseconds. */
export const LOOK_AROUND_EVERY_MS = 60_000;

/** How soon reading everything again stops once a visit has begun, in milliseconds. */
export const STOP_WITHIN_MS = 1_000;

/** Shortest time from one complete reading to the next, and from sweep to sweep, in milliseconds. */
export const VERIFY_EVERY_MS = 20 * 3_600_000;

/** How long a terminal must be up before it reads everything by day, in milliseconds: it may be switched off at night. */
export const VERIFY_BY_DAY_AFTER_MS = 6 * 3_600_000;

/** How fast everything is read again, in bytes for each millisecond: about 8 MB in a second. */
export const VERIFY_BYTES_PER_MS = 8_000;
