/** Things to undo at the end, whichever way the end comes. */
export type Cleanups = {
  readonly add: (undo: () => void | Promise<void>) => void;
  /** Undoes everything, latest first; a failing one does not stop the others. */
  readonly run: () => Promise<void>;
};

/** Makes an empty list of things to undo. */
export function createCleanups(): Cleanups {
  const undos: (() => void | Promise<void>)[] = [];
  return {
    add: (undo) => undos.push(undo),
    run: async () => {
      for (let undo = undos.pop(); undo; undo = undos.pop()) {
        try {
          await undo();
        } catch (error) {
          console.error(
            `Something could not be tidied up: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
      }
    },
  };
}

/** Tidies up and ends the process on Ctrl+C and on a request to end. */
export function endOnSignals(cleanups: Cleanups): void {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  // A terminal, npm and our own starter may each pass a signal on: only the first one counts.
  let ending = false;
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void cleanups.run().then(() => process.exit(code));
    });
  }
}
