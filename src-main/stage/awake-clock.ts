import type { Clock } from '../platform/clock.ts';
import { LONGEST_TICK_MS, TICK_MS } from './limits.ts';

/** Time during which the stage was awake and could look; in milliseconds. */
export type AwakeClock = {
  readonly nowMs: () => number;
  /** Takes note of a tick; answers nothing. */
  readonly tick: () => void;
};

/**
 * A clock that stands still while the terminal sleeps or is blocked: a page that could not answer because nobody was
 * there to hear it is not frozen.
 */
export function awakeClock(clock: Pick<Clock, 'monotonicMs'>): AwakeClock {
  let awakeMs = 0;
  let tickedAt = clock.monotonicMs();
  const sinceTick = () => Math.min(clock.monotonicMs() - tickedAt, LONGEST_TICK_MS);
  return {
    nowMs: () => awakeMs + sinceTick(),
    tick: () => {
      awakeMs += sinceTick();
      tickedAt = clock.monotonicMs();
    },
  };
}

/** Ticks regularly; answers its own "off". */
export function tickRegularly(
  clock: Pick<Clock, 'every'>,
  awake: AwakeClock,
  onTick: () => void,
): () => void {
  return clock.every(TICK_MS, () => {
    awake.tick();
    onTick();
  });
}
