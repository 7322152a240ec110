import { assertNever } from '../../content/model/assert-never.ts';
import { contentChanged, contentKnown, fallbackKnown, worked } from './doubt.ts';
import { ALIVE_EVERY_MS, PAINTED_WITHIN_MS, PROVEN_AFTER_MS, READY_WITHIN_MS } from './limits.ts';
import { openWithPage, replaceOnShow, seatGone, settle } from './moves.ts';
import {
  CLOSED_STAGE,
  editionOf,
  type StageEvent,
  type StageState,
  visitOnShow,
  visitOnTrial,
} from './state.ts';
import { endTrial, offered, trialReady, watchTrial } from './trial.ts';
import { freshPulse, inTurn, type Move, type Step, stay } from './turns.ts';

/**
 * The whole policy of the stage: what was, what happened and when → what is now and what must be done. It knows no
 * Electron and no timer; `now` is in milliseconds of the stage's clock.
 */
export function step(state: StageState, event: StageEvent, now: number): Step {
  if (event.kind === 'opened') return state.kind === 'open' ? stay(state) : openWithPage(state, now);
  if (state.kind === 'closed') return stay(state);
  if (event.kind === 'closed') return close(state, now);
  return inTurn(state, now, moveFor(event), settle);
}

type OpenEvent = Exclude<StageEvent, { kind: 'opened' | 'closed' }>;

function moveFor(event: OpenEvent): Move {
  switch (event.kind) {
    case 'content-known':
      return contentKnown(event.good, event.earlier);
    case 'content-changed':
      return contentChanged(event.good, event.earlier);
    case 'fallback-known':
      return fallbackKnown(event.seq);
    case 'edition-offered':
      return offered(event.seq);
    case 'ready':
      return ready(event.visit, event.seq);
    case 'visit-began':
      return visitBegan(event.visit);
    case 'visit-ended':
      return visitEnded(event.visit, event.reason);
    case 'painted':
      return painted(event.visit, event.beat);
    case 'gone':
      return seatGone(event.visit, event.reason);
    case 'tick':
      return tick;
    default:
      return assertNever(event);
  }
}

const ready =
  (visit: number, seq: number | null): Move =>
  (state, now) => {
    const { onShow, understudy } = state;
    const isLoading =
      (onShow.kind === 'loading' && onShow.visit === visit) ||
      (understudy.kind === 'loading' && understudy.visit === visit) ||
      visitOnTrial(state) === visit;
    // A page that could not open the edition it was given is ready for nobody.
    if (isLoading && state.contentKnown && editionOf(state, visit) !== seq) {
      return seatGone(visit, 'refused')(state, now);
    }
    if (visitOnTrial(state) === visit) return trialReady(state, now);
    if (onShow.kind === 'loading' && onShow.visit === visit) {
      const pulse = freshPulse(now);
      return stay({ ...state, onShow: { kind: 'attract', visit, seq: onShow.seq, pulse } });
    }
    return understudy.kind === 'loading' && understudy.visit === visit
      ? stay({ ...state, understudy: { kind: 'ready', visit, seq: understudy.seq, since: now } })
      : stay(state);
  };

const visitBegan =
  (visit: number): Move =>
  (state, now) => {
    const { onShow } = state;
    if (visitOnShow(state) !== visit) return stay(state);
    if (onShow.kind === 'attract') return stay({ ...state, onShow: { ...onShow, kind: 'in-use' } });
    // Whoever can choose a language has a page that works, whether it has said so or not.
    return onShow.kind === 'loading'
      ? stay({
          ...state,
          failedStarts: 0,
          onShow: { kind: 'in-use', visit, seq: onShow.seq, pulse: freshPulse(now) },
        })
      : stay(state);
  };

/** The visit's process ends now, always; what takes its place is the second question. */
const visitEnded =
  (visit: number, reason: 'done' | 'idle'): Move =>
  (state, now) =>
    visitOnShow(state) === visit && state.onShow.kind !== 'preparing'
      ? replaceOnShow(reason === 'done' ? 'visit-done' : 'visit-idle')(state, now)
      : stay(state);

const painted =
  (visit: number, beat: number): Move =>
  (state, now) => {
    const { onShow } = state;
    if (onShow.kind !== 'attract' && onShow.kind !== 'in-use') return stay(state);
    const { pulse } = onShow;
    if (onShow.visit !== visit || beat < 1 || beat > pulse.beat) return stay(state);
    // What died on show before was an accident after all: its successor need not wait any longer.
    const mayHurry = state.failedShows > 0 && state.understudy.kind === 'none';
    const seen: StageState = {
      ...state,
      failedShows: 0,
      failedStarts: visit > state.lastFailedStart ? 0 : state.failedStarts,
      onShow: { ...onShow, pulse: { ...pulse, paintedAt: now } },
      understudy: mayHurry ? { kind: 'none', notBefore: now } : state.understudy,
    };
    return worked(onShow.seq)(seen, now);
  };

const tick: Move = (state, now) => inTurn(state, now, watchUnderstudy, watchTrial, watchOnShow);

const isLate = (since: number, now: number) => now - since >= READY_WITHIN_MS;

const watchUnderstudy: Move = (state, now) => {
  const { understudy, contentKnown } = state;
  switch (understudy.kind) {
    case 'none':
      return stay(state);
    case 'loading':
      return contentKnown && isLate(understudy.since, now)
        ? seatGone(understudy.visit, 'late')(state, now)
        : stay(state);
    case 'ready':
      return now - understudy.since >= PROVEN_AFTER_MS
        ? worked(understudy.seq)({ ...state, failedStarts: 0 }, now)
        : stay(state);
    default:
      return assertNever(understudy);
  }
};

const watchOnShow: Move = (state, now) => {
  const { onShow, contentKnown } = state;
  switch (onShow.kind) {
    case 'empty':
    case 'preparing':
      return stay(state);
    case 'loading':
      return contentKnown && isLate(onShow.since, now)
        ? seatGone(onShow.visit, 'late')(state, now)
        : stay(state);
    case 'attract':
    case 'in-use': {
      const { visit, pulse } = onShow;
      if (now - pulse.paintedAt >= PAINTED_WITHIN_MS) return seatGone(visit, 'frozen')(state, now);
      if (now - pulse.askedAt < ALIVE_EVERY_MS) return stay(state);
      const beat = pulse.beat + 1;
      return {
        state: { ...state, onShow: { ...onShow, pulse: { ...pulse, beat, askedAt: now } } },
        orders: [{ kind: 'ask-alive', visit, beat }],
      };
    }
    default:
      return assertNever(onShow);
  }
};

const close: Move = (state, now) => {
  const visits = [visitOnShow(state), state.understudy.kind === 'none' ? null : state.understudy.visit];
  return inTurn(state, now, endTrial, ({ lastVisit }) => ({
    state: { ...CLOSED_STAGE, lastVisit },
    orders: visits.flatMap((visit) => (visit === null ? [] : [{ kind: 'dismiss' as const, visit }])),
  }));
};
