import { PREPARING_CORNERS_CHANNEL } from '../contract/corners.ts';
import type { Log } from '../platform/log.ts';
import { type Speaker, visitOfSpeaker } from './sender.ts';

/** Where words without an answer arrive; Electron's `ipcMain` fits. */
export type WordPort = {
  readonly on: (channel: string, heard: (event: Speaker) => void) => unknown;
  readonly off: (channel: string, heard: (event: Speaker) => void) => unknown;
};

/** What the doorman of the static page needs. */
export type PreparingDoormanParts = {
  readonly port: WordPort;
  readonly seats: {
    /** The visit of the static page in these web contents; null when it is none. */
    readonly preparingVisitOf: (webContentsId: number) => number | null;
  };
  /** Two opposite corners were held on it. */
  readonly openStaff: (visit: number) => void;
  readonly log: Log;
};

/**
 * Hears the one thing that the static page can say; answers a function that takes the doorman away. Such a page is there only while
 * it is on show: nobody waits behind with one.
 */
export function postPreparingDoorman({ port, seats, openStaff, log }: PreparingDoormanParts): () => void {
  const heard = (event: Speaker) => {
    const visit = visitOfSpeaker(event, seats.preparingVisitOf);
    if (visit !== null) openStaff(visit);
    else
      log.trouble('call-refused', 'A call came from somewhere it may not come from.', {
        call: PREPARING_CORNERS_CHANNEL,
        visit,
      });
  };
  port.on(PREPARING_CORNERS_CHANNEL, heard);
  return () => void port.off(PREPARING_CORNERS_CHANNEL, heard);
}
