/** A clock that can be stopped at a moment. */
export type SettableClock = {
  readonly now: () => Date;
  /** Stops the clock at a moment; null lets it run with the real time. */
  readonly set: (moment: Date | null) => void;
};

/** Makes a clock that shows the real time until it is set. */
export function clock(real: () => Date = () => new Date()): SettableClock {
  let stopped: Date | null = null;
  return {
    // A new date each time, because dates can be changed by whoever holds them.
    now: () => (stopped ? new Date(stopped) : real()),
    set: (moment) => {
      stopped = moment;
    },
  };
}
