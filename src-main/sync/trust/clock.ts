/** What is known about the time without believing the wall clock. All times in milliseconds since 1970. */
export type KnownTime = {
  /** The newest time that somebody has signed and that this terminal has verified. */
  readonly signedAt: number;
  /** How long this terminal has run since it saw that, in milliseconds, by a clock that nobody can set. */
  readonly ranMs: number;
};

/** How the wall clock looks beside {@link KnownTime}. */
export type Suspicion = 'behind' | 'ahead' | null;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Behind by more than this is worth a technician's look: less is a clock that was set a little late. */
const BEHIND_MS = DAY_MS;

/** Ahead by more than this is a clock that runs in another year, or a terminal that stood switched off for so long. */
const AHEAD_MS = 366 * DAY_MS;

/** How far a signed time may be ahead of a plausible wall clock: time zones and small faults of the publisher's clock. */
const SIGNED_AHEAD_MS = DAY_MS;

/** The time it is at least: nobody can have signed in the future, and the terminal has run since. */
export function earliestNow({ signedAt, ranMs }: KnownTime): number {
  return signedAt + ranMs;
}

/**
 * The time against which "expired" is decided (TUF 5.1), and what is odd about the wall clock.
 *
 * - Usually it is the wall clock, never earlier than {@link earliestNow}: setting the clock back brings no expired
 *   metadata to life again.
 * - A clock more than a year ahead of what is known is reported and not obeyed: the earliest possible time is taken.
 *   Otherwise a clock in the wrong decade would make everything look expired, for ever. What that opens: on a terminal
 *   that saw no signed time for more than a year, metadata counts as fresh that was fresh when the terminal last saw one,
 *   or since. Versions still cannot go down, every signature must still be right, and the first signed time of today
 *   makes the clock plausible again, so that the next cycle is strict.
 */
export function judgeClock(
  wall: number,
  known: KnownTime | null,
): { readonly reference: Date; readonly suspicion: Suspicion } {
  if (known === null) return { reference: new Date(wall), suspicion: null };
  const earliest = earliestNow(known);
  if (wall > earliest + AHEAD_MS) return { reference: new Date(earliest), suspicion: 'ahead' };
  return {
    reference: new Date(Math.max(wall, earliest)),
    suspicion: wall < earliest - BEHIND_MS ? 'behind' : null,
  };
}

/**
 * What is known after verified content named times at which it was signed. A time that lies ahead of a plausible wall
 * clock is not believed: one publisher's wrong clock must not make every later publication look expired. Beside a wall
 * clock that is behind, a signed time counts up to a year ahead of what was known.
 */
export function learnTime(
  known: KnownTime | null,
  signedTimes: readonly number[],
  wall: number,
): KnownTime | null {
  const isBehind = judgeClock(wall, known).suspicion === 'behind';
  const latest = isBehind && known !== null ? earliestNow(known) + AHEAD_MS : wall + SIGNED_AHEAD_MS;
  const believed = signedTimes.filter((time) => Number.isFinite(time) && time <= latest);
  const newest = Math.max(...believed);
  if (!Number.isFinite(newest)) return known;
  return known === null || newest > earliestNow(known) ? { signedAt: newest, ranMs: 0 } : known;
}
