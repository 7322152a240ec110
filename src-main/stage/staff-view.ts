import { type BaseWindow, type Session, WebContentsView } from 'electron';
import { staffEventChannel } from '../contract/bridge.ts';
import { STAFF_PAGE, type StaffEvent, type StaffPayload } from '../contract/staff.ts';
import { seatPreferences } from '../lockdown/preferences.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Processes } from '../platform/processes.ts';
import type { StaffView } from '../staff/staff-room.ts';
import { PAPER, PROCESS_GONE_WITHIN_MS } from './limits.ts';
import { followWindow } from './window.ts';

/** What the view of the staff page needs. */
export type StaffViewParts = {
  readonly window: BaseWindow;
  /** A session of its own, in memory. */
  readonly session: Session;
  /** The preload of the staff page, absolute. */
  readonly preload: string;
  /** True only while developing. */
  readonly developerTools: boolean;
  readonly processes: Processes;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
  /** Called when its process died or hangs, or its page could not be loaded. */
  readonly onBroken: () => void;
};

/** The staff page as a view over the seats, and a way to tell it something. */
export type StaffCover = StaffView & {
  readonly tell: <Name extends StaffEvent>(event: Name, payload: StaffPayload<Name>) => void;
  /** Puts it on top again when a seat has come forward. */
  readonly keepOnTop: () => void;
};

/** Builds the staff page's view, in a renderer process of its own each time it is opened. */
export function createStaffView(parts: StaffViewParts): StaffCover {
  const { window, session, preload, developerTools, processes, clock, log, onBroken } = parts;
  let view: WebContentsView | null = null;
  const refit = followWindow(window, () => (view === null ? [] : [view]));

  const endProcess = (processId: number) => {
    clock.after(PROCESS_GONE_WITHIN_MS, () => {
      if (!processes.isAlive(processId) || view?.webContents.getOSProcessId() === processId) return;
      log.trouble('process-outlived-visit', 'The process of the staff page was still alive and is killed.', {
        process: processId,
      });
      processes.kill(processId);
    });
  };

  return {
    show: () => {
      const made = new WebContentsView({
        webPreferences: seatPreferences({ session, preload, developerTools }),
      });
      view = made;
      made.setBackgroundColor(PAPER);
      const broken = () => {
        if (view === made) onBroken();
      };
      const { webContents: contents } = made;
      contents.on('render-process-gone', broken);
      contents.on('unresponsive', broken);
      contents.on('did-navigate', (_event, _url, status) => {
        if (status >= 400) broken();
      });
      contents.on('did-fail-load', (_event, _code, _why, _url, isMainFrame) => {
        if (isMainFrame) broken();
      });
      window.contentView.addChildView(made);
      refit();
      contents.focus();
      // A page that cannot be loaded is reported by `did-fail-load`.
      contents.loadURL(STAFF_PAGE).catch(() => {});
    },
    hide: () => {
      const gone = view;
      if (gone === null) return;
      view = null;
      const contents = gone.webContents;
      const processId = contents.isDestroyed() ? 0 : contents.getOSProcessId();
      window.contentView.removeChildView(gone);
      if (!contents.isDestroyed()) contents.close();
      if (processId !== 0) endProcess(processId);
    },
    pageId: () => view?.webContents.id ?? null,
    tell: (event, payload) => {
      const contents = view?.webContents;
      if (contents && !contents.isDestroyed() && !contents.isCrashed())
        contents.send(staffEventChannel(event), payload);
    },
    keepOnTop: () => {
      if (view === null) return;
      window.contentView.addChildView(view);
      view.webContents.focus();
    },
  };
}
