import type { WebContents } from 'electron';
import type { Log } from '../platform/log.ts';
import { originForLog } from './addresses.ts';

type Blockable = { readonly url: string; readonly preventDefault: () => void };

/**
 * Attack: a link, a script, a frame or a redirect takes the page somewhere else. A page never navigates: the stage alone
 * loads pages, and loading by the stage does not raise these events.
 */
export function forbidNavigation(contents: WebContents, log: Log): void {
  const forbid = (event: Blockable) => {
    event.preventDefault();
    log.trouble('navigation-blocked', 'A page tried to go to another address; it stays where it is.', {
      origin: originForLog(event.url),
    });
  };
  contents.on('will-navigate', forbid);
  contents.on('will-redirect', forbid);
  // The main frame has had its own event.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) forbid(event);
  });
}
