import type { Channel } from '../../content/model/channel.ts';
import type { Clock } from '../platform/clock.ts';
import { pauseMs } from './rhythm.ts';
import type { SyncState } from './state.ts';

/**
 * Keeps an edition that could not be had from being tried with every poll, while polls go on: notices, and the next
 * edition, still arrive at the usual pace.
 */
export type Patience = {
  readonly mayFetch: (channel: Channel) => boolean;
  /** It failed: how it stands until it is tried again. */
  readonly failed: (channel: Channel, state: SyncState, retryAfterMs: number | null) => void;
  /** The state an edition failed with that is being waited for; null when none is. */
  readonly waitingWith: () => SyncState | null;
  readonly forget: () => void;
};

/** No edition has failed yet. */
export function patience(clock: Pick<Clock, 'monotonicMs'>, pollMs: number, random: () => number): Patience {
  let failed: {
    readonly manifest: string;
    readonly times: number;
    readonly notBefore: number;
    readonly state: SyncState;
  } | null = null;
  return {
    mayFetch: ({ manifest }) =>
      failed?.manifest !== manifest.sha256 || clock.monotonicMs() >= failed.notBefore,
    failed: ({ manifest }, state, retryAfterMs) => {
      const times = failed?.manifest === manifest.sha256 ? failed.times + 1 : 1;
      const notBefore = clock.monotonicMs() + pauseMs(pollMs, times, random(), retryAfterMs);
      failed = { manifest: manifest.sha256, times, notBefore, state };
    },
    waitingWith: () => failed?.state ?? null,
    forget: () => {
      failed = null;
    },
  };
}
