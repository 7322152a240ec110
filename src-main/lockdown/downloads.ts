import type { Session } from 'electron';
import type { Log } from '../platform/log.ts';

/** Attack: a link with `download`, or a file the browser cannot show, opens a "save as" dialog or fills the disk. */
export function refuseDownloads(session: Session, log: Log): void {
  session.on('will-download', (event) => {
    event.preventDefault();
    log.trouble('download-blocked', 'A page tried to save a file.');
  });
}
