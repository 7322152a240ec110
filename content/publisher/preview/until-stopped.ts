const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits until somebody stops the command, with Ctrl+C or otherwise. */
export type UntilStopped = {
  /** True once that was asked for. */
  readonly asked: () => boolean;
  readonly wait: Promise<void>;
};

/** Begins to listen for the wish to stop, to the end of the process: npm and the terminal may each pass it on. */
export function untilStopped(): UntilStopped {
  let asked = false;
  let stop = (): void => {};
  const wait = new Promise<void>((resolve) => {
    stop = () => {
      asked = true;
      resolve();
    };
  });
  for (const signal of SIGNALS) process.on(signal, stop);
  return { asked: () => asked, wait };
}
