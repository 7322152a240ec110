import type { TerminalStatus } from '../contract/terminal-status.ts';
import type { Clock } from '../platform/clock.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import type { ServiceManager } from '../platform/service-manager.ts';

/** How often within the time it allows the service manager is told that the terminal lives. */
const TIMES_WITHIN = 3;

/** What keeping the service manager's watchdog quiet needs. */
export type WatchdogParts = {
  /** Null where nobody watches. */
  readonly manager: ServiceManager | null;
  readonly status: () => TerminalStatus;
  readonly clock: Pick<Clock, 'every'>;
  readonly log: Log;
};

/**
 * Tells the service manager again and again that the terminal lives, as long as its main process runs and what visitors see is being
 * painted. A screen that stays dead, whatever the stage tried, is no longer vouched for, so that everything is started again. Answers "off".
 */
export function keepWatchdogQuiet({ manager, status, clock, log }: WatchdogParts): () => void {
  if (manager === null) return () => {};
  let isVouching = true;
  let isReached = true;
  const vouch = () => {
    if (!isAlive(status())) {
      if (isVouching) {
        log.trouble(
          'watchdog-withheld',
          'Nothing has been painted on the screen for a while. If that lasts, the system ends the terminal and starts it again.',
        );
      }
      isVouching = false;
      return;
    }
    isVouching = true;
    manager.stillAlive().then(
      () => {
        isReached = true;
      },
      (error: unknown) => {
        if (isReached) {
          const sentence = `The system could not be told that the terminal lives, and will start it again: ${reasonOf(error)}. Look whether systemd-notify is installed.`;
          log.trouble('watchdog-not-reached', sentence);
        }
        isReached = false;
      },
    );
  };
  vouch();
  return clock.every(manager.patienceMs / TIMES_WITHIN, vouch);
}

/** A page for visitors must be painting; a calm page without script, or one of the staff's, needs no more than to be there. */
function isAlive({ eye }: TerminalStatus): boolean {
  return eye.alive || (eye.state !== 'attract' && eye.state !== 'visit');
}
