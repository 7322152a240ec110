import { describe, expect, test } from 'vitest';
import { SILENT_AFTER_MS } from '../../../../src-main/stage/limits.ts';
import { createStage, type Hands } from '../../../../src-main/stage/stage.ts';
import type { SeatPage } from '../../../../src-main/stage/state.ts';
import { type HandClock, handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

/** Hands that keep what they did; each seat gets the process 1000 + its number. */
function recordedHands(clock: HandClock, { raiseTakesMs = 0 } = {}) {
  const done: string[] = [];
  const living = new Set<number>();
  const hands: Hands = {
    build: (visit: number, page: SeatPage) => {
      living.add(visit);
      done.push(`build ${visit} ${page}`);
    },
    raise: (visit) => {
      clock.sleep(raiseTakesMs);
      done.push(`raise ${visit}`);
    },
    tell: (visit, event, payload) => void done.push(`tell ${visit} ${event} ${JSON.stringify(payload)}`),
    dismiss: (visit) => {
      living.delete(visit);
      done.push(`dismiss ${visit}`);
    },
    processOf: (visit) => (living.has(visit) ? 1000 + visit : null),
  };
  return { hands, done };
}

function stageWith(options?: { readonly raiseTakesMs: number }) {
  const clock = handClock();
  const log = recordedLog();
  const { hands, done } = recordedHands(clock, options);
  const editions: string[] = [];
  const began: number[] = [];
  const stage = createStage({
    hands,
    editions: {
      adopt: (seq) => void editions.push(`adopt ${seq}`),
      returnTo: (seq) => void editions.push(`return to ${seq}`),
      markBad: (seq, reason) => void editions.push(`bad ${seq}: ${reason}`),
    },
    onVisitBegan: (visit) => void began.push(visit),
    clock,
    log,
  });
  const ready = (visit: number) => stage.happened({ kind: 'ready', visit, seq: 4, source: 'catalogue' });
  const taken = () => done.splice(0);
  return { clock, log, stage, ready, taken, hands, editions, began };
}

describe('What people see', () => {
  test('is alive as long as the page on show paints when it is asked to', () => {
    const { clock, stage, ready } = stageWith();
    stage.happened({ kind: 'opened' });
    expect(stage.look()).toEqual({ kind: 'loading', seq: null, isAlive: false, lastPaintedAt: null });
    stage.happened({ kind: 'content-known', good: 4, earlier: [] });
    ready(1);
    expect(stage.look()).toMatchObject({ kind: 'attract', seq: 4, isAlive: true });
    clock.pass(5_000);
    stage.happened({ kind: 'painted', visit: 1, beat: 1 });
    const paintedAt = clock.now();
    clock.pass(SILENT_AFTER_MS - 1);
    expect(stage.look()).toMatchObject({ isAlive: true, lastPaintedAt: paintedAt });
    clock.pass(1);
    expect(stage.look()).toMatchObject({ isAlive: false, lastPaintedAt: paintedAt });
  });

  test('is not called painted by an answer that nobody asked for', () => {
    const { clock, stage, ready } = stageWith();
    stage.happened({ kind: 'opened' });
    ready(1);
    const before = stage.look().lastPaintedAt;
    clock.pass(1_000);
    stage.happened({ kind: 'painted', visit: 1, beat: 7 });
    expect(stage.look().lastPaintedAt).toEqual(before);
  });

  test('is not alive while the static page stands in', () => {
    const { clock, stage } = stageWith();
    stage.happened({ kind: 'opened' });
    stage.happened({ kind: 'gone', visit: 1, reason: 'crashed' });
    clock.pass(1_000);
    expect(stage.look()).toMatchObject({ kind: 'preparing', seq: null, isAlive: false });
  });

  test('a visit has begun only where the page is on show', () => {
    const { stage, ready, began } = stageWith();
    stage.happened({ kind: 'opened' });
    ready(1);
    ready(2);
    stage.happened({ kind: 'visit-began', visit: 2 });
    stage.happened({ kind: 'visit-began', visit: 1 });
    expect(began).toEqual([1]);
  });
});

describe('The stage', () => {
  test('shows the next visit before it ends the process of the last', () => {
    const { stage, ready, taken } = stageWith();
    stage.happened({ kind: 'opened' });
    ready(1);
    ready(2);
    taken();
    stage.happened({ kind: 'visit-began', visit: 1 });
    stage.happened({ kind: 'visit-ended', visit: 1, reason: 'done' });
    expect(taken()).toEqual([
      'raise 2',
      'tell 2 seatChanged {"seat":"on-show"}',
      'dismiss 1',
      'build 3 visitor',
    ]);
  });

  test('logs how long a swap took, from the call to the page being told, and both processes', () => {
    const { stage, ready, log } = stageWith({ raiseTakesMs: 12 });
    stage.happened({ kind: 'opened' });
    ready(1);
    ready(2);
    stage.happened({ kind: 'visit-ended', visit: 1, reason: 'idle' });
    expect(log.lines.filter((line) => line.code === 'swap').at(-1)?.facts).toEqual({
      reason: 'visit-idle',
      ms: 12,
      from: 1,
      to: 2,
      oldProcess: 1001,
      newProcess: 1002,
    });
  });

  test('knows where each page stands, and forgets those that are gone', () => {
    const { stage, ready } = stageWith();
    stage.happened({ kind: 'opened' });
    expect([stage.placeOf(1), stage.placeOf(2)]).toEqual(['on-show', null]);
    ready(1);
    expect(stage.placeOf(2)).toBe('understudy');
    stage.happened({ kind: 'visit-ended', visit: 1, reason: 'done' });
    expect([stage.placeOf(1), stage.placeOf(2)]).toEqual([null, 'on-show']);
  });

  test('asks the page on show for a sign of life by its own clock, and replaces it when none comes', () => {
    const { clock, stage, ready, taken, log } = stageWith();
    stage.happened({ kind: 'opened' });
    ready(1);
    ready(2);
    taken();
    clock.pass(14_000);
    expect(taken()).toEqual(['tell 1 areYouAlive {"beat":1}', 'tell 1 areYouAlive {"beat":2}']);
    clock.pass(1_000);
    expect(taken()).toContain('dismiss 1');
    expect(log.codes()).toContain('seat-frozen');
  });

  test('does not take a terminal that slept for a page that froze', () => {
    const { clock, stage, ready, taken } = stageWith();
    stage.happened({ kind: 'opened' });
    ready(1);
    ready(2);
    clock.pass(4_000);
    taken();
    clock.sleep(8 * 3_600_000);
    clock.pass(1_000);
    expect(taken()).not.toContain('dismiss 1');
    expect(stage.placeOf(1)).toBe('on-show');
  });

  test('does not tell the static page anything, for it has no script', () => {
    const { stage, taken, log } = stageWith();
    stage.happened({ kind: 'opened' });
    taken();
    stage.happened({ kind: 'gone', visit: 1, reason: 'crashed' });
    expect(taken()).toEqual(['build 2 preparing', 'raise 2', 'dismiss 1', 'build 3 visitor']);
    expect(log.codes()).toContain('preparing-shown');
    expect(stage.placeOf(2)).toBeNull();
  });

  test('goes on when a seat cannot be built, and tries again', () => {
    const { clock, stage, ready, hands, log } = stageWith();
    let refusals = 2;
    const build = hands.build;
    Object.assign(hands, {
      build: (visit: number, page: SeatPage) => {
        if (page === 'visitor' && visit > 1 && refusals > 0) {
          refusals -= 1;
          throw new Error('no memory');
        }
        build(visit, page);
      },
    });
    stage.happened({ kind: 'opened' });
    ready(1);
    expect(log.lines.find((line) => line.code === 'unexpected')?.sentence).toContain('no memory');
    expect(log.codes()).toContain('backing-off');
    clock.pass(3_000);
    expect(stage.placeOf(4)).toBe('understudy');
  });

  test('carries out one event before it looks at the next, even when the hands cause it', () => {
    const { stage, ready, hands, taken } = stageWith();
    stage.happened({ kind: 'opened' });
    ready(1);
    ready(2);
    taken();
    const { dismiss } = hands;
    Object.assign(hands, {
      dismiss: (visit: number) => {
        dismiss(visit);
        if (visit === 1) stage.happened({ kind: 'gone', visit: 2, reason: 'crashed' });
      },
    });
    stage.happened({ kind: 'visit-ended', visit: 1, reason: 'done' });
    expect(taken()).toEqual([
      'raise 2',
      'tell 2 seatChanged {"seat":"on-show"}',
      'dismiss 1',
      'build 3 visitor',
      'raise 3',
      'tell 3 seatChanged {"seat":"on-show"}',
      'dismiss 2',
    ]);
  });

  test('stops ticking when it closes', () => {
    const { clock, stage, ready, taken } = stageWith();
    stage.happened({ kind: 'opened' });
    ready(1);
    stage.happened({ kind: 'closed' });
    taken();
    clock.pass(60_000);
    expect(taken()).toEqual([]);
  });

  test('logs the beginning and the end of a visit once, and only of a visit that there was', () => {
    const { stage, ready, log } = stageWith();
    stage.happened({ kind: 'opened' });
    ready(1);
    ready(2);
    stage.happened({ kind: 'visit-began', visit: 2 });
    stage.happened({ kind: 'visit-began', visit: 1 });
    stage.happened({ kind: 'visit-began', visit: 1 });
    stage.happened({ kind: 'visit-ended', visit: 1, reason: 'idle' });
    stage.happened({ kind: 'visit-ended', visit: 1, reason: 'idle' });
    const told = log.lines.filter((line) => line.code.startsWith('visit-'));
    expect(told.map((line) => [line.code, line.facts])).toEqual([
      ['visit-began', { visit: 1 }],
      ['visit-ended', { visit: 1, reason: 'idle' }],
    ]);
  });

  test('logs readiness once, with how long it took', () => {
    const { clock, stage, ready, log } = stageWith();
    stage.happened({ kind: 'opened' });
    clock.sleep(250);
    ready(1);
    ready(1);
    const told = log.lines.filter((line) => line.code === 'seat-ready');
    expect(told.map((line) => line.facts)).toEqual([
      { visit: 1, place: 'on-show', ms: 250, seq: 4, source: 'catalogue' },
    ]);
  });
});
