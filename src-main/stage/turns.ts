import { FAILURES_UNTIL_PREPARING, FIRST_PAUSE_MS, LONGEST_PAUSE_MS } from './limits.ts';
import type { Order, Pulse, StageState } from './state.ts';

/** The stage after something happened, and what must be done for it. */
export type Step = { readonly state: StageState; readonly orders: readonly Order[] };

/** A change of the stage at a moment, in milliseconds of the stage's clock. */
export type Move = (state: StageState, now: number) => Step;

/** Nothing needs to be done. */
export function stay(state: StageState): Step {
  return { state, orders: [] };
}

/** One move after the other, their orders in the same sequence. */
export function inTurn(state: StageState, now: number, ...moves: readonly Move[]): Step {
  return moves.reduce<Step>((before, move) => {
    const after = move(before.state, now);
    return { state: after.state, orders: [...before.orders, ...after.orders] };
  }, stay(state));
}

/** Gives one order and changes nothing. */
export function order(given: Order): Move {
  return (state) => ({ state, orders: [given] });
}

/** A page that begins to be watched now. */
export function freshPulse(now: number): Pulse {
  return { beat: 0, askedAt: now, paintedAt: now };
}

/** Pause before the next attempt: none after a first accident, then doubling up to a minute. */
export function pauseAfter(failures: number): number {
  return failures < FAILURES_UNTIL_PREPARING
    ? 0
    : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - FAILURES_UNTIL_PREPARING));
}
