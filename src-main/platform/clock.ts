/** Time as the services see it: one clock for durations, one for dates, and a timer. */
export type Clock = {
  /** Milliseconds since some fixed moment; never goes back and knows no date. */
  readonly monotonicMs: () => number;
  /** The wall clock, which may be wrong: only for what people read. */
  readonly now: () => Date;
  /** Calls back again and again, every so many milliseconds; answers its own "off". */
  readonly every: (ms: number, call: () => void) => () => void;
  /** Calls back once, after so many milliseconds; answers its own "off". */
  readonly after: (ms: number, call: () => void) => () => void;
};

/** The clock of this machine. */
export const machineClock: Clock = {
  monotonicMs: () => performance.now(),
  now: () => new Date(),
  every: (ms, call) => {
    const timer = setInterval(call, ms);
    return () => clearInterval(timer);
  },
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
