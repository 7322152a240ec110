import type { TerminalStatus } from '../../contract/terminal-status.ts';
import type { Clock } from '../../platform/clock.ts';

/** Which seats somebody has used, and what has become of them: numbers only. */
export type VisitBook = {
  /** Somebody has begun to use this seat. */
  readonly began: (visit: number) => void;
  /** The seat was taken away. */
  readonly ended: (visit: number) => void;
  /** Its process is gone, and with it everything the visitor did there. */
  readonly wiped: (visit: number) => void;
  readonly counted: () => Pick<TerminalStatus['visits'], 'ended' | 'lastWipedAt'>;
};

/** A book of visits; what was never used is not in it, and what was wiped leaves it. */
export function createVisitBook(clock: Pick<Clock, 'now'>): VisitBook {
  const used = new Set<number>();
  let ended = 0;
  let lastWipedAt: string | null = null;
  return {
    began: (visit) => void used.add(visit),
    ended: (visit) => {
      if (used.has(visit)) ended += 1;
    },
    wiped: (visit) => {
      if (used.delete(visit)) lastWipedAt = clock.now().toISOString();
    },
    counted: () => ({ ended, lastWipedAt }),
  };
}
