import { describe, expect, test } from 'vitest';
import type { Order } from '../../../../src-main/stage/state.ts';
import { step } from '../../../../src-main/stage/step.ts';
import { build, goneFrom, play, playWarm, swap } from './play.ts';

describe('At start', () => {
  test('the first page is on show at once, while it still loads, and nothing else is built yet', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    expect(stage.taken()).toEqual([build(1), swap(null, 1, 'start')]);
  });

  test('the understudy is built as soon as the page on show is ready', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.taken();
    stage.ready(1);
    expect(stage.taken()).toEqual([build(2)]);
  });

  test('a page may wait as long as the edition on disk is being verified', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.taken();
    stage.seconds(300);
    expect(stage.taken()).toEqual([]);
    stage.happen({ kind: 'content-known', good: 1, earlier: [] });
    stage.seconds(29);
    expect(stage.taken()).toEqual([]);
  });

  test('opening twice opens once', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.taken();
    stage.happen({ kind: 'opened' });
    expect(stage.taken()).toEqual([]);
  });
});

describe('At the end of a visit', () => {
  test('the understudy comes on show, the old process ends, and the next understudy is built', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.end(1);
    expect(stage.taken()).toEqual([swap(1, 2, 'visit-done'), build(3)]);
  });

  test('five visits are five different seats', () => {
    const stage = playWarm();
    for (const visit of [1, 2, 3, 4, 5]) {
      stage.begin(visit);
      stage.end(visit);
      expect(stage.taken()).toEqual([swap(visit, visit + 1, 'visit-done'), build(visit + 2)]);
      stage.ready(visit + 2);
    }
  });

  test('an understudy that still loads comes on show all the same, and gets an understudy when it is ready', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.ready(1);
    stage.begin(1);
    stage.taken();
    stage.end(1);
    expect(stage.taken()).toEqual([swap(1, 2, 'visit-done')]);
    stage.ready(2);
    expect(stage.taken()).toEqual([build(3)]);
  });

  test('without any understudy a new page is built and put on show', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.begin(1);
    stage.taken();
    // Chosen before the page said it was ready: the understudy is built now, and dies.
    stage.gone(2);
    stage.gone(3);
    stage.taken();
    stage.end(1);
    expect(stage.taken().filter((order) => order.kind === 'swap')).toMatchObject([{ from: 1 }]);
  });

  test('because nobody was there, the log can tell', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.happen({ kind: 'visit-ended', visit: 1, reason: 'idle' });
    expect(stage.taken()).toEqual([swap(1, 2, 'visit-idle'), build(3)]);
  });

  test('a second end from the same page, or one from the understudy, changes nothing', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.end(2);
    expect(stage.taken()).toEqual([]);
    stage.end(1);
    stage.taken();
    stage.end(1);
    expect(stage.taken()).toEqual([]);
  });
});

describe('When nobody is there', () => {
  test('nothing is swapped, however long it lasts', () => {
    const stage = playWarm();
    stage.seconds(3600);
    expect(stage.taken()).toEqual([]);
  });

  test('an understudy that begins or paints is not believed', () => {
    const stage = playWarm();
    stage.begin(2);
    stage.happen({ kind: 'painted', visit: 2, beat: 1 });
    expect(stage.taken()).toEqual([]);
    expect(stage.state().onShow).toMatchObject({ kind: 'attract', visit: 1 });
  });
});

describe('A page that freezes on show', () => {
  test('is asked every 5 seconds and replaced after 15 without a painted frame', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.seconds(14, { alive: false });
    expect(stage.taken()).toEqual([]);
    stage.seconds(1, { alive: false });
    expect(stage.taken()).toEqual([goneFrom('on-show', 1, 'frozen'), swap(1, 2, 'page-gone'), build(3)]);
  });

  test('is asked with rising beats', () => {
    const stage = play();
    const asked: Order[] = [];
    stage.happen({ kind: 'opened' });
    stage.ready(1);
    let state = stage.state();
    for (let now = 1000; now <= 14_000; now += 1000) {
      const next = step(state, { kind: 'tick' }, now);
      state = next.state;
      asked.push(...next.orders);
    }
    expect(asked).toEqual([
      { kind: 'ask-alive', visit: 1, beat: 1 },
      { kind: 'ask-alive', visit: 1, beat: 2 },
    ]);
  });

  test('cannot stay by answering a question that was never asked', () => {
    const stage = playWarm();
    for (let second = 0; second < 15; second += 1) {
      stage.happen({ kind: 'painted', visit: 1, beat: 99 });
      stage.seconds(1, { alive: false });
    }
    expect(stage.taken()).toContainEqual(goneFrom('on-show', 1, 'frozen'));
  });

  test('but then paints again before 15 seconds may stay', () => {
    const stage = playWarm();
    stage.seconds(12, { alive: false });
    stage.happen({ kind: 'painted', visit: 1, beat: 1 });
    stage.seconds(14, { alive: false });
    expect(stage.taken()).toEqual([]);
  });
});

describe('A page that dies on show', () => {
  test('is replaced by the understudy at once, visit or not', () => {
    for (const inUse of [true, false]) {
      const stage = playWarm();
      if (inUse) stage.begin(1);
      stage.gone(1);
      expect(stage.taken()).toEqual([goneFrom('on-show', 1, 'crashed'), swap(1, 2, 'page-gone'), build(3)]);
    }
  });

  test('is replaced by a loading understudy when that is all there is', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.ready(1);
    stage.taken();
    stage.gone(1);
    expect(stage.taken()).toEqual([goneFrom('on-show', 1, 'crashed'), swap(1, 2, 'page-gone')]);
  });

  test('again and again is replaced by the static page, and tried more and more seldom', () => {
    const stage = playWarm();
    const pauses: number[] = [];
    let visit = 1;
    for (let round = 0; round < 12; round += 1) {
      stage.gone(visit);
      for (const order of stage.taken()) if (order.kind === 'report-pause') pauses.push(order.pauseMs);
      // Wait until a page is on show again; it dies right after it got ready.
      for (let second = 0; second < 70 && stage.state().onShow.kind !== 'attract'; second += 1) {
        const { understudy } = stage.state();
        if (understudy.kind === 'loading') stage.ready(understudy.visit);
        else stage.seconds(1);
      }
      const { onShow } = stage.state();
      visit = onShow.kind === 'attract' ? onShow.visit : visit;
    }
    expect(pauses).toEqual([4, 8, 16, 32, 60, 60, 60, 60, 60, 60].map((seconds) => seconds * 1000));
  });

  test('four times, but then lasts, has an understudy as soon as it has painted', () => {
    const stage = playWarm();
    stage.gone(1);
    stage.gone(2);
    for (let round = 0; round < 2; round += 1) {
      for (let second = 0; second < 10 && stage.state().understudy.kind === 'none'; second += 1)
        stage.seconds(1);
      const { understudy } = stage.state();
      if (understudy.kind === 'none') throw new Error('Nothing was built.');
      stage.ready(understudy.visit);
      stage.gone(understudy.visit);
    }
    for (let second = 0; second < 10 && stage.state().understudy.kind === 'none'; second += 1)
      stage.seconds(1);
    const { understudy } = stage.state();
    if (understudy.kind === 'none') throw new Error('Nothing was built.');
    stage.ready(understudy.visit);
    expect(stage.state()).toMatchObject({ onShow: { kind: 'attract' }, understudy: { kind: 'none' } });
    stage.seconds(4);
    expect(stage.state().understudy.kind).toBe('none');
    stage.seconds(1);
    expect(stage.state()).toMatchObject({ failedShows: 0, understudy: { kind: 'loading' } });
  });
});

describe('An understudy', () => {
  test('that is not ready after 30 seconds is replaced', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.end(1);
    stage.taken();
    stage.seconds(29);
    expect(stage.taken()).toEqual([]);
    stage.seconds(1);
    expect(stage.taken()).toEqual([
      goneFrom('understudy', 3, 'late'),
      { kind: 'dismiss', visit: 3 },
      build(4),
    ]);
  });

  test('that fails twice in a row is tried again after a pause that doubles up to a minute', () => {
    const stage = playWarm();
    const pauses: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const { understudy } = stage.state();
      if (understudy.kind === 'none') throw new Error('Nothing was built.');
      stage.gone(understudy.visit);
      for (const order of stage.taken()) if (order.kind === 'report-pause') pauses.push(order.pauseMs);
      stage.seconds(Math.ceil((pauses.at(-1) ?? 0) / 1000));
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1000));
    expect(stage.state().onShow).toMatchObject({ kind: 'attract', visit: 1 });
  });

  test('that gets ready and dies at once counts as failed, too', () => {
    const stage = playWarm();
    stage.gone(2);
    stage.ready(3);
    stage.gone(3);
    expect(stage.taken()).toContainEqual({ kind: 'report-pause', failures: 2, pauseMs: 2000 });
  });

  test('that has stood ready for a while clears the count', () => {
    const stage = playWarm();
    stage.gone(2);
    stage.ready(3);
    stage.seconds(5);
    stage.gone(3);
    expect(stage.taken().filter((order) => order.kind === 'report-pause')).toEqual([]);
  });

  test('that shares its process with another seat is not taken', () => {
    const stage = playWarm();
    stage.happen({ kind: 'gone', visit: 2, reason: 'shared-process' });
    expect(stage.taken()).toEqual([
      goneFrom('understudy', 2, 'shared-process'),
      { kind: 'dismiss', visit: 2 },
      build(3),
    ]);
  });
});

describe('A page that does not work at all', () => {
  test('gives place to the static page after 30 seconds, and is tried behind it', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.happen({ kind: 'content-known', good: 1, earlier: [] });
    stage.taken();
    stage.seconds(30);
    expect(stage.taken()).toEqual([
      goneFrom('on-show', 1, 'late'),
      build(2, 'preparing'),
      swap(1, 2, 'static-page'),
      build(3),
    ]);
  });

  test('comes on show as soon as it works', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.gone(1);
    stage.taken();
    stage.ready(3);
    expect(stage.taken()).toEqual([swap(2, 3, 'page-ready'), build(4)]);
    expect(stage.state().onShow).toMatchObject({ kind: 'attract', visit: 3 });
  });

  test('is tried for ever, with pauses, and the static page stays', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.happen({ kind: 'content-known', good: 1, earlier: [] });
    stage.taken();
    stage.seconds(3600);
    const built = stage.taken().filter((order) => order.kind === 'build');
    expect(stage.state().onShow.kind).toBe('preparing');
    expect(built.length).toBeGreaterThan(30);
    expect(built.length).toBeLessThan(60);
  });

  test('is not put on show cold at the end of a visit when it has just failed twice', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.gone(2);
    stage.gone(3);
    stage.taken();
    stage.end(1);
    expect(stage.taken()).toEqual([build(4, 'preparing'), swap(1, 4, 'static-page')]);
  });

  test('leaves the colour of the window when even the static page dies, and the static page comes back', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.gone(1);
    stage.taken();
    stage.gone(2);
    expect(stage.taken()).toEqual([goneFrom('on-show', 2, 'crashed'), { kind: 'dismiss', visit: 2 }]);
    stage.seconds(1);
    expect(stage.taken()).toEqual([build(4, 'preparing'), swap(null, 4, 'static-page')]);
  });

  test('a visit that begins before the page says it is ready proves that it works', () => {
    const stage = play();
    stage.happen({ kind: 'opened' });
    stage.happen({ kind: 'content-known', good: 1, earlier: [] });
    stage.begin(1);
    stage.taken();
    stage.seconds(29);
    expect(stage.state().onShow).toMatchObject({ kind: 'in-use', visit: 1 });
  });
});

describe('What comes too late', () => {
  test('from a seat that is gone changes nothing', () => {
    const stage = playWarm();
    stage.begin(1);
    stage.end(1);
    stage.taken();
    stage.gone(1);
    stage.ready(1);
    stage.begin(1);
    stage.happen({ kind: 'painted', visit: 1, beat: 1 });
    expect(stage.taken()).toEqual([]);
  });

  test('after the stage has closed changes nothing; closing ends both seats', () => {
    const stage = playWarm();
    stage.happen({ kind: 'closed' });
    expect(stage.taken()).toEqual([
      { kind: 'dismiss', visit: 1 },
      { kind: 'dismiss', visit: 2 },
    ]);
    stage.gone(1);
    stage.end(1);
    stage.seconds(60);
    expect(stage.taken()).toEqual([]);
  });
});
