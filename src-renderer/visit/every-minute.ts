const MINUTE_MS = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function wait(): void {
  // From full minute to full minute of the clock, however late a timer comes.
  timer = setTimeout(
    () => {
      wait();
      for (const listener of listeners) listener();
    },
    MINUTE_MS - (Date.now() % MINUTE_MS),
  );
}

/** Calls at every full minute, so that what is over leaves a screen that stands open; one timer for all. Returns its own "off". */
export function everyMinute(listener: () => void): () => void {
  if (listeners.size === 0) wait();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}
