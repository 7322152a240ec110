import { doubt, lost } from './doubt.ts';
import { FAILURES_UNTIL_PREPARING, PROVEN_AFTER_MS, STATIC_PAGE_PAUSE_MS } from './limits.ts';
import { type GoneReason, type StageState, type SwapReason, visitOnShow, visitOnTrial } from './state.ts';
import { beginTrial, trialGone } from './trial.ts';
import { freshPulse, inTurn, type Move, order, pauseAfter, stay } from './turns.ts';

const failuresOf = ({ failedStarts, failedShows }: StageState) => Math.max(failedStarts, failedShows);

/** Builds the visitor's page behind what is on show. */
const buildUnderstudy: Move = (state, now) => {
  const visit = state.lastVisit + 1;
  return {
    state: {
      ...state,
      lastVisit: visit,
      understudy: { kind: 'loading', visit, since: now, seq: state.content.good },
    },
    orders: [{ kind: 'build', visit, page: 'visitor' }],
  };
};

/** Puts the understudy on show as it is; a page that is still loading shows its static shell. */
const bringForward =
  (reason: SwapReason): Move =>
  (state, now) => {
    const { understudy } = state;
    if (understudy.kind === 'none') return stay(state);
    const { visit, seq } = understudy;
    return {
      state: {
        ...state,
        onShow:
          understudy.kind === 'ready'
            ? { kind: 'attract', visit, seq, pulse: freshPulse(now) }
            : { kind: 'loading', visit, seq, since: understudy.since },
        // After failures the next one waits, or a page that dies as soon as it is seen would go round and round.
        understudy: { kind: 'none', notBefore: now + pauseAfter(failuresOf(state)) },
      },
      orders: [{ kind: 'swap', from: visitOnShow(state), to: visit, reason }],
    };
  };

/** Puts the static page on show; an understudy that is loading goes on behind it. */
const showStaticPage: Move = (state) => {
  const visit = state.lastVisit + 1;
  return {
    state: { ...state, lastVisit: visit, onShow: { kind: 'preparing', visit } },
    orders: [
      { kind: 'build', visit, page: 'preparing' },
      { kind: 'swap', from: visitOnShow(state), to: visit, reason: 'static-page' },
    ],
  };
};

/**
 * Gives the place on show to another process at once, whatever the understudy is doing: ready, still loading, or not
 * even built. Only when the page is known not to work does the static page come instead.
 */
export const replaceOnShow =
  (reason: SwapReason): Move =>
  (state, now) => {
    const isTrusted = failuresOf(state) < FAILURES_UNTIL_PREPARING;
    if (state.understudy.kind === 'ready') return bringForward(reason)(state, now);
    if (!isTrusted) return showStaticPage(state, now);
    return state.understudy.kind === 'loading'
      ? bringForward(reason)(state, now)
      : inTurn(state, now, buildUnderstudy, bringForward(reason));
  };

/** The very first page goes on show at once: its static shell is something to read while it loads. */
export const openWithPage: Move = (state, now) =>
  inTurn({ ...state, kind: 'open' }, now, buildUnderstudy, bringForward('start'));

/** Counts a page that did not get as far as being of use. */
const failedStart = (state: StageState, visit: number): StageState => ({
  ...state,
  failedStarts: state.failedStarts + 1,
  lastFailedStart: visit,
});

/** Holds back the next understudy after failures, and says so. */
const pauseBeforeNext: Move = (state, now) => {
  if (state.understudy.kind !== 'none') return stay(state);
  const failures = failuresOf(state);
  const pauseMs = pauseAfter(failures);
  return {
    state: { ...state, understudy: { kind: 'none', notBefore: now + pauseMs } },
    orders: pauseMs === 0 ? [] : [{ kind: 'report-pause', failures, pauseMs }],
  };
};

/** The static page itself is gone: nothing is left but the colour of the window, for a moment. */
const staticPageGone =
  (visit: number): Move =>
  (state, now) => {
    const failedShows = state.failedShows + 1;
    const retryAt = now + Math.max(STATIC_PAGE_PAUSE_MS, pauseAfter(failedShows));
    return {
      state: { ...state, failedShows, onShow: { kind: 'empty', retryAt } },
      orders: [{ kind: 'dismiss', visit }],
    };
  };

/** Gives up a seat wherever it stands; a seat that stands nowhere any more changes nothing. */
export const seatGone =
  (visit: number, reason: GoneReason): Move =>
  (state, now) => {
    const { onShow, understudy } = state;
    if (visitOnTrial(state) === visit) return trialGone(reason)(state, now);
    if (understudy.kind !== 'none' && understudy.visit === visit) {
      const failed = failedStart({ ...state, understudy: { kind: 'none', notBefore: now } }, visit);
      return inTurn(
        failed,
        now,
        order({ kind: 'report-gone', visit, place: 'understudy', reason }),
        order({ kind: 'dismiss', visit }),
        doubt(understudy.seq, reason),
        pauseBeforeNext,
      );
    }
    if (visitOnShow(state) !== visit) return stay(state);
    const reported = order({ kind: 'report-gone', visit, place: 'on-show', reason });
    if (!('seq' in onShow)) return inTurn(state, now, reported, staticPageGone(visit));
    if (onShow.kind === 'loading') {
      const failed = failedStart(state, visit);
      return inTurn(failed, now, reported, doubt(onShow.seq, reason), showStaticPage, pauseBeforeNext);
    }
    const failed = { ...state, failedShows: state.failedShows + 1 };
    const replaced = replaceOnShow('page-gone');
    return inTurn(
      failed,
      now,
      reported,
      lost(onShow.seq),
      doubt(onShow.seq, reason),
      replaced,
      pauseBeforeNext,
    );
  };

/** Brings the stage to rest after any event: something to see in front, somebody ready behind, and a newer edition tried. */
export const settle: Move = (state, now) => {
  const { onShow, understudy } = state;
  const nobodyIsServed = onShow.kind === 'empty' || onShow.kind === 'preparing';
  if (nobodyIsServed && understudy.kind === 'ready') {
    return inTurn(state, now, bringForward('page-ready'), settle);
  }
  if (hasNewerToShow(state, now)) return inTurn(state, now, bringForward('new-edition'), settle);
  if (onShow.kind === 'empty' && now >= onShow.retryAt) return inTurn(state, now, showStaticPage, settle);
  const mayBuild = understudy.kind === 'none' && now >= understudy.notBefore && onShow.kind !== 'loading';
  return inTurn(state, now, mayBuild ? buildUnderstudy : stay, beginTrial);
};

/** True when nobody is there, and the understudy holds the edition to show while the page on show does not. */
function hasNewerToShow({ onShow, understudy, content, contentKnown }: StageState, now: number): boolean {
  return (
    contentKnown &&
    onShow.kind === 'attract' &&
    onShow.seq !== content.good &&
    understudy.kind === 'ready' &&
    understudy.seq === content.good &&
    now - understudy.since >= PROVEN_AFTER_MS
  );
}
