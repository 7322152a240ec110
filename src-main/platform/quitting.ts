import type { App } from 'electron';
import type { Clock } from './clock.ts';

/** How long the end of the terminal waits for what must still be written, in milliseconds. */
export const QUIT_WITHIN_MS = 3_000;

/** Takes the services down when the application quits, and lets it end when they are: a disk that hangs is not waited for. */
export function quitInOrder(
  app: Pick<App, 'once' | 'quit'>,
  clock: Pick<Clock, 'after'>,
  close: () => Promise<void>,
): void {
  app.once('before-quit', (event) => {
    event.preventDefault();
    const end = () => app.quit();
    clock.after(QUIT_WITHIN_MS, end);
    close().then(end, end);
  });
}

/** Exit status that asks whoever supervises the terminal to start it again, and the one that asks not to (`RestartPreventExitStatus`). */
const EXIT_TO_BE_STARTED_AGAIN = 1;
const EXIT_TO_STAY_ENDED = 77;

/**
 * Ends the application in order at the wish of staff. Where systemd supervises it, the exit status says whether it is to be started
 * again; elsewhere the application makes its restart itself.
 */
export function endApplication(
  app: Pick<App, 'quit' | 'exit' | 'once' | 'relaunch'>,
  how: 'restart' | 'exit',
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const isSupervised = Boolean(environment['NOTIFY_SOCKET']);
  if (isSupervised) {
    app.once('will-quit', (event) => {
      event.preventDefault();
      app.exit(how === 'restart' ? EXIT_TO_BE_STARTED_AGAIN : EXIT_TO_STAY_ENDED);
    });
  } else if (how === 'restart') app.relaunch();
  app.quit();
}
