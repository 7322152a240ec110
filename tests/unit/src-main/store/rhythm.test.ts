import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import type { ContentStore } from '../../../../src-main/store/content-store.ts';
import { keepRhythm, restAfter } from '../../../../src-main/store/rhythm.ts';
import { takeEdition } from '../../../../src-main/store/take-edition.ts';
import { memoryEdition } from '../../../builders/memory-edition.ts';
import { openStoreIn } from '../../../builders/open-store.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const makeDirectory = temporaryDirectory();
const HOUR = 3_600_000;

/** A store with one active edition and the rhythm on a clock of its own, which begins at an hour of the machine's day. */
async function house({ hour }: { readonly hour: number }) {
  const place = join(await makeDirectory(), 'store');
  const { store } = await openStoreIn(place);
  const edition = memoryEdition(2);
  await takeEdition(store, edition.source, edition.pointer);
  await store.activate(2);
  const clock = handClock();
  clock.sleep((hour - clock.now().getHours() + 24) * HOUR);
  const log = recordedLog();
  const calls: string[] = [];
  let running = 0;
  const during = async <Value>(name: string, work: Promise<Value>): Promise<Value> => {
    calls.push(name);
    running += 1;
    return work.finally(() => {
      running -= 1;
    });
  };
  const watched: ContentStore = {
    ...store,
    sweep: (options) => during('sweep', store.sweep(options)),
    verify: (signal) => during('verify', store.verify(signal)),
  };
  let atRest = true;
  const end = keepRhythm({
    store: watched,
    clock,
    log,
    isAtRest: () => atRest,
    isNight: () => clock.now().getHours() >= 2 && clock.now().getHours() < 5,
    editionsInUse: () => [2],
    onSwept: (inUse) => void calls.push(`swept, in use ${inUse}`),
  });
  /** Lets minutes pass; what a minute begins comes to its end before the next one. */
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute += 1) {
      clock.pass(60_000);
      for (let quiet = 0; quiet < 3; quiet = running === 0 ? quiet + 1 : 0) await setImmediate();
    }
    return calls.splice(0);
  };
  return {
    place,
    store,
    edition,
    clock,
    log,
    minutes,
    end,
    setAtRest: (now: boolean) => {
      atRest = now;
    },
  };
}

test('By day it sweeps once and reads nothing again', async () => {
  const { minutes } = await house({ hour: 9 });
  expect(await minutes(1)).toEqual(['sweep', 'swept, in use 2']);
  expect(await minutes(30)).toEqual([]);
});

test('At night everything is read again, once, and the log says that it is whole', async () => {
  const { minutes, log } = await house({ hour: 2 });
  expect(await minutes(2)).toEqual(['sweep', 'swept, in use 2', 'verify']);
  expect(log.codes()).toEqual(['store-verified']);
  expect(await minutes(30)).toEqual([]);
});

test('A terminal that is switched off at night reads everything again by day, once it has been up for six hours', async () => {
  const { minutes, clock } = await house({ hour: 9 });
  await minutes(1);
  clock.sleep(6 * HOUR);
  expect(await minutes(1)).toEqual(['verify']);
  expect(await minutes(5)).toEqual([]);
});

test('While a visit goes on nothing is done; a new edition is reason for a sweep when it is over', async () => {
  const { minutes, store, setAtRest } = await house({ hour: 9 });
  await minutes(1);
  setAtRest(false);
  const next = memoryEdition(3);
  await takeEdition(store, next.source, next.pointer);
  await store.activate(3);
  expect(await minutes(5)).toEqual([]);
  setAtRest(true);
  expect(await minutes(1)).toEqual(['sweep', 'swept, in use 2']);
});

test('A damaged file is trouble in the log', async () => {
  const { minutes, log, place, edition } = await house({ hour: 2 });
  const [sha256 = ''] = [...edition.blobs.keys()];
  await writeFile(join(place, blobPath(sha256)), 'x'.repeat(edition.blobs.get(sha256)?.byteLength ?? 0));
  await minutes(2);
  expect(log.lines).toMatchObject([{ level: 'trouble', code: 'store-verified', facts: { damaged: 1 } }]);
});

test('Once it is over nothing is begun any more', async () => {
  const { minutes, end } = await house({ hour: 2 });
  end();
  expect(await minutes(3)).toEqual([]);
});

test('Reading rests long enough for 8 MB in a second', async () => {
  const clock = handClock();
  let isOver = false;
  void restAfter(clock)(80_000).then(() => {
    isOver = true;
  });
  clock.pass(9);
  await Promise.resolve();
  expect(isOver).toBe(false);
  clock.pass(1);
  await Promise.resolve();
  expect(isOver).toBe(true);
});
