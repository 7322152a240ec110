import { LONGEST_BACK_OFF_MS, POLL_MS, POLL_SPREAD } from './limits.ts';

/** A terminal that was just switched on asks within this time, in milliseconds: a whole house may get its power back at once. */
const START_SPREAD_MS = 30_000;

/** When a terminal that asks every `pollMs` asks for the first time after its start, in milliseconds; `random` between 0 and 1. */
export function firstPauseMs(pollMs: number, random: number): number {
  return random * Math.min(START_SPREAD_MS, pollMs / 2);
}

/**
 * The pause after a good cycle (`failures` 0) or after so many bad ones in a row, in milliseconds: `pollMs`, doubling,
 * spread, bounded.
 */
export function pauseMs(
  pollMs: number,
  failures: number,
  random: number,
  retryAfterMs: number | null = null,
): number {
  const longest = Math.max(pollMs, LONGEST_BACK_OFF_MS);
  const own = Math.min(pollMs * 2 ** Math.max(0, failures - 1), longest);
  const spread = own * (1 + (random * 2 - 1) * POLL_SPREAD);
  // A server that names a time names the same one to everybody: the spread goes on top of it.
  return retryAfterMs === null ? spread : Math.max(spread, retryAfterMs + random * POLL_MS);
}
