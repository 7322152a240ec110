/** How long a visit may rest, in milliseconds. */
export type IdleLimits = { readonly warnAfterMs: number; readonly warningMs: number };

/** Where a visit stands between two touches. */
export type IdleState =
  | { readonly kind: 'active' }
  | { readonly kind: 'warning'; readonly remainingMs: number }
  | { readonly kind: 'over' };

/** The shortest warning anybody gets, in milliseconds (WCAG 2.2.1 asks for 20 s). */
export const SHORTEST_WARNING_MS = 20_000;

/**
 * The rule of idling: rest, then a warning, then the end. `now` and `lastTouch` are readings of the same monotonic
 * clock in milliseconds.
 */
export function idleState(now: number, lastTouch: number, limits: IdleLimits): IdleState {
  const rest = Math.max(0, now - lastTouch);
  if (rest < limits.warnAfterMs) return { kind: 'active' };
  const remainingMs = limits.warnAfterMs + warningLength(limits) - rest;
  return remainingMs > 0 ? { kind: 'warning', remainingMs } : { kind: 'over' };
}

/** Length of the warning in milliseconds, never below {@link SHORTEST_WARNING_MS}. */
export function warningLength(limits: IdleLimits): number {
  return Math.max(SHORTEST_WARNING_MS, limits.warningMs);
}
