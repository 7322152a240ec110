import type { Clock } from '../../src-main/platform/clock.ts';

type Timer = { dueAt: number; readonly everyMs: number | null; readonly call: () => void };

/** A clock that a test moves by hand: timers fire, in order, while it is moved. */
export type HandClock = Clock & {
  /** Moves on, and lets every timer on the way fire at its moment. */
  readonly pass: (ms: number) => void;
  /** Moves on without any timer, like a machine that sleeps. */
  readonly sleep: (ms: number) => void;
  /** Sets the wall clock so much forward or back, as somebody with a wrong date would; durations go on as they were. */
  readonly setWall: (ms: number) => void;
};

/** Makes a clock that starts at 0 on 1 January 2026, 00:00 UTC. */
export function handClock(): HandClock {
  const began = Date.UTC(2026, 0, 1);
  const timers = new Set<Timer>();
  let ms = 0;
  let wallOffMs = 0;
  const start = (timer: Timer) => {
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const nextUntil = (end: number) =>
    [...timers].filter((timer) => timer.dueAt <= end).sort((one, other) => one.dueAt - other.dueAt)[0];
  return {
    monotonicMs: () => ms,
    now: () => new Date(began + ms + wallOffMs),
    every: (everyMs, call) => start({ dueAt: ms + everyMs, everyMs, call }),
    after: (afterMs, call) => start({ dueAt: ms + afterMs, everyMs: null, call }),
    pass: (forMs) => {
      const end = ms + forMs;
      for (let timer = nextUntil(end); timer; timer = nextUntil(end)) {
        ms = Math.max(ms, timer.dueAt);
        if (timer.everyMs === null) timers.delete(timer);
        else timer.dueAt = ms + timer.everyMs;
        timer.call();
      }
      ms = end;
    },
    sleep: (forMs) => {
      ms += forMs;
    },
    setWall: (byMs) => {
      wallOffMs += byMs;
    },
  };
}
