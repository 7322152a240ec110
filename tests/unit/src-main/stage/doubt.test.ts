import { describe, expect, test } from 'vitest';
import { build, dismiss, goneFrom, play, playWarm, swap } from './play.ts';

const retreat = (from: number, to: number) => ({ kind: 'report-retreat', from, to });
const badOnShow = (seq: number, reason = 'crashed') => ({ kind: 'mark-bad', seq, reason, where: 'on-show' });

describe('An edition whose pages crash on show', () => {
  test('gives its place to the last good one after two in a row, and is marked bad once that is seen to work', () => {
    const stage = playWarm([9]);
    stage.gone(1);
    stage.ready(3);
    stage.taken();
    stage.gone(2);
    expect(stage.taken()).toEqual([
      goneFrom('on-show', 2, 'crashed'),
      retreat(1, 9),
      dismiss(3),
      build(4),
      swap(2, 4, 'page-gone'),
    ]);
    expect(stage.state().onShow).toMatchObject({ kind: 'loading', seq: 9 });
    stage.ready(4, 9);
    expect(stage.taken()).toEqual([build(5)]);
    stage.seconds(5);
    expect(stage.taken()).toEqual([badOnShow(1)]);
  });

  test('one after the other, though each has painted for a while, is left after the third within ten minutes', () => {
    const stage = playWarm([9]);
    let visit = 1;
    for (let loss = 1; loss <= 3; loss += 1) {
      stage.seconds(20);
      stage.gone(visit);
      visit += 1;
      const { understudy } = stage.state();
      if (loss < 3 && understudy.kind === 'loading') stage.ready(understudy.visit);
    }
    expect(stage.taken()).toContainEqual(retreat(1, 9));
  });

  test('three times in an hour, but never often, is kept', () => {
    const stage = playWarm([9]);
    for (let visit = 1; visit <= 4; visit += 1) {
      stage.seconds(1200);
      stage.gone(visit);
      const { understudy } = stage.state();
      if (understudy.kind === 'loading') stage.ready(understudy.visit);
    }
    expect(stage.taken().filter((order) => order.kind === 'report-retreat')).toEqual([]);
    expect(stage.state().content.good).toBe(1);
  });

  test('gets its place back when the earlier one crashes as well: then the machine is at fault', () => {
    const stage = playWarm([9]);
    stage.gone(1);
    stage.ready(3);
    stage.gone(2);
    stage.taken();
    stage.gone(4);
    stage.gone(6);
    expect(stage.taken()).toContainEqual(retreat(9, 1));
    // From here on nothing is left any more, however often pages fail.
    for (let visit = 7; visit < 20; visit += 1) {
      stage.gone(visit);
      stage.seconds(61);
    }
    const taken = stage.taken();
    expect(taken.filter((order) => order.kind === 'report-retreat' || order.kind === 'mark-bad')).toEqual([]);
    expect(stage.state().content).toMatchObject({ good: 1, isEveryoneFailing: true });
  });

  test('is trusted again, and can be left again, once a page of it was seen to work', () => {
    const stage = playWarm([9]);
    for (const visit of [1, 2]) {
      stage.gone(visit);
      const { understudy } = stage.state();
      if (understudy.kind === 'loading') stage.ready(understudy.visit);
    }
    for (let round = 0; round < 40 && !stage.state().content.isEveryoneFailing; round += 1) {
      const { onShow, understudy } = stage.state();
      if (understudy.kind === 'loading') stage.gone(understudy.visit);
      else if (onShow.kind === 'loading') stage.gone(onShow.visit);
      else stage.seconds(5);
    }
    expect(stage.state().content.isEveryoneFailing).toBe(true);
    for (let second = 0; second < 70; second += 1) {
      const { understudy, onShow } = stage.state();
      if (understudy.kind === 'loading') stage.ready(understudy.visit);
      if (onShow.kind === 'loading') stage.ready(onShow.visit);
      stage.seconds(1);
    }
    expect(stage.state().content).toMatchObject({ good: 1, isEveryoneFailing: false });
  });

  test('stays when there is no earlier one, as ever', () => {
    const stage = playWarm();
    stage.gone(1);
    stage.gone(2);
    const taken = stage.taken();
    expect(taken.filter((order) => order.kind === 'report-retreat')).toEqual([]);
    expect(stage.state().content.good).toBe(1);
  });

  test('stays when the machine is at fault: pages that cannot be built or loaded speak against no edition', () => {
    const stage = playWarm([9]);
    for (const visit of [1, 2, 3, 4, 5, 6]) stage.gone(visit, 'not-loaded');
    expect(stage.taken().filter((order) => order.kind === 'report-retreat')).toEqual([]);
  });
});

describe('An edition that cannot even be opened at the start', () => {
  test('gives its place to the last good one after the second page, behind the static page', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.happen({ kind: 'content-known', good: 5, earlier: [4, 1] });
    stage.taken();
    stage.ready(1, null);
    expect(stage.taken()).toEqual([
      goneFrom('on-show', 1, 'refused'),
      build(2, 'preparing'),
      swap(1, 2, 'static-page'),
      build(3),
    ]);
    stage.ready(3, null);
    expect(stage.taken()).toEqual([
      goneFrom('understudy', 3, 'refused'),
      dismiss(3),
      retreat(5, 4),
      build(4),
    ]);
    stage.ready(4, 4);
    expect(stage.taken()).toEqual([swap(2, 4, 'page-ready'), build(5)]);
    stage.seconds(5);
    expect(stage.taken()).toEqual([badOnShow(5, 'refused')]);
    expect(stage.state().content).toMatchObject({ good: 4, earlier: [1], accused: null });
  });

  test('is not refused by a page that was told there is no edition', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.happen({ kind: 'content-known', good: null, earlier: [] });
    stage.taken();
    stage.ready(1, null);
    expect(stage.taken()).toEqual([build(2)]);
  });
});

describe('An edition that works on show, but for which no understudy gets ready', () => {
  test('is kept for three failures and left at the fourth; the visit that goes on is not touched', () => {
    const stage = playWarm([9]);
    stage.begin(1);
    for (let failure = 1; failure <= 4; failure += 1) {
      expect(stage.taken().filter((order) => order.kind === 'report-retreat')).toEqual([]);
      const { understudy } = stage.state();
      if (understudy.kind === 'none') throw new Error('Nothing was built.');
      stage.gone(understudy.visit);
      stage.seconds(failure < 4 ? 10 : 0);
    }
    expect(stage.taken()).toContainEqual(retreat(1, 9));
    expect(stage.state().onShow).toMatchObject({ kind: 'in-use', visit: 1, seq: 1 });
    const { understudy } = stage.state();
    if (understudy.kind === 'none') throw new Error('Nothing was built.');
    stage.ready(understudy.visit, 9);
    stage.seconds(5);
    expect(stage.taken()).toContainEqual(badOnShow(1));
    expect(stage.state().onShow).toMatchObject({ kind: 'in-use', visit: 1, seq: 1 });
    stage.end(1);
    expect(stage.state().onShow).toMatchObject({ kind: 'attract', seq: 9 });
  });
});

describe('When files of the edition to show are lost', () => {
  test('the next visit has another edition; whoever reads goes on reading', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.happen({ kind: 'content-changed', good: 9, earlier: [] });
    expect(stage.taken()).toEqual([dismiss(2), build(3)]);
    stage.ready(3, 9);
    stage.end(1);
    expect(stage.taken()).toEqual([swap(1, 3, 'visit-done'), build(4)]);
  });

  test('and nobody is there, the screen changes by itself', () => {
    const stage = playWarm();
    stage.happen({ kind: 'content-changed', good: 9, earlier: [] });
    stage.ready(3, 9);
    stage.taken();
    stage.seconds(5);
    expect(stage.taken()).toEqual([swap(1, 3, 'new-edition'), build(4)]);
  });

  test('of another edition only, nothing happens', () => {
    const stage = playWarm();
    stage.happen({ kind: 'content-changed', good: 1, earlier: [9] });
    stage.happen({ kind: 'fallback-known', seq: 9 });
    stage.happen({ kind: 'fallback-known', seq: 1 });
    stage.happen({ kind: 'fallback-known', seq: 3 });
    expect(stage.taken()).toEqual([]);
    expect(stage.state().content.earlier).toEqual([9, 3]);
  });
});
