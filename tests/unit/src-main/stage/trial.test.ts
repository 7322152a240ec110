import { describe, expect, test } from 'vitest';
import { editionOf, editionsInUse, placeOf } from '../../../../src-main/stage/state.ts';
import { build, dismiss, goneFrom, play, playWarm, swap } from './play.ts';

const bad = (seq: number, reason: string, where = 'understudy') => ({ kind: 'mark-bad', seq, reason, where });
const adopt = (seq: number) => ({ kind: 'adopt', seq });

describe('A newer edition', () => {
  test('is tried in a seat of its own behind the understudy, whom it does not disturb', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.offer(2);
    expect(stage.taken()).toEqual([build(3)]);
    expect([1, 2, 3].map((visit) => editionOf(stage.state(), visit))).toEqual([1, 1, 2]);
    expect([1, 2, 3].map((visit) => placeOf(stage.state(), visit))).toEqual([
      'on-show',
      'understudy',
      'understudy',
    ]);
  });

  test('waits until the page on show and its understudy have had the machine for themselves', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.offer(2);
    stage.happen({ kind: 'content-known', good: 1, earlier: [] });
    stage.taken();
    stage.seconds(3);
    expect(stage.taken()).toEqual([]);
    stage.ready(1);
    expect(stage.taken()).toEqual([build(2)]);
    expect(editionOf(stage.state(), 2)).toBe(1);
    stage.ready(2);
    expect(stage.taken()).toEqual([build(3)]);
    expect(editionOf(stage.state(), 3)).toBe(2);
  });

  test('that stands ready for five seconds is the edition of the next visit; the visit that goes on keeps its own', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.offer(2);
    stage.ready(3, 2);
    stage.taken();
    stage.seconds(4);
    expect(stage.taken()).toEqual([]);
    stage.seconds(1);
    expect(stage.taken()).toEqual([dismiss(2), adopt(2)]);
    stage.seconds(60);
    expect(stage.taken()).toEqual([]);
    expect(editionOf(stage.state(), 1)).toBe(1);
    stage.end(1);
    expect(stage.taken()).toEqual([swap(1, 3, 'visit-done'), build(4)]);
    expect(editionOf(stage.state(), 4)).toBe(2);
  });

  test('comes on show by itself when nobody is there', () => {
    const stage = playWarm();
    stage.offer(2);
    stage.ready(3, 2);
    stage.taken();
    stage.seconds(5);
    expect(stage.taken()).toEqual([dismiss(2), adopt(2), swap(1, 3, 'new-edition'), build(4)]);
    expect(stage.state().onShow).toMatchObject({ kind: 'attract', seq: 2 });
  });

  test('leaves the warm understudy to a visit that ends while it is being tried', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.offer(2);
    stage.taken();
    stage.end(1);
    expect(stage.taken()).toEqual([swap(1, 2, 'visit-done'), build(4)]);
    expect(stage.state()).toMatchObject({ onShow: { seq: 1 }, trial: { kind: 'loading', seq: 2 } });
    stage.ready(3, 2);
    stage.seconds(5);
    expect(stage.taken()).toEqual([dismiss(4), adopt(2), swap(2, 3, 'new-edition'), build(5)]);
  });

  test('that is offered again while it is tried, or is shown already, changes nothing', () => {
    const stage = playWarm();
    stage.offer(2);
    stage.taken();
    stage.offer(2);
    stage.offer(1);
    expect(stage.taken()).toEqual([]);
  });

  test('takes the place of an older one that is being tried, without a word against that', () => {
    const stage = playWarm();
    stage.offer(2);
    stage.taken();
    stage.offer(3);
    expect(stage.taken()).toEqual([dismiss(3), build(4)]);
    expect(editionOf(stage.state(), 4)).toBe(3);
  });

  test('goes with the stage when that closes', () => {
    const stage = playWarm();
    stage.offer(2);
    stage.taken();
    stage.happen({ kind: 'closed' });
    expect(stage.taken()).toEqual([dismiss(3), dismiss(1), dismiss(2)]);
  });

  test('is tried behind the static page, when nothing else works, and comes on show', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.happen({ kind: 'content-known', good: 1, earlier: [] });
    stage.gone(1);
    stage.gone(3);
    stage.taken();
    stage.offer(2);
    expect(stage.taken()).toEqual([build(4)]);
    stage.ready(4, 2);
    stage.seconds(5);
    expect(stage.state().content.good).toBe(2);
    expect(stage.state().onShow).toMatchObject({ kind: 'attract', visit: 4, seq: 2 });
  });

  test('comes to a terminal that had no edition at all', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.happen({ kind: 'content-known', good: null, earlier: [] });
    stage.ready(1, null);
    stage.ready(2, null);
    stage.offer(7);
    stage.ready(3, 7);
    stage.taken();
    stage.seconds(5);
    expect(stage.taken()).toContainEqual(swap(1, 3, 'new-edition'));
    expect(stage.state().content).toMatchObject({ good: 7, earlier: [] });
  });
});

describe('A newer edition that does not work', () => {
  test('is tried a second time after a pause, then marked bad; the page on show and its understudy never hear of it', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.offer(2);
    stage.taken();
    stage.gone(3);
    expect(stage.taken()).toEqual([goneFrom('understudy', 3, 'crashed'), dismiss(3)]);
    stage.seconds(1);
    expect(stage.taken()).toEqual([]);
    stage.seconds(1);
    expect(stage.taken()).toEqual([build(4)]);
    stage.gone(4);
    expect(stage.taken()).toEqual([goneFrom('understudy', 4, 'crashed'), dismiss(4), bad(2, 'crashed')]);
    stage.seconds(600);
    expect(stage.taken()).toEqual([]);
    expect(stage.state()).toMatchObject({
      onShow: { visit: 1, seq: 1 },
      understudy: { kind: 'ready', visit: 2, seq: 1 },
      failedStarts: 0,
      failedShows: 0,
    });
  });

  for (const [how, fail] of [
    ['that is not ready in 30 seconds', (stage: ReturnType<typeof playWarm>) => stage.seconds(30)],
    [
      'that could not open its guide',
      (stage: ReturnType<typeof playWarm>, visit: number) => stage.ready(visit, null),
    ],
    [
      'that freezes',
      (stage: ReturnType<typeof playWarm>, visit: number) => stage.gone(visit, 'unresponsive'),
    ],
    [
      'that gets ready and then dies',
      (stage: ReturnType<typeof playWarm>, visit: number) => {
        stage.ready(visit, 2);
        stage.seconds(4);
        stage.gone(visit);
      },
    ],
  ] as const) {
    test(`by a page ${how} is bad after the second time`, () => {
      const stage = playWarm();
      stage.offer(2);
      fail(stage, 3);
      stage.seconds(2);
      expect(stage.taken().filter((order) => order.kind === 'mark-bad')).toEqual([]);
      fail(stage, 4);
      expect(stage.taken().filter((order) => order.kind === 'mark-bad')).toHaveLength(1);
      expect(stage.state()).toMatchObject({ trial: { kind: 'none' }, content: { good: 1 } });
    });
  }

  test('only because the machine fails is never bad: it is tried again and again, with pauses', () => {
    const stage = playWarm();
    stage.offer(2);
    for (const reason of ['not-built', 'not-loaded', 'shared-process', 'not-built', 'not-loaded'] as const) {
      const { trial } = stage.state();
      if (trial.kind !== 'loading') throw new Error('It is not tried.');
      stage.gone(trial.visit, reason);
      for (let second = 0; second < 61 && stage.state().trial.kind === 'waiting'; second += 1)
        stage.seconds(1);
    }
    expect(stage.taken().filter((order) => order.kind === 'mark-bad')).toEqual([]);
    expect(stage.state().trial).toMatchObject({ kind: 'loading', seq: 2 });
  });

  test('is followed by the next one of the server, which is tried', () => {
    const stage = playWarm();
    stage.offer(2);
    stage.gone(3);
    stage.seconds(2);
    stage.gone(4);
    stage.taken();
    stage.offer(3);
    expect(stage.taken()).toEqual([build(5)]);
    stage.ready(5, 3);
    stage.seconds(5);
    expect(stage.taken()).toContainEqual(adopt(3));
  });
});

describe('Every edition that somebody may have to read', () => {
  test('is in use: on show, behind, on trial, and those to go back to', () => {
    const stage = playWarm([7]);
    stage.offer(2);
    expect([...editionsInUse(stage.state())].sort()).toEqual([1, 2, 7]);
  });
});
