import type { Session } from 'electron';
import { KIOSK_SCHEME } from '../contract/urls.ts';
import type { Log } from '../platform/log.ts';
import { originForLog } from './addresses.ts';

/** True for the only requests a page may make: our own scheme, and the developer tools while developing. */
export function isAllowedRequest(address: string, isPackaged: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === `${KIOSK_SCHEME}:` || (protocol === 'devtools:' && !isPackaged);
}

/** Attack: a page, or content that found a way around the page's policy, talks to a network. */
export function refuseNetwork(session: Session, isPackaged: boolean, log: Log): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isAllowedRequest(url, isPackaged);
    if (cancel) {
      log.trouble('request-blocked', 'A page tried to reach something outside the guide.', {
        origin: originForLog(url),
      });
    }
    answer({ cancel });
  });
}
