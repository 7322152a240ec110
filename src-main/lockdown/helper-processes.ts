import type { App } from 'electron';
import type { Log } from '../platform/log.ts';

/** Not an attack but its trace: a helper of Chromium (graphics, sound, storage) died; Chromium starts it again. */
export function logHelperProcesses(app: App, log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.trouble('helper-process-gone', 'A helper process of Chromium died.', { type, reason, exitCode });
  });
}
