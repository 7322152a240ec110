/** Most sheets of A4 one ticket may have: what is longer is for a phone, or for a member of staff. */
export const MAX_PAGES = 6;

/** Longest receipt, in millimetres. */
export const MAX_RECEIPT_MM = 1_000;

/** Most tickets one visit may print: paper is for everybody. */
export const MAX_TICKETS_A_VISIT = 4;

/** How often a job and its printer are asked how they are, in milliseconds. */
export const LOOK_EVERY_MS = 1_000;

/**
 * How long a ticket whose printing has begun may go on after its visit has ended, in milliseconds: somebody who touches
 * "I'm done" is still waiting at the printer. What has not begun, or hangs, is cancelled with the visit.
 */
export const FINISH_WITHIN_MS = 20_000;

/**
 * How often a job that is still there is forgotten anew, {@link LOOK_EVERY_MS} apart: CUPS gives a printer's program 30 seconds to
 * end before it ends it.
 */
export const MOST_TRIES_TO_FORGET = 45;

/** How long the print system may take to answer, in milliseconds. */
export const ANSWER_WITHIN_MS = 10_000;

/** How long a ticket may take to be laid out, in milliseconds. */
export const PRESS_WITHIN_MS = 15_000;

/** Name of every job of a terminal in the queue: it says whose it is and nothing of what is on it. */
export const JOB_NAME = 'Openfloor';
