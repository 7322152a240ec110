import {
  CLOSED_STAGE,
  type GoneReason,
  type Order,
  type StageEvent,
  type StageState,
} from '../../../../src-main/stage/state.ts';
import { step } from '../../../../src-main/stage/step.ts';

/** Plays a stage by hand: time passes in ticks of one second, and every order is kept. */
export function play() {
  let state: StageState = CLOSED_STAGE;
  let now = 0;
  let orders: Order[] = [];
  const happen = (event: StageEvent) => {
    const next = step(state, event, now);
    state = next.state;
    orders.push(...next.orders);
  };
  return {
    happen,
    ready: (visit: number, seq: number | null = 1) =>
      happen({ kind: 'ready', visit, seq, source: seq === null ? 'none' : 'catalogue' }),
    gone: (visit: number, reason: GoneReason = 'crashed') => happen({ kind: 'gone', visit, reason }),
    begin: (visit: number) => happen({ kind: 'visit-began', visit }),
    end: (visit: number) => happen({ kind: 'visit-ended', visit, reason: 'done' }),
    offer: (seq: number) => happen({ kind: 'edition-offered', seq }),
    /** Lets seconds pass; a page on show that is `alive` answers every question at once. */
    seconds: (count: number, { alive = true } = {}) => {
      for (let second = 0; second < count; second += 1) {
        now += 1000;
        const before = orders.length;
        happen({ kind: 'tick' });
        for (const order of orders.slice(before)) {
          if (alive && order.kind === 'ask-alive')
            happen({ kind: 'painted', visit: order.visit, beat: order.beat });
        }
      }
    },
    /** The orders since the last time, without the watchdog's questions. */
    taken: () => {
      const taken = orders.filter((order) => order.kind !== 'ask-alive');
      orders = [];
      return taken;
    },
    state: () => state,
  };
}

/** A stage with visit 1 on show and visit 2 ready behind it, both with edition 1; `earlier` are those to go back to. */
export function playWarm(earlier: readonly number[] = []) {
  const stage = play();
  stage.happen({ kind: 'opened' });
  stage.happen({ kind: 'content-known', good: 1, earlier });
  stage.ready(1);
  stage.ready(2);
  stage.taken();
  return stage;
}

/** The order to build a seat. */
export const build = (visit: number, page = 'visitor') => ({ kind: 'build', visit, page });

/** The order to swap the seats. */
export const swap = (from: number | null, to: number, reason: string) => ({ kind: 'swap', from, to, reason });

/** The order to end a seat. */
export const dismiss = (visit: number) => ({ kind: 'dismiss', visit });

/** The order to write down that a seat was given up. */
export const goneFrom = (place: string, visit: number, reason: string) => ({
  kind: 'report-gone',
  visit,
  place,
  reason,
});
