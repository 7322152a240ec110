import type { TerminalStatus } from '../../contract/terminal-status.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorCode } from '../../platform/files.ts';
import { type Log, reasonOf } from '../../platform/log.ts';
import type { LogCode } from '../../platform/log-codes.ts';
import { HEARTBEAT_MS, LOOK_EVERY_MS } from './limits.ts';

/** A file that tells how the terminal is. */
export type StatusOutlet = {
  readonly file: string;
  /** What the file holds for that status. */
  readonly write: (status: TerminalStatus) => Promise<void>;
  /** What the log says, once, when it cannot be written. */
  readonly code: LogCode;
};

/** What keeping the files up to date needs. */
export type KeepStatusParts = {
  readonly current: () => TerminalStatus;
  readonly outlets: readonly StatusOutlet[];
  readonly clock: Clock;
  readonly log: Log;
};

/** Keeps the files that tell how the terminal is; `close` writes them once more. */
export type StatusKeeper = { readonly close: () => Promise<void> };

/**
 * Writes how the terminal is: at once, whenever something that matters has changed, and at every heartbeat, so that files that
 * grow old say by themselves that the terminal has stopped. A file that cannot be written stops nothing and is named once.
 */
export function keepStatus({ current, outlets, clock, log }: KeepStatusParts): StatusKeeper {
  const failing = new Set<string>();
  let writtenAt = Number.NEGATIVE_INFINITY;
  let writtenNews = '';
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;

  const writeOne = async ({ file, write, code }: StatusOutlet, status: TerminalStatus) => {
    try {
      await write(status);
      failing.delete(file);
    } catch (error) {
      if (failing.has(file)) return;
      failing.add(file);
      const sentence =
        'A file that tells how the terminal is could not be written. Monitoring sees old figures until it can be; look whether its folder is there, and whether the terminal may write in it.';
      log.trouble(code, sentence, { file, error: errorCode(error), reason: reasonOf(error) });
    }
  };
  const writeAll = (status: TerminalStatus) => {
    writtenAt = clock.monotonicMs();
    writtenNews = newsOf(status);
    isWriting = true;
    writing = writing
      .then(async () => {
        for (const outlet of outlets) await writeOne(outlet, status);
      })
      .finally(() => {
        isWriting = false;
      });
    return writing;
  };
  const look = () => {
    // A disk that is slow is not asked for more than it can do.
    if (isWriting) return;
    const status = current();
    const isDue = clock.monotonicMs() - writtenAt >= HEARTBEAT_MS;
    if (isDue || newsOf(status) !== writtenNews) void writeAll(status);
  };

  const stop = clock.every(LOOK_EVERY_MS, look);
  look();
  return {
    close: async () => {
      stop();
      await writeAll(current());
    },
  };
}

/** What of a status is worth a write before the next heartbeat: figures that are never the same twice are not. */
function newsOf({ at: _at, memoryBytes: _memory, eye, ...rest }: TerminalStatus): string {
  return JSON.stringify({ ...rest, eye: { state: eye.state, alive: eye.alive } });
}
