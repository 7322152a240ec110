import type { Clock } from '../../platform/clock.ts';
import { judgeClock, type KnownTime, learnTime, type Suspicion } from './clock.ts';

/** Keeps {@link KnownTime} going while the terminal runs. */
export type TimeKeeper = {
  readonly known: () => KnownTime | null;
  /** The time against which "expired" is decided now, and what is odd about the wall clock. */
  readonly judge: () => { readonly reference: Date; readonly suspicion: Suspicion };
  /** Verified content named these times, in milliseconds since 1970. */
  readonly learn: (signedTimes: readonly number[]) => void;
};

/** A time keeper that goes on from what was remembered. */
export function timeKeeper(
  remembered: KnownTime | null,
  clock: Pick<Clock, 'now' | 'monotonicMs'>,
): TimeKeeper {
  let base = remembered;
  let since = clock.monotonicMs();
  const known = () => base && { ...base, ranMs: base.ranMs + (clock.monotonicMs() - since) };
  return {
    known,
    judge: () => judgeClock(clock.now().getTime(), known()),
    learn: (signedTimes) => {
      base = learnTime(known(), signedTimes, clock.now().getTime());
      since = clock.monotonicMs();
    },
  };
}
