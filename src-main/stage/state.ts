import type { GuideSource, Seat } from '../contract/visitor.ts';

/** What a seat shows: the visitor's page, or the static page without script that needs nothing to work. */
export type SeatPage = 'visitor' | 'preparing';

/** How often the page on show was asked to paint, and when it last did; moments in milliseconds of the stage's clock. */
export type Pulse = { readonly beat: number; readonly askedAt: number; readonly paintedAt: number };

/** What people see. */
export type OnShow =
  /** Nothing could be shown, not even the static page; the window has its own colour. */
  | { readonly kind: 'empty'; readonly retryAt: number }
  /** The static page, while an understudy is prepared behind it. */
  | { readonly kind: 'preparing'; readonly visit: number }
  /** The page's static shell, until the page is ready. */
  | { readonly kind: 'loading'; readonly visit: number; readonly since: number }
  /** The page, waiting for somebody. */
  | { readonly kind: 'attract'; readonly visit: number; readonly pulse: Pulse }
  /** The page, in use. */
  | { readonly kind: 'in-use'; readonly visit: number; readonly pulse: Pulse };

/** What waits behind. */
export type Understudy =
  | { readonly kind: 'none'; readonly notBefore: number }
  | { readonly kind: 'loading'; readonly visit: number; readonly since: number }
  | { readonly kind: 'ready'; readonly visit: number; readonly since: number };

/** Everything the stage knows. */
export type StageState = {
  readonly kind: 'closed' | 'open';
  /** Number of the newest seat; every seat gets the next one. */
  readonly lastVisit: number;
  readonly onShow: OnShow;
  readonly understudy: Understudy;
  /** Pages in a row that never got ready, or died as soon as they were. */
  readonly failedStarts: number;
  /** The newest seat counted in `failedStarts`; 0 when there was none. */
  readonly lastFailedStart: number;
  /** Pages in a row that died on show before they had painted there for a while. */
  readonly failedShows: number;
  /** False while the editions on disk are still being verified: pages wait for that, and may. */
  readonly contentKnown: boolean;
};

/** Why a seat is given up. */
export type GoneReason =
  | 'crashed'
  | 'unresponsive'
  | 'not-loaded'
  | 'not-built'
  | 'shared-process'
  | 'late'
  | 'frozen';

/** Why the seats change places. */
export type SwapReason = 'start' | 'visit-done' | 'visit-idle' | 'page-gone' | 'page-ready' | 'static-page';

/** What happens to the stage. */
export type StageEvent =
  | { readonly kind: 'opened' }
  | { readonly kind: 'content-known' }
  | {
      readonly kind: 'ready';
      readonly visit: number;
      readonly seq: number | null;
      readonly source: GuideSource;
    }
  | { readonly kind: 'visit-began'; readonly visit: number }
  | { readonly kind: 'visit-ended'; readonly visit: number; readonly reason: 'done' | 'idle' }
  | { readonly kind: 'painted'; readonly visit: number; readonly beat: number }
  | { readonly kind: 'gone'; readonly visit: number; readonly reason: GoneReason }
  | { readonly kind: 'tick' }
  | { readonly kind: 'closed' };

/** What the hands of the stage must do, in this order. */
export type Order =
  /** Build a seat behind everything else and begin to load its page. */
  | { readonly kind: 'build'; readonly visit: number; readonly page: SeatPage }
  /** Put `to` on top and tell it, then end `from` and its process. */
  | { readonly kind: 'swap'; readonly from: number | null; readonly to: number; readonly reason: SwapReason }
  /** End a seat and its process. */
  | { readonly kind: 'dismiss'; readonly visit: number }
  | { readonly kind: 'ask-alive'; readonly visit: number; readonly beat: number }
  /** Write down that a seat was given up. */
  | {
      readonly kind: 'report-gone';
      readonly visit: number;
      readonly place: Seat;
      readonly reason: GoneReason;
    }
  /** Write down that the next attempt waits. */
  | { readonly kind: 'report-pause'; readonly failures: number; readonly pauseMs: number };

/** The stage before anything was built. */
export const CLOSED_STAGE: StageState = {
  kind: 'closed',
  lastVisit: 0,
  onShow: { kind: 'empty', retryAt: Number.POSITIVE_INFINITY },
  understudy: { kind: 'none', notBefore: 0 },
  failedStarts: 0,
  lastFailedStart: 0,
  failedShows: 0,
  contentKnown: false,
};

/** The seat on show, or null when nothing is. */
export function visitOnShow({ onShow }: StageState): number | null {
  return onShow.kind === 'empty' ? null : onShow.visit;
}

/** Where the seat of a visitor's page stands; null for the static page and for seats that are gone. */
export function placeOf(state: StageState, visit: number): Seat | null {
  const { onShow, understudy } = state;
  if (onShow.kind !== 'empty' && onShow.kind !== 'preparing' && onShow.visit === visit) return 'on-show';
  return understudy.kind !== 'none' && understudy.visit === visit ? 'understudy' : null;
}
