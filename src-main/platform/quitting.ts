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
