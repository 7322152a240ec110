/** How long a page may take from being built to being ready, in milliseconds. */
export const READY_WITHIN_MS = 30_000;

/** How often the page on show is asked to paint a frame, in milliseconds. */
export const ALIVE_EVERY_MS = 5_000;

/** How long the page on show may go without a painted frame, in milliseconds. */
export const PAINTED_WITHIN_MS = 15_000;

/** Without a painted frame for so long, in milliseconds, the page on show has left a question unanswered: it is reported as not alive. */
export const SILENT_AFTER_MS = 2 * ALIVE_EVERY_MS;

/** How often deadlines are looked at, in milliseconds. */
export const TICK_MS = 1_000;

/** Most time that one tick can be worth, in milliseconds: the rest is a terminal that was asleep or busy, not a page that was silent. */
export const LONGEST_TICK_MS = 2_000;

/** How long an understudy must have been ready to count as proven, in milliseconds. */
export const PROVEN_AFTER_MS = 5_000;

/** How many failures in a row make it a page that does not work, rather than an accident. */
export const FAILURES_UNTIL_PREPARING = 2;

/** How many times a newer edition may fail to be ready before it counts as bad. */
export const FAILURES_UNTIL_BAD = 2;

/** How many understudies in a row may fail, while a page of the same edition serves visitors, before the stage goes back to an earlier one. */
export const FAILED_STARTS_UNTIL_RETREAT = 4;

/** How many pages of one edition may be lost on show within {@link LOST_WITHIN_MS} before the stage goes back to an earlier one. */
export const LOST_UNTIL_RETREAT = 3;

/** The time in which lost pages are counted together, in milliseconds. */
export const LOST_WITHIN_MS = 10 * 60_000;

/** First pause between two attempts once the page does not work, in milliseconds; it doubles. */
export const FIRST_PAUSE_MS = 2_000;

/** Longest pause between two attempts, in milliseconds. */
export const LONGEST_PAUSE_MS = 60_000;

/** Pause before the static page is tried again when even that died, in milliseconds. */
export const STATIC_PAGE_PAUSE_MS = 1_000;

/** How long the process of an ended visit may take to be gone before it is killed, in milliseconds. */
export const PROCESS_GONE_WITHIN_MS = 500;

/** How long the last resort is shown before the terminal is started again, in milliseconds. */
export const LAST_RESORT_FOR_MS = 60_000;

/** Colour of the window before any page has painted: the paper of the screens. */
export const PAPER = '#FBF6EC';
