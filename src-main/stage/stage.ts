import { assertNever } from '../../content/model/assert-never.ts';
import type { EventPayload, Seat, VisitorEvent } from '../contract/visitor.ts';
import type { Clock } from '../platform/clock.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import { awakeClock, tickRegularly } from './awake-clock.ts';
import { SILENT_AFTER_MS } from './limits.ts';
import { badReason, GONE, SWAP } from './sentences.ts';
import {
  CLOSED_STAGE,
  editionOf,
  editionsInUse,
  type OnShow,
  type Order,
  placeOf,
  type SeatPage,
  type StageEvent,
  type StageState,
} from './state.ts';
import { step } from './step.ts';

/** Those who move the seats; none of their calls waits. */
export type Hands = {
  /** Builds a seat behind everything else and begins to load its page. */
  readonly build: (visit: number, page: SeatPage) => void;
  /** Puts a seat on top of everything else and gives it the focus. */
  readonly raise: (visit: number) => void;
  readonly tell: <Name extends VisitorEvent>(visit: number, event: Name, payload: EventPayload<Name>) => void;
  /** Takes a seat away and ends its process. */
  readonly dismiss: (visit: number) => void;
  /** The process a seat runs in, or null while it has none. */
  readonly processOf: (visit: number) => number | null;
};

/** What the stage decides about editions, for those who keep them; none of their calls waits. */
export type EditionHands = {
  /** This edition has proven itself and is the one to show from now on. */
  readonly adopt: (seq: number) => void;
  /** Pages of the edition to show keep failing: this earlier one is the one to show. */
  readonly returnTo: (seq: number) => void;
  /** This edition does not work; `reason` says why in plain words. */
  readonly markBad: (seq: number, reason: string) => void;
};

/** What people see now. */
export type StageLook = {
  readonly kind: OnShow['kind'];
  /** The edition on show; null for none. */
  readonly seq: number | null;
  /** True while a visitor's page is on show and has painted when it was asked to. */
  readonly isAlive: boolean;
  /** When a visitor's page on show painted last, by the wall clock; null: not since the start. */
  readonly lastPaintedAt: Date | null;
};

/** The stage: it takes what happens, and moves the seats. */
export type Stage = {
  readonly happened: (event: StageEvent) => void;
  /** Where the seat of a visitor's page stands; null for a seat that is gone. */
  readonly placeOf: (visit: number) => Seat | null;
  /** The edition that the seat of a visitor's page is to show; null for none. */
  readonly editionOf: (visit: number) => number | null;
  /** Every edition that somebody reads or may have to read next. */
  readonly editionsInUse: () => readonly number[];
  /** True while no visit is going on. */
  readonly isAtRest: () => boolean;
  readonly look: () => StageLook;
};

/** What the stage needs. */
export type StageParts = {
  readonly hands: Hands;
  readonly editions: EditionHands;
  /** Told when somebody has begun a visit. */
  readonly onVisitBegan: (visit: number) => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** Runs the policy of `step.ts`: one event at a time, each order carried out before the next event is looked at. */
export function createStage({ hands, editions, onVisitBegan, clock, log }: StageParts): Stage {
  const awake = awakeClock(clock);
  const builtAt = new Map<number, number>();
  const waiting: { readonly event: StageEvent; readonly receivedAt: number }[] = [];
  let state: StageState = CLOSED_STAGE;
  let isBusy = false;
  let lastPaintedAt: Date | null = null;
  let stopTicking = () => {};

  const carryOut = (order: Order, receivedAt: number) => {
    switch (order.kind) {
      case 'build':
        builtAt.set(order.visit, clock.monotonicMs());
        hands.build(order.visit, order.page);
        return;
      case 'swap':
        swap(order, receivedAt);
        return;
      case 'dismiss':
        dismiss(order.visit);
        return;
      case 'ask-alive':
        hands.tell(order.visit, 'areYouAlive', { beat: order.beat });
        return;
      case 'report-gone': {
        const { code, why } = GONE[order.reason];
        const { visit, place } = order;
        log.trouble(code, `A page was given up: ${why}.`, { visit, place, process: hands.processOf(visit) });
        return;
      }
      case 'adopt':
        editions.adopt(order.seq);
        return;
      case 'mark-bad':
        editions.markBad(order.seq, badReason(order));
        return;
      case 'report-retreat': {
        const { from, to } = order;
        log.trouble('edition-left', 'Pages of this edition keep failing; an earlier one is shown.', {
          from,
          to,
        });
        return;
      }
      case 'report-pause': {
        const { failures, pauseMs } = order;
        log.trouble('backing-off', 'Pages keep failing; the next attempt waits.', { failures, pauseMs });
        return;
      }
      default:
        assertNever(order);
    }
  };

  const dismiss = (visit: number) => {
    builtAt.delete(visit);
    hands.dismiss(visit);
  };

  const swap = ({ from, to, reason }: Extract<Order, { kind: 'swap' }>, receivedAt: number) => {
    const oldProcess = from === null ? null : hands.processOf(from);
    hands.raise(to);
    if (reason !== 'static-page') hands.tell(to, 'seatChanged', { seat: 'on-show' });
    const ms = tenths(clock.monotonicMs() - receivedAt);
    const newProcess = hands.processOf(to);
    if (from !== null) dismiss(from);
    if (reason === 'static-page') log.trouble('preparing-shown', SWAP[reason], { visit: to });
    log.note('swap', SWAP[reason], { reason, ms, from, to, oldProcess, newProcess });
  };

  const write = (event: StageEvent, before: StageState) => {
    if (hasPainted(event, before, state)) lastPaintedAt = clock.now();
    if (event.kind === 'ready' && isNews(event.visit, before)) {
      const { visit, seq, source } = event;
      const ms = tenths(clock.monotonicMs() - (builtAt.get(visit) ?? Number.NaN));
      log.note('seat-ready', 'A page is ready.', { visit, place: placeOf(state, visit), ms, seq, source });
    }
    if (event.kind === 'visit-began' && state.onShow !== before.onShow) {
      log.note('visit-began', 'A visit has begun.', { visit: event.visit });
      onVisitBegan(event.visit);
    }
    if (event.kind === 'visit-ended' && state.onShow !== before.onShow) {
      log.note('visit-ended', 'A visit has ended.', { visit: event.visit, reason: event.reason });
    }
  };

  const handle = (event: StageEvent, receivedAt: number) => {
    const before = state;
    const next = step(before, event, awake.nowMs());
    state = next.state;
    for (const order of next.orders) {
      try {
        carryOut(order, receivedAt);
      } catch (error) {
        log.trouble('unexpected', `The stage could not carry out "${order.kind}": ${reasonOf(error)}.`);
        if (order.kind === 'build') happened({ kind: 'gone', visit: order.visit, reason: 'not-built' });
      }
    }
    write(event, before);
  };

  const happened = (event: StageEvent) => {
    waiting.push({ event, receivedAt: clock.monotonicMs() });
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) handle(next.event, next.receivedAt);
    } finally {
      isBusy = false;
    }
  };

  return {
    happened: (event) => {
      if (event.kind === 'opened') {
        stopTicking();
        stopTicking = tickRegularly(clock, awake, () => happened({ kind: 'tick' }));
      }
      if (event.kind === 'closed') stopTicking();
      happened(event);
    },
    placeOf: (visit) => placeOf(state, visit),
    editionOf: (visit) => editionOf(state, visit),
    editionsInUse: () => editionsInUse(state),
    isAtRest: () => state.onShow.kind !== 'in-use',
    look: () => ({
      kind: state.onShow.kind,
      seq: 'seq' in state.onShow ? state.onShow.seq : null,
      isAlive: 'pulse' in state.onShow && awake.nowMs() - state.onShow.pulse.paintedAt < SILENT_AFTER_MS,
      lastPaintedAt,
    }),
  };
}

/** True when an event says that the page on show has painted: it answered, or it has just become ready there. */
function hasPainted(event: StageEvent, { onShow: before }: StageState, { onShow }: StageState): boolean {
  if (!('pulse' in onShow)) return false;
  if (event.kind === 'painted') return onShow !== before;
  return event.kind === 'ready' && before.kind === 'loading' && before.visit === onShow.visit;
}

/** True when this seat was not known to be ready yet. */
function isNews(visit: number, { onShow, understudy, trial }: StageState): boolean {
  return [onShow, understudy, trial].some((seat) => seat.kind === 'loading' && seat.visit === visit);
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
