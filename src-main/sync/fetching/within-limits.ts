import type { Clock } from '../../platform/clock.ts';
import { FetchFailure } from '../failure.ts';
import { RATE_WINDOW_MS, SLOWEST_BYTES_PER_SECOND, STALL_MS, TOTAL_GRACE_MS } from '../limits.ts';
import type { Bucket } from './bucket.ts';
import { TooLong } from './transport.ts';

/** What the limits are measured with. */
export type LimitParts = {
  readonly clock: Pick<Clock, 'monotonicMs' | 'after'>;
  readonly bucket: Bucket;
  /** Longest body, in bytes. */
  readonly atMost: number;
  /** Told once when nobody reads any more: at the end of the body, or before it. */
  readonly over: (isWhole: boolean) => void;
};

/**
 * A body that cannot hurt: not one byte more than `atMost`, no long silence, no drip of single bytes, an end in
 * sight. Only waiting for the sender counts; the time our own disk or our own bandwidth limit takes does not.
 */
export async function* withinLimits(
  body: AsyncIterable<Uint8Array>,
  { clock, bucket, atMost, over }: LimitParts,
): AsyncGenerator<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  const longestMs = TOTAL_GRACE_MS + (atMost / SLOWEST_BYTES_PER_SECOND) * 1_000;
  let seen = 0;
  let isWhole = false;
  let waitedMs = 0;
  const rate = { ms: 0, bytes: 0 };
  try {
    for (;;) {
      const asked = clock.monotonicMs();
      const next = await inTime(clock, STALL_MS, pieces.next(), 'no byte for too long');
      const ms = clock.monotonicMs() - asked;
      if (next.done) {
        isWhole = true;
        return;
      }
      const { byteLength } = next.value;
      seen += byteLength;
      if (seen > atMost) throw new TooLong(`more than ${atMost} bytes`);
      waitedMs += ms;
      if (waitedMs > longestMs) throw new FetchFailure('too-slow', 'not at its end after the longest time');
      rate.ms += ms;
      rate.bytes += byteLength;
      if (rate.ms >= RATE_WINDOW_MS) {
        if (rate.bytes < (rate.ms / 1_000) * SLOWEST_BYTES_PER_SECOND)
          throw new FetchFailure('too-slow', `${rate.bytes} bytes in ${Math.round(rate.ms / 1_000)} seconds`);
        rate.ms = 0;
        rate.bytes = 0;
      }
      yield next.value;
      await bucket(byteLength);
    }
  } finally {
    over(isWhole);
    // Not waited for: a body in the middle of a silence answers only once its request has really ended.
    if (!isWhole) pieces.return?.().catch(() => {});
  }
}

/** The value of a promise, or a `FetchFailure` with `too-slow` when it takes longer than `ms`. */
export function inTime<Value>(
  clock: Pick<Clock, 'after'>,
  ms: number,
  promise: Promise<Value>,
  late: string,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const off = clock.after(ms, () => reject(new FetchFailure('too-slow', late)));
    promise.then(resolve, reject).finally(off);
  });
}
