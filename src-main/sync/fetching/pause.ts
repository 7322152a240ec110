import type { Clock } from '../../platform/clock.ts';

/** Waits so many milliseconds, or until `signal` says that nobody waits any more. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** Pauses by a clock. */
export function pauseBy(clock: Pick<Clock, 'after'>): Pause {
  return (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const done = () => {
        off();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const off = clock.after(ms, done);
      signal.addEventListener('abort', done, { once: true });
    });
}
