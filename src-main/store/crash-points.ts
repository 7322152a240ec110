/**
 * Every moment at which a test can end the terminal to see what is left: between two steps of writing, none of which may
 * be the one that must not be interrupted.
 */
export const CRASH_POINTS = [
  'partial-opened',
  'partial-appended',
  'blob-synced',
  'blob-renamed',
  'blob-durable',
  'expected-recorded',
  'edition-checked',
  'pointer-written',
  'pointer-synced',
  'pointer-renamed',
  'pointer-durable',
  'slot-written',
  'slot-synced',
  'slot-renamed',
  'slot-durable',
  'first-slot-written',
  'both-slots-written',
  'sweep-begun',
  'sweep-pointer-removed',
  'sweep-blob-removed',
  'sweep-partial-removed',
  'damage-found',
  'damage-removed',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/**
 * Ends this process as a power switch would, when `OPENFLOOR_CRASH_AT` names this point: for tests only. The bundler
 * takes every call of a function marked like this out of the terminal, and with them the names (held by
 * `tests/unit/src-main/store/crash-points.test.ts`).
 */
/* @__NO_SIDE_EFFECTS__ */
export function crashPoint(point: CrashPoint): void {
  if (process.env['OPENFLOOR_CRASH_AT'] === point) process.kill(process.pid, 'SIGKILL');
}
