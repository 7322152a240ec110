import type { GuideSource, Seat } from '../contract/visitor.ts';

/** What a seat shows: the visitor's page, or the static page without script that needs nothing to work. */
export type SeatPage = 'visitor' | 'preparing';

/** How often the page on show was asked to paint, and when it last did; moments in milliseconds of the stage's clock. */
export type Pulse = { readonly beat: number; readonly askedAt: number; readonly paintedAt: number };

/** The number of the edition that a seat was told to show; null for none at all, and before the editions are known. */
export type SeatEdition = { readonly seq: number | null };

/** What people see. */
export type OnShow =
  /** Nothing could be shown, not even the static page; the window has its own colour. */
  | { readonly kind: 'empty'; readonly retryAt: number }
  /** The static page, while an understudy is prepared behind it. */
  | { readonly kind: 'preparing'; readonly visit: number }
  /** The page's static shell, until the page is ready. */
  | ({ readonly kind: 'loading'; readonly visit: number; readonly since: number } & SeatEdition)
  /** The page, waiting for somebody. */
  | ({ readonly kind: 'attract'; readonly visit: number; readonly pulse: Pulse } & SeatEdition)
  /** The page, in use. */
  | ({ readonly kind: 'in-use'; readonly visit: number; readonly pulse: Pulse } & SeatEdition);

/** What waits behind. */
export type Understudy =
  | { readonly kind: 'none'; readonly notBefore: number }
  | ({ readonly kind: 'loading'; readonly visit: number; readonly since: number } & SeatEdition)
  | ({ readonly kind: 'ready'; readonly visit: number; readonly since: number } & SeatEdition);

/** What a newer edition has been through so far. */
type Tried = {
  readonly seq: number;
  /** Attempts that failed in a way that can be the edition's fault. */
  readonly failures: number;
  /** Attempts that failed in any way. */
  readonly attempts: number;
};

/** A newer edition that is tried in a third seat, behind the understudy: what it does there is seen by nobody. */
export type Trial =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'waiting'; readonly notBefore: number } & Tried)
  | ({ readonly kind: 'loading'; readonly visit: number; readonly since: number } & Tried)
  | ({ readonly kind: 'ready'; readonly visit: number; readonly since: number } & Tried);

/** The editions as the stage goes by them, each by its number. */
export type Content = {
  /** The edition of the next visit; null when there is none at all. */
  readonly good: number | null;
  /** Editions to go back to when that one fails, the best first. */
  readonly earlier: readonly number[];
  /**
   * The edition that was left because it kept failing. It is marked bad as soon as the earlier one is seen to work; should
   * that fail as well, the machine is at fault and not the edition, and it gets its place back.
   */
  readonly accused: { readonly seq: number; readonly reason: GoneReason } | null;
  /** True once going back did not help: no edition is left again before a page has been seen to work. */
  readonly isEveryoneFailing: boolean;
  /** When pages of this edition were lost on show, in milliseconds of the stage's clock; only the latest ones. */
  readonly lostAt: readonly number[];
};

/** Everything the stage knows. */
export type StageState = {
  readonly kind: 'closed' | 'open';
  /** Number of the newest seat; every seat gets the next one. */
  readonly lastVisit: number;
  readonly onShow: OnShow;
  readonly understudy: Understudy;
  readonly trial: Trial;
  readonly content: Content;
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
  | 'frozen'
  /** It was ready, but without the edition it was told to show. */
  | 'refused';

/** Why the seats change places. */
export type SwapReason =
  | 'start'
  | 'visit-done'
  | 'visit-idle'
  | 'page-gone'
  | 'page-ready'
  | 'new-edition'
  | 'static-page';

/** What happens to the stage. */
export type StageEvent =
  | { readonly kind: 'opened' }
  /** The editions on disk have been looked at. */
  | { readonly kind: 'content-known'; readonly good: number | null; readonly earlier: readonly number[] }
  /** Another edition on disk is the one to show, or there are others to go back to, because files were lost or found. */
  | { readonly kind: 'content-changed'; readonly good: number | null; readonly earlier: readonly number[] }
  /** There is one more edition to go back to, after all others. */
  | { readonly kind: 'fallback-known'; readonly seq: number }
  /** A newer edition is whole and waits to be tried. */
  | { readonly kind: 'edition-offered'; readonly seq: number }
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
  /** From now on this is the edition to show. */
  | { readonly kind: 'adopt'; readonly seq: number }
  /** This edition does not work and is not to be tried again. */
  | { readonly kind: 'mark-bad'; readonly seq: number; readonly reason: GoneReason; readonly where: Seat }
  /** Write down that the stage goes from one edition back to another. */
  | { readonly kind: 'report-retreat'; readonly from: number; readonly to: number }
  /** Write down that the next attempt waits. */
  | { readonly kind: 'report-pause'; readonly failures: number; readonly pauseMs: number };

/** The stage before anything was built. */
export const CLOSED_STAGE: StageState = {
  kind: 'closed',
  lastVisit: 0,
  onShow: { kind: 'empty', retryAt: Number.POSITIVE_INFINITY },
  understudy: { kind: 'none', notBefore: 0 },
  trial: { kind: 'none' },
  content: { good: null, earlier: [], accused: null, isEveryoneFailing: false, lostAt: [] },
  failedStarts: 0,
  lastFailedStart: 0,
  failedShows: 0,
  contentKnown: false,
};

/** The seat on show, or null when nothing is. */
export function visitOnShow({ onShow }: StageState): number | null {
  return onShow.kind === 'empty' ? null : onShow.visit;
}

/** The seat in which a newer edition is tried, or null when none is. */
export function visitOnTrial({ trial }: StageState): number | null {
  return trial.kind === 'loading' || trial.kind === 'ready' ? trial.visit : null;
}

/** Where the seat of a visitor's page stands; null for the static page and for seats that are gone. */
export function placeOf(state: StageState, visit: number): Seat | null {
  const { onShow, understudy } = state;
  if (onShow.kind !== 'empty' && onShow.kind !== 'preparing' && onShow.visit === visit) return 'on-show';
  if (visitOnTrial(state) === visit) return 'understudy';
  return understudy.kind !== 'none' && understudy.visit === visit ? 'understudy' : null;
}

/** The edition that the seat of a visitor's page is to show; null for none. */
export function editionOf({ onShow, understudy, trial }: StageState, visit: number): number | null {
  if ('seq' in onShow && onShow.visit === visit) return onShow.seq;
  if ('seq' in understudy && understudy.visit === visit) return understudy.seq;
  return 'visit' in trial && trial.visit === visit ? trial.seq : null;
}

/** Every edition that somebody is reading, or may have to read next. */
export function editionsInUse({ onShow, understudy, trial, content }: StageState): readonly number[] {
  const seats = [onShow, understudy, trial].flatMap((seat) => ('seq' in seat ? [seat.seq] : []));
  const numbers = [...seats, content.good, content.accused?.seq ?? null, ...content.earlier];
  return [...new Set(numbers.flatMap((seq) => (seq === null ? [] : [seq])))];
}
