import type { Clock } from '../../platform/clock.ts';

/** Waits until so many bytes may have passed. */
export type Bucket = (bytes: number) => Promise<void>;

/** How much may pass at once after a rest, in seconds of the limit. */
const BURST_SECONDS = 1;

/** A bucket without a bottom: nothing waits. */
export const noLimit: Bucket = async () => {};

/**
 * A token bucket that all downloads of a terminal share, so that a release does not take the line from the rest of the
 * house; `kilobitsPerSecond` as technicians know it, null for no limit.
 */
export function bandwidthBucket(
  kilobitsPerSecond: number | null,
  clock: Pick<Clock, 'monotonicMs' | 'after'>,
): Bucket {
  if (kilobitsPerSecond === null) return noLimit;
  const bytesPerMs = kilobitsPerSecond / 8;
  const burst = bytesPerMs * 1_000 * BURST_SECONDS;
  let tokens = burst;
  let filledAt = clock.monotonicMs();
  return (bytes) => {
    const now = clock.monotonicMs();
    tokens = Math.min(burst, tokens + (now - filledAt) * bytesPerMs) - bytes;
    filledAt = now;
    // Debt is paid by waiting; who comes later waits for the debt of those before, too.
    if (tokens >= 0) return Promise.resolve();
    return new Promise((resolve) => void clock.after(Math.ceil(-tokens / bytesPerMs), resolve));
  };
}
