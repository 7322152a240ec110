import { execFile } from 'node:child_process';

/** What started the terminal and watches over it. */
export type ServiceManager = {
  /** How long it waits without a word before it starts the terminal again, in milliseconds. */
  readonly patienceMs: number;
  /** Tells it that the terminal lives. Rejects when it cannot be told. */
  readonly stillAlive: () => Promise<void>;
};

/** Longest a word to the service manager may take, in milliseconds. */
const WITHIN_MS = 10_000;

/**
 * systemd, where it started this process with a watchdog; else null. It is told by systemd's own `systemd-notify`, since Node has no
 * datagram sockets of that kind. The unit says `NotifyAccess=all`: the terminal is a child of what systemd started.
 */
export function serviceManager(
  environment: Readonly<Record<string, string | undefined>>,
): ServiceManager | null {
  const patienceMs = Number(environment['WATCHDOG_USEC']) / 1_000;
  if (!environment['NOTIFY_SOCKET'] || !(patienceMs > 0)) return null;
  return {
    patienceMs,
    stillAlive: () =>
      new Promise((resolve, reject) => {
        execFile('systemd-notify', ['WATCHDOG=1'], { timeout: WITHIN_MS }, (error) => {
          if (error === null) resolve();
          else reject(error);
        });
      }),
  };
}
