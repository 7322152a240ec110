import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { ContentStore } from './content-store.ts';
import {
  LOOK_AROUND_EVERY_MS,
  STOP_WITHIN_MS,
  VERIFY_BY_DAY_AFTER_MS,
  VERIFY_BYTES_PER_MS,
  VERIFY_EVERY_MS,
} from './limits.ts';

/** What the rhythm needs. */
export type RhythmParts = {
  readonly store: ContentStore;
  readonly clock: Clock;
  readonly log: Log;
  /** True while nobody uses the terminal. */
  readonly isAtRest: () => boolean;
  /** True within the hours in which nobody comes; always, where there are none. */
  readonly isNight: () => boolean;
  /** Editions that somebody reads or may have to read next; they are not swept. */
  readonly editionsInUse: () => readonly number[];
  /** Told after a sweep which editions are in use, so that nobody points at what is gone. */
  readonly onSwept: (inUse: readonly number[]) => void;
};

/** Waits after so many bytes of reading everything again, so slowly that a visitor never feels it. */
export function restAfter(clock: Pick<Clock, 'after'>): (bytes: number) => Promise<void> {
  return (bytes) =>
    new Promise((resolve) => {
      clock.after(Math.ceil(bytes / VERIFY_BYTES_PER_MS), resolve);
    });
}

/**
 * The housekeeping of the store, while nobody is there: a sweep when an edition has come or gone and once a day, and at night
 * everything is read again. A terminal that is switched off at night does that by day, once it has been up for a while.
 * A visitor stops the reading; it goes on later from there. Answers its own "off".
 */
export function keepRhythm(parts: RhythmParts): () => void {
  const { store, clock, log, isAtRest, isNight, editionsInUse, onSwept } = parts;
  const began = clock.monotonicMs();
  let isSweepDue = true;
  let sweptAt = began;
  let verifiedAt: number | null = null;
  let reading: AbortController | null = null;
  let isBusy = false;

  const sweep = async () => {
    const inUse = editionsInUse();
    const swept = await store.sweep({ inUse });
    if (swept.ok) onSwept(editionsInUse());
    else log.trouble('store-fault', swept.fault.sentence, { fault: swept.fault.code });
    isSweepDue = false;
    sweptAt = clock.monotonicMs();
  };

  const isVerifyDue = () => {
    const now = clock.monotonicMs();
    if (verifiedAt === null) return isNight() || now - began >= VERIFY_BY_DAY_AFTER_MS;
    return isNight() && now - verifiedAt >= VERIFY_EVERY_MS;
  };

  const verify = async () => {
    reading = new AbortController();
    const { blobs, bytes, damaged, isComplete } = await store.verify(reading.signal);
    reading = null;
    if (!isComplete) return;
    verifiedAt = clock.monotonicMs();
    const facts = { blobs, bytes, damaged: damaged.length };
    if (damaged.length === 0)
      log.note('store-verified', 'Every file of every edition was read again and is whole.', facts);
    else
      log.trouble('store-verified', 'Files of editions were damaged; they wait to be fetched again.', facts);
  };

  const lookAround = async () => {
    if (isBusy || !isAtRest()) return;
    isBusy = true;
    try {
      if (isSweepDue || clock.monotonicMs() - sweptAt >= VERIFY_EVERY_MS) await sweep();
      if (isAtRest() && isVerifyDue()) await verify();
    } finally {
      isBusy = false;
    }
  };

  const stops = [
    store.onChange(({ kind }) => {
      if (kind === 'activated' || kind === 'marked-bad') isSweepDue = true;
    }),
    clock.every(LOOK_AROUND_EVERY_MS, () => void lookAround()),
    clock.every(STOP_WITHIN_MS, () => {
      if (!isAtRest()) reading?.abort();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    reading?.abort();
  };
}
