import {
  FAILED_STARTS_UNTIL_RETREAT,
  FAILURES_UNTIL_PREPARING,
  LOST_UNTIL_RETREAT,
  LOST_WITHIN_MS,
} from './limits.ts';
import type { Content, GoneReason, StageState } from './state.ts';
import { inTurn, type Move, order, stay } from './turns.ts';

const NEVER_THE_EDITION: ReadonlySet<GoneReason> = new Set(['not-loaded', 'not-built', 'shared-process']);

/** True when a seat was lost in a way that can be the fault of what it showed; the rest is between us and the machine. */
export function canBeTheEdition(reason: GoneReason): boolean {
  return !NEVER_THE_EDITION.has(reason);
}

/** The editions on disk are known: seats that wait for them get the one to show, and have the usual time from here on. */
export const contentKnown =
  (good: number | null, earlier: readonly number[]): Move =>
  (state, now) => {
    const { onShow, understudy } = state;
    return stay({
      ...state,
      contentKnown: true,
      content: { ...state.content, good, earlier },
      onShow: onShow.kind === 'loading' ? { ...onShow, since: now, seq: good } : onShow,
      understudy: understudy.kind === 'loading' ? { ...understudy, since: now, seq: good } : understudy,
    });
  };

/** Files were lost or found: another edition may be the one to show. */
export const contentChanged =
  (good: number | null, earlier: readonly number[]): Move =>
  (state, now) => {
    if (good === state.content.good) return stay({ ...state, content: { ...state.content, earlier } });
    const content: Content = { good, earlier, accused: null, isEveryoneFailing: false, lostAt: [] };
    return inTurn({ ...state, content, failedStarts: 0, failedShows: 0 }, now, releaseUnderstudy);
  };

/** One more edition to go back to, when every other one has failed. */
export const fallbackKnown =
  (seq: number): Move =>
  (state) => {
    const { content } = state;
    if (content.good === seq || content.earlier.includes(seq)) return stay(state);
    return stay({ ...state, content: { ...content, earlier: [...content.earlier, seq] } });
  };

/** Remembers that a page was lost on show. */
export const lost =
  (seq: number | null): Move =>
  (state, now) => {
    const { content } = state;
    if (seq === null || seq !== content.good) return stay(state);
    const lostAt = [...content.lostAt.filter((at) => now - at < LOST_WITHIN_MS), now];
    return stay({ ...state, content: { ...content, lostAt } });
  };

/** How often pages may fail to be ready before the edition is left: more often while another page of it serves visitors. */
function isFailing({ onShow, failedStarts, failedShows, content }: StageState): boolean {
  const isServing = onShow.kind === 'attract' || onShow.kind === 'in-use';
  const mayFail = isServing ? FAILED_STARTS_UNTIL_RETREAT : FAILURES_UNTIL_PREPARING;
  return (
    failedStarts >= mayFail ||
    failedShows >= FAILURES_UNTIL_PREPARING ||
    content.lostAt.length >= LOST_UNTIL_RETREAT
  );
}

/**
 * Goes back to an earlier edition when pages of this one keep failing. Should the earlier one fail as well, nothing speaks
 * against the later one any more: it gets its place back, and nothing is left again until a page has been seen to work.
 */
export const doubt =
  (seq: number | null, reason: GoneReason): Move =>
  (state, now) => {
    const { content } = state;
    const isItsFault = canBeTheEdition(reason) && seq !== null && seq === content.good;
    if (!isItsFault || content.isEveryoneFailing || !isFailing(state)) return stay(state);
    const [last, ...others] = content.earlier;
    const next: Content | null =
      content.accused !== null
        ? {
            good: content.accused.seq,
            earlier: [seq, ...content.earlier],
            accused: null,
            isEveryoneFailing: true,
            lostAt: [],
          }
        : last === undefined
          ? null
          : { good: last, earlier: others, accused: { seq, reason }, isEveryoneFailing: false, lostAt: [] };
    if (next?.good == null) return stay(state);
    return inTurn(
      { ...state, content: next, failedStarts: 0, failedShows: 0 },
      now,
      order({ kind: 'report-retreat', from: seq, to: next.good }),
      releaseUnderstudy,
    );
  };

/** A page of the edition to show has been seen to work: the one that was left for it was at fault. */
export const worked =
  (seq: number | null): Move =>
  (state, now) => {
    const { content } = state;
    if (seq === null || seq !== content.good) return stay(state);
    const { accused } = content;
    return inTurn(
      { ...state, content: { ...content, accused: null, isEveryoneFailing: false } },
      now,
      accused === null
        ? stay
        : order({ kind: 'mark-bad', seq: accused.seq, reason: accused.reason, where: 'on-show' }),
    );
  };

/** Sends away an understudy that holds another edition than the one to show. */
const releaseUnderstudy: Move = (state, now) => {
  const { understudy, content } = state;
  if (understudy.kind === 'none' || understudy.seq === content.good) return stay(state);
  return {
    state: { ...state, understudy: { kind: 'none', notBefore: now } },
    orders: [{ kind: 'dismiss', visit: understudy.visit }],
  };
};
