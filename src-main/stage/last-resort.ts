import { join } from 'node:path';
import { type App, session, WebContentsView } from 'electron';
import { seatPreferences } from '../lockdown/preferences.ts';
import type { Clock } from '../platform/clock.ts';
import { LAST_RESORT_FOR_MS, PAPER } from './limits.ts';
import type { PlainSize } from './plain-size.ts';
import { followWindow, openStageWindow } from './window.ts';

/**
 * Shows the static page straight from disk, when the terminal could not start: no services, no script, a session of its
 * own. Even if that file is missing there is a calm window instead of an error.
 */
export function showLastResort(pages: string, plain: PlainSize | null): void {
  const window = openStageWindow(plain);
  const apart = session.fromPartition('last-resort');
  const view = new WebContentsView({
    webPreferences: {
      ...seatPreferences({ session: apart, preload: null, developerTools: false }),
      javascript: false,
    },
  });
  view.setBackgroundColor(PAPER);
  window.contentView.addChildView(view);
  followWindow(window, () => [view])();
  view.webContents
    .loadFile(join(pages, 'visitor', 'preparing.html'))
    .catch(() => window.contentView.removeChildView(view));
}

/** Ends the application after a minute, with a status that has it started again by whoever supervises the terminal. */
export function endToBeStartedAgain(app: App, clock: Pick<Clock, 'after'>): void {
  clock.after(LAST_RESORT_FOR_MS, () => app.exit(1));
}
