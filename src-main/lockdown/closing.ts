import type { App, BaseWindow } from 'electron';
import type { Log } from '../platform/log.ts';

/** Exit status that tells whoever supervises the terminal to start it again. */
const EXIT_TO_BE_STARTED_AGAIN = 1;

/** Attack: Alt+F4, a window manager's button or its menu closes the only window. It closes when the application quits. */
export function forbidClosing(window: BaseWindow, app: App): void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  window.on('close', (event) => {
    if (!isQuitting) event.preventDefault();
  });
  window.on('system-context-menu', (event) => event.preventDefault());
}

/** Without a window the terminal is of no use: it ends with a status that has it started again. */
export function restartWithoutWindow(app: App, log: Log): void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (isQuitting) return;
    log.trouble('window-lost', 'The window is gone; the application ends to be started again.');
    app.exit(EXIT_TO_BE_STARTED_AGAIN);
  });
}
