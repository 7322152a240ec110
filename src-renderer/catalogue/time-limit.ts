import { NoAnswer } from './errors.ts';

/** Rings once after so many milliseconds, unless the returned function is called before. */
export type StartTimer = (milliseconds: number, ring: () => void) => () => void;

/** The page's own timer. */
export const pageTimer: StartTimer = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds);
  return () => clearTimeout(timer);
};

/** Runs one piece of work and waits for it no longer than the limit. */
export type TimeLimit = <Value>(milliseconds: number, work: () => PromiseLike<Value>) => Promise<Value>;

/** Makes a {@link TimeLimit}: work that is late is left alone and answered with {@link NoAnswer}. */
export function timeLimit(startTimer: StartTimer): TimeLimit {
  return (milliseconds, work) =>
    new Promise((resolve, reject) => {
      const stop = startTimer(milliseconds, () => reject(new NoAnswer(`No answer in ${milliseconds} ms.`)));
      // Inside a promise of the page's own kind: Dexie's promises and a throwing `work` end up in the same two places.
      Promise.resolve().then(work).then(resolve, reject).finally(stop);
    });
}
