import { assertNever } from '../../content/model/assert-never.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import type { CycleOutcome } from './cycle.ts';
import { FetchFailure, Refusal } from './failure.ts';
import { listeners } from './listeners.ts';
import { offlineSentence, refusedSentence } from './sentences.ts';
import type { SyncState } from './state.ts';

/** Where the terminal stands, told to whoever listens and to the log. */
export type Standing = {
  readonly state: () => SyncState;
  readonly onState: (listener: (state: SyncState) => void) => () => void;
  /** A state on the way to another one. */
  readonly show: (state: SyncState) => void;
  /** A state that stays: `since` goes on while it is the same, and the log hears of it once, so that nothing floods. */
  readonly settle: (state: SyncState) => void;
};

/** Begins with a state that nobody is told. */
export function standingFrom(first: SyncState, log: Log): Standing {
  const { add, tell } = listeners<SyncState>();
  let state = first;
  let settled: SyncState = first;
  const show = (next: SyncState) => {
    state = next;
    tell(next);
  };
  return {
    state: () => state,
    onState: add,
    show,
    settle: (next) => {
      const isAnother = nameOf(next) !== nameOf(settled);
      if (isAnother) {
        settled = next;
        tellLog(log, next);
      }
      if (isAnother || nameOf(state) !== nameOf(settled)) show(settled);
    },
  };
}

/** The state in which a cycle that failed leaves the terminal; `now` in milliseconds since 1970. */
export function failedState(error: unknown, now: number): SyncState {
  if (error instanceof FetchFailure) {
    const { reason, message } = error;
    return { kind: 'offline', reason, sentence: offlineSentence(reason, message), since: now };
  }
  const { code, message } = error instanceof Refusal ? error : new Refusal('unexpected', reasonOf(error));
  return { kind: 'refused', code, sentence: refusedSentence(code, message), since: now };
}

/** The state in which a good cycle leaves it; null when the outcome says nothing new. */
export function stateOf(outcome: CycleOutcome, now: number): SyncState | null {
  switch (outcome.kind) {
    case 'up-to-date':
      return { kind: 'up-to-date', seq: outcome.seq, since: now };
    case 'trying':
      return { kind: 'trying', seq: outcome.seq };
    case 'waiting':
      return null;
    default:
      return assertNever(outcome);
  }
}

/** Two states with the same name are the same news. */
function nameOf(state: SyncState): string {
  switch (state.kind) {
    case 'offline':
      return `offline ${state.reason}`;
    case 'refused':
      return `refused ${state.code}`;
    case 'up-to-date':
    case 'trying':
      return `${state.kind} ${state.seq}`;
    case 'off':
    case 'idle':
    case 'checking':
    case 'downloading':
      return state.kind;
    default:
      return assertNever(state);
  }
}

function tellLog(log: Log, state: SyncState): void {
  if (state.kind === 'offline') log.trouble('sync-offline', state.sentence, { reason: state.reason });
  if (state.kind === 'refused') log.trouble('sync-refused', state.sentence, { refusal: state.code });
  if (state.kind === 'up-to-date')
    log.note('sync-up-to-date', 'This terminal has what its channel says.', { seq: state.seq });
  if (state.kind === 'trying')
    log.note('sync-fetched', 'A new edition is here, whole and signed; it is tried now.', { seq: state.seq });
}
