import { canBeTheEdition } from './doubt.ts';
import { FAILURES_UNTIL_BAD, PROVEN_AFTER_MS, READY_WITHIN_MS } from './limits.ts';
import { type GoneReason, type StageState, visitOnTrial } from './state.ts';
import { inTurn, type Move, order, pauseAfter, stay } from './turns.ts';

/** A newer edition waits to be tried; it takes the place of one that is being tried. */
export const offered =
  (seq: number): Move =>
  (state, now) => {
    const { trial, content } = state;
    if (seq === content.good || ('seq' in trial && trial.seq === seq)) return stay(state);
    const waiting = { kind: 'waiting', seq, failures: 0, attempts: 0, notBefore: now } as const;
    return inTurn(state, now, endTrial, (ended) => stay({ ...ended, trial: waiting }));
  };

/** Gives up whatever is being tried, without a word against it. */
export const endTrial: Move = (state) => {
  const visit = visitOnTrial(state);
  return {
    state: { ...state, trial: { kind: 'none' } },
    orders: visit === null ? [] : [{ kind: 'dismiss', visit }],
  };
};

/**
 * Builds the seat of a trial, once the page on show and its understudy have had the machine for themselves. An understudy
 * that keeps failing is no reason to wait: the newer edition may be the remedy.
 */
export const beginTrial: Move = (state, now) => {
  const { trial, onShow, understudy, contentKnown } = state;
  if (trial.kind !== 'waiting' || now < trial.notBefore || !contentKnown) return stay(state);
  if (onShow.kind === 'loading' || understudy.kind === 'loading') return stay(state);
  const visit = state.lastVisit + 1;
  const { seq, failures, attempts } = trial;
  return {
    state: {
      ...state,
      lastVisit: visit,
      trial: { kind: 'loading', visit, since: now, seq, failures, attempts },
    },
    orders: [{ kind: 'build', visit, page: 'visitor' }],
  };
};

/** The page of a trial is ready; whether it stays so is seen next. */
export const trialReady: Move = (state, now) => {
  const { trial } = state;
  return stay(
    trial.kind === 'loading' ? { ...state, trial: { ...trial, kind: 'ready', since: now } } : state,
  );
};

/** The page of a trial is gone. None of it counts against the edition that is shown. */
export const trialGone =
  (reason: GoneReason): Move =>
  (state, now) => {
    const { trial } = state;
    if (trial.kind !== 'loading' && trial.kind !== 'ready') return stay(state);
    const { seq, visit } = trial;
    const failures = trial.failures + (canBeTheEdition(reason) ? 1 : 0);
    const attempts = trial.attempts + 1;
    const isBad = failures >= FAILURES_UNTIL_BAD;
    const next: StageState['trial'] = isBad
      ? { kind: 'none' }
      : { kind: 'waiting', seq, failures, attempts, notBefore: now + pauseAfter(attempts + 1) };
    return inTurn(
      { ...state, trial: next },
      now,
      order({ kind: 'report-gone', visit, place: 'understudy', reason }),
      order({ kind: 'dismiss', visit }),
      isBad ? order({ kind: 'mark-bad', seq, reason, where: 'understudy' }) : stay,
    );
  };

/** Looks at the clock of a trial: too late, or ready for long enough. */
export const watchTrial: Move = (state, now) => {
  const { trial } = state;
  if (trial.kind === 'loading' && now - trial.since >= READY_WITHIN_MS) return trialGone('late')(state, now);
  return trial.kind === 'ready' && now - trial.since >= PROVEN_AFTER_MS ? adopt(state, now) : stay(state);
};

/** The edition has proven itself: its seat becomes the understudy, and the edition before it the last good one. */
const adopt: Move = (state, now) => {
  const { trial, understudy, content } = state;
  if (trial.kind !== 'ready') return stay(state);
  const { seq, visit, since } = trial;
  const before = [...(content.good === null ? [] : [content.good]), ...content.earlier];
  const adopted: StageState = {
    ...state,
    trial: { kind: 'none' },
    understudy: { kind: 'ready', visit, since, seq },
    content: {
      good: seq,
      earlier: before.filter((other) => other !== seq),
      accused: null,
      isEveryoneFailing: false,
      lostAt: [],
    },
    failedStarts: 0,
    failedShows: 0,
  };
  return inTurn(
    adopted,
    now,
    understudy.kind === 'none' ? stay : order({ kind: 'dismiss', visit: understudy.visit }),
    order({ kind: 'adopt', seq }),
  );
};
