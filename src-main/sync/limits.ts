/** How often the server is asked, in milliseconds; each terminal draws its own moment within ± {@link POLL_SPREAD}. */
export const POLL_MS = 60_000;

/** How far a pause may be from {@link POLL_MS}, as a share of it. */
export const POLL_SPREAD = 0.2;

/** Longest pause after failures, in milliseconds (15 minutes). */
export const LONGEST_BACK_OFF_MS = 15 * 60_000;

/** Longest pause a server may ask for with `Retry-After`, in milliseconds (1 hour). */
export const LONGEST_RETRY_AFTER_MS = 60 * 60_000;

/** How often an offline terminal looks whether a network has come back, in milliseconds. */
export const NETWORK_LOOK_MS = 5_000;

/** All metadata is read again after so long even when the server says that nothing changed: new root keys show only there. */
export const WHOLE_REFRESH_MS = 12 * 60 * 60_000;

/** From asking until the headers of the answer are here, in milliseconds. */
export const ANSWER_MS = 20_000;

/** Longest silence in the middle of an answer, in milliseconds. */
export const STALL_MS = 20_000;

/** Slowest rate that is worth waiting for, in bytes a second, measured over {@link RATE_WINDOW_MS} of waiting. */
export const SLOWEST_BYTES_PER_SECOND = 1024;

/** How long a slow answer gets to show that it is fast enough, in milliseconds of waiting. */
export const RATE_WINDOW_MS = 30_000;

/** Longest time for one answer beside what its length needs at the slowest rate, in milliseconds. */
export const TOTAL_GRACE_MS = 60_000;

/** How many files are fetched at the same time. */
export const FILES_AT_ONCE = 4;

/** Attempts in a row without one new byte before a file is left for the next cycle. */
export const ATTEMPTS_WITHOUT_PROGRESS = 4;

/** Attempts altogether for one file in one cycle, progress or not. */
export const ATTEMPTS_PER_FILE = 200;

/** Pause before the second attempt, in milliseconds; it doubles with each one that brings nothing. */
export const ATTEMPT_PAUSE_MS = 1_000;

/** Redirects followed, all within the server's own origin. */
export const MOST_REDIRECTS = 3;

/** Largest record of what is trusted that is read, in bytes: all metadata at its largest, in base64, and room for the rest. */
export const MAX_RECORD_BYTES = 2 * 1024 ** 2;

/** Of how many editions it is known from which channel they came: more than come in while one is on show. */
export const ORIGINS_KEPT = 32;

/** A file up to this length may be asked for compressed, in bytes (1 MiB): a break costs little then. */
export const COMPRESSED_UP_TO = 1024 ** 2;

/** How often it is written down for how long the terminal has run, in milliseconds (1 hour): a clock cannot be set that way. */
export const TIME_SAVED_EVERY_MS = 60 * 60_000;

/**
 * A day that is surely over, in milliseconds since 1970: a terminal that never saw a signed time knows at least this. A literal, because
 * dates of files come from clocks that may be wrong. Raised with releases.
 */
export const SURELY_OVER = Date.UTC(2026, 10, 1);
