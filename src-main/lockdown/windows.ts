import type { WebContents } from 'electron';
import type { Log } from '../platform/log.ts';
import { originForLog } from './addresses.ts';

/** Attack: `window.open`, a link with a target, or a form opens a second window that nothing guards. */
export function forbidWindows(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(({ url }) => {
    log.trouble('window-blocked', 'A page tried to open a window.', { origin: originForLog(url) });
    return { action: 'deny' };
  });
}
