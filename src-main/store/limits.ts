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
