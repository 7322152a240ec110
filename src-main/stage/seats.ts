import { type BaseWindow, type Session, WebContentsView } from 'electron';
import { eventChannel } from '../contract/bridge.ts';
import { PIXELS_PER_MM_ARGUMENT } from '../contract/corners.ts';
import { type EventPayload, VISITOR_ORIGIN, VISITOR_PAGE, type VisitorEvent } from '../contract/visitor.ts';
import { seatPreferences } from '../lockdown/preferences.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Processes } from '../platform/processes.ts';
import { PAPER, PROCESS_GONE_WITHIN_MS } from './limits.ts';
import type { Hands } from './stage.ts';
import type { GoneReason, SeatPage } from './state.ts';
import { followWindow } from './window.ts';

/** The static page that is shown when the visitor's page cannot be; it has no script, only a preload that looks for held corners. */
export const PREPARING_PAGE = `${VISITOR_ORIGIN}/visitor/preparing.html`;

const ADDRESS: Record<SeatPage, string> = { visitor: VISITOR_PAGE, preparing: PREPARING_PAGE };

/** What the seats need. */
export type SeatParts = {
  readonly window: BaseWindow;
  readonly session: Session;
  /** The preload of the visitor's page, absolute. */
  readonly preload: string;
  /** The preload of the static page, absolute. */
  readonly preparingPreload: string;
  /** CSS pixels in a millimetre of this screen. */
  readonly pixelsPerMm: number;
  /** True only while developing. */
  readonly developerTools: boolean;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly log: Log;
  readonly onGone: (visit: number, reason: GoneReason) => void;
  /** Called after the seat of a visit was taken away. */
  readonly onDismissed: (visit: number) => void;
  /** Called once the process of a seat that was taken away is known to be gone. */
  readonly onWiped: (visit: number) => void;
  /** Called when a seat has come on top: whatever lies over the seats goes there again. */
  readonly onRaised?: () => void;
};

/** The hands of the stage, and a way to find the seat of a page that speaks. */
export type Seats = Hands & {
  /** The visit of the visitor's page in these web contents; null when it is none of ours. */
  readonly visitOf: (webContentsId: number) => number | null;
  /** The same for the static page. */
  readonly preparingVisitOf: (webContentsId: number) => number | null;
  /** Tells every visitor's page, on show or behind. */
  readonly tellAll: <Name extends VisitorEvent>(event: Name, payload: EventPayload<Name>) => void;
};

type SeatView = {
  readonly view: WebContentsView;
  readonly page: SeatPage;
  /** The process it was last seen in, so that the log can name a process that has just died. */
  seenIn: number | null;
};

/** Builds the seats as views of one window, each in a renderer process of its own. */
export function createSeats({
  window,
  session,
  preload,
  preparingPreload,
  pixelsPerMm,
  developerTools,
  processes,
  clock,
  log,
  onGone,
  onDismissed,
  onWiped,
  onRaised = () => {},
}: SeatParts): Seats {
  const seats = new Map<number, SeatView>();
  /** Processes of ended visits that are not yet known to be dead. */
  const leaving = new Set<number>();
  const refit = followWindow(window, () => [...seats.values()].map((seat) => seat.view));

  const livingProcessOf = (visit: number) => {
    const contents = seats.get(visit)?.view.webContents;
    return (contents && !contents.isDestroyed() && contents.getOSProcessId()) || null;
  };

  const isSharing = (visit: number) => {
    const mine = livingProcessOf(visit);
    if (mine === null) return false;
    const others = [...seats.keys()].filter((other) => other !== visit);
    return leaving.has(mine) || others.some((other) => livingProcessOf(other) === mine);
  };

  const watch = (visit: number, { webContents: contents }: WebContentsView) => {
    const gone = (reason: GoneReason) => {
      if (seats.has(visit)) onGone(visit, reason);
    };
    contents.on('render-process-gone', () => gone('crashed'));
    contents.on('unresponsive', () => gone('unresponsive'));
    contents.on('did-navigate', (_event, _url, status) => {
      const seat = seats.get(visit);
      if (seat) seat.seenIn = livingProcessOf(visit);
      if (status >= 400) gone('not-loaded');
      // A page that shares its process with an earlier visit would carry it on.
      else if (isSharing(visit)) gone('shared-process');
    });
    contents.on('did-fail-load', (_event, _code, _why, _url, isMainFrame) => {
      if (isMainFrame) gone('not-loaded');
    });
  };

  const endProcess = (visit: number, processId: number) => {
    leaving.add(processId);
    clock.after(PROCESS_GONE_WITHIN_MS, () => {
      leaving.delete(processId);
      // An understudy that was refused for sharing leaves the process of the page on show: that one stays.
      const isInUse = [...seats.keys()].some((other) => livingProcessOf(other) === processId);
      if (isInUse) return;
      if (!processes.isAlive(processId)) {
        onWiped(visit);
        return;
      }
      log.trouble('process-outlived-visit', 'The process of an ended visit was still alive and is killed.', {
        process: processId,
      });
      processes.kill(processId);
      clock.after(PROCESS_GONE_WITHIN_MS, () => {
        if (!processes.isAlive(processId)) onWiped(visit);
      });
    });
  };

  const tell = <Name extends VisitorEvent>(
    seat: SeatView | undefined,
    event: Name,
    payload: EventPayload<Name>,
  ) => {
    const contents = seat?.view.webContents;
    if (contents && !contents.isDestroyed() && !contents.isCrashed())
      contents.send(eventChannel(event), payload);
  };

  const preloads = {
    visitor: { preload },
    preparing: { preload: preparingPreload, tell: [`${PIXELS_PER_MM_ARGUMENT}${pixelsPerMm}`] },
  } as const satisfies Record<SeatPage, unknown>;

  const visitIn = (page: SeatPage, webContentsId: number) => {
    for (const [visit, seat] of seats)
      if (seat.page === page && seat.view.webContents.id === webContentsId) return visit;
    return null;
  };

  return {
    build: (visit, page) => {
      const view = new WebContentsView({
        webPreferences: seatPreferences({
          session,
          ...preloads[page],
          developerTools,
        }),
      });
      view.setBackgroundColor(PAPER);
      seats.set(visit, { view, page, seenIn: null });
      window.contentView.addChildView(view, 0);
      refit();
      watch(visit, view);
      // A page that cannot be loaded is reported by `did-fail-load`.
      view.webContents.loadURL(ADDRESS[page]).catch(() => {});
    },
    raise: (visit) => {
      const view = seats.get(visit)?.view;
      if (!view) return;
      window.contentView.addChildView(view);
      view.webContents.focus();
      onRaised();
    },
    tell: (visit, event, payload) => tell(seats.get(visit), event, payload),
    tellAll: (event, payload) => {
      for (const seat of seats.values()) if (seat.page === 'visitor') tell(seat, event, payload);
    },
    dismiss: (visit) => {
      const seat = seats.get(visit);
      if (!seat) return;
      const processId = livingProcessOf(visit);
      seats.delete(visit);
      window.contentView.removeChildView(seat.view);
      if (!seat.view.webContents.isDestroyed()) seat.view.webContents.close();
      onDismissed(visit);
      if (processId === null) onWiped(visit);
      else endProcess(visit, processId);
    },
    processOf: (visit) => livingProcessOf(visit) ?? seats.get(visit)?.seenIn ?? null,
    visitOf: (webContentsId) => visitIn('visitor', webContentsId),
    preparingVisitOf: (webContentsId) => visitIn('preparing', webContentsId),
  };
}
