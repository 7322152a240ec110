import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import { machineDisk } from '../../../../src-main/platform/disk.ts';
import type { ContentStore } from '../../../../src-main/store/content-store.ts';
import { directorySource, takeDamaged, takeEdition } from '../../../../src-main/store/take-edition.ts';
import { bringIn, openStoreIn } from '../../../builders/open-store.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { TINY_PICTURE, writeTinyEdition } from '../../../builders/tiny-edition.ts';

const makeDirectory = temporaryDirectory();

/** A picture that differs from edition to edition, so that each has a blob of its own. */
const own = (seq: number) => ({ seq, files: { 'media/own.png': `picture of edition ${seq}` } });

async function fresh() {
  const directory = await makeDirectory();
  const place = join(directory, 'store');
  const opened = await openStoreIn(place);
  const again = async () => {
    await opened.store.close();
    return openStoreIn(place);
  };
  return { directory, place, again, ...opened };
}

/** Every file under a directory, by its path in it. */
async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

async function makeOld(directory: string): Promise<void> {
  const longAgo = new Date(Date.now() - 7 * 24 * 3_600_000);
  for (const file of await filesIn(directory)) await utimes(join(directory, file), longAgo, longAgo);
}

const seqs = (store: ContentStore) => ({
  active: store.active()?.seq ?? null,
  lastGood: store.lastGood()?.seq ?? null,
  candidate: store.candidate()?.seq ?? null,
});

describe('A store that has just been made', () => {
  test('shows nothing, holds nothing, and says so without a complaint', async () => {
    const { store, log } = await fresh();
    expect(seqs(store)).toEqual({ active: null, lastGood: null, candidate: null });
    expect(store.newestSeq()).toBe(0);
    expect(log.lines.filter((line) => line.level === 'trouble')).toEqual([]);
  });
});

describe('An edition that is brought in', () => {
  test('is a candidate first, and shown only once it was activated; both outlive a restart', async () => {
    const { store, directory, again } = await fresh();
    await bringIn(store, directory, own(2));
    expect(seqs(store)).toEqual({ active: null, lastGood: null, candidate: 2 });
    expect(await store.activate(2)).toMatchObject({ ok: true });
    expect(seqs(store)).toEqual({ active: 2, lastGood: null, candidate: null });
    await bringIn(store, directory, own(3));
    const later = (await again()).store;
    expect(seqs(later)).toEqual({ active: 2, lastGood: null, candidate: 3 });
    await later.activate(3);
    expect(seqs(later)).toEqual({ active: 3, lastGood: 2, candidate: null });
  });

  test('fetches only what differs from the editions that are here', async () => {
    const { store, directory } = await fresh();
    await bringIn(store, directory, own(2));
    const next = await writeTinyEdition(join(directory, 'next'), own(3));
    const missing = await store.missing(next.manifest.files);
    expect(missing.map(({ sha256 }) => sha256)).toEqual([
      next.manifest.files.find(({ path }) => path === 'media/own.png')?.sha256,
    ]);
  });

  test('takes what the application carries itself from there', async () => {
    const directory = await makeDirectory();
    const factory = await writeTinyEdition(join(directory, 'factory'), { seq: 1 });
    const { store } = await openStoreIn(join(directory, 'store'), { factory: factory.directory });
    const next = await writeTinyEdition(join(directory, 'next'), own(2));
    const missing = await store.missing(next.manifest.files);
    expect(missing).toHaveLength(1);
    expect(await store.holds(factory.manifest.files[0] ?? { sha256: '', length: 0 })).toBe(true);
  });

  test('is not taken with a file missing, nor under a number that another one has', async () => {
    const { store, directory } = await fresh();
    const made = await writeTinyEdition(join(directory, 'made'), own(2));
    const source = directorySource(made.directory, machineDisk);
    await rm(made.onDisk(TINY_PICTURE));
    expect(await takeEdition(store, source, made.pointer)).toMatchObject({ ok: false });
    expect(await store.addEdition(made.pointer)).toMatchObject({ fault: { code: 'incomplete' } });
    await bringIn(store, join(directory, 'other'), own(3));
    const twin = await writeTinyEdition(join(directory, 'twin'), { seq: 3 });
    expect(
      await takeEdition(store, directorySource(twin.directory, machineDisk), twin.pointer),
    ).toMatchObject({
      fault: { code: 'number-taken' },
    });
    expect(seqs(store).candidate).toBe(3);
  });
});

describe('An edition that was marked bad', () => {
  test('is no candidate any more, before and after a restart, and cannot be added or activated', async () => {
    const { store, directory, again } = await fresh();
    const made = await bringIn(store, directory, own(2));
    expect(await store.markBad(2, 'Its pages were not ready in time.')).toMatchObject({ ok: true });
    for (const now of [store, (await again()).store]) {
      expect(seqs(now).candidate).toBeNull();
      expect(await now.addEdition(made.pointer)).toMatchObject({ fault: { code: 'marked-bad' } });
      expect(now.whyBad(made.pointer)?.reason).toBe('Its pages were not ready in time.');
      expect(now.newestSeq()).toBe(2);
    }
  });

  test('gives its place to the last good one when it was on show, and a newer one is a candidate again', async () => {
    const { store, directory, again } = await fresh();
    for (const seq of [2, 3]) {
      await bringIn(store, directory, own(seq));
      await store.activate(seq);
    }
    await store.markBad(3, 'It crashed on show.');
    expect(seqs(store)).toEqual({ active: 2, lastGood: null, candidate: null });
    const later = (await again()).store;
    expect(seqs(later)).toEqual({ active: 2, lastGood: null, candidate: null });
    await bringIn(later, directory, own(4));
    expect(seqs(later).candidate).toBe(4);
  });
});

describe('A blob that arrives', () => {
  test('goes on where it was cut short, even after a restart', async () => {
    const { store, directory, again } = await fresh();
    const made = await writeTinyEdition(join(directory, 'made'), own(2));
    const entry = made.manifest.files.find(({ path }) => path === 'media/own.png');
    if (!entry) throw new Error('The edition lost its picture.');
    const bytes = new TextEncoder().encode('picture of edition 2');
    const began = await store.receive(entry);
    if (!began.ok) throw new Error(began.fault.sentence);
    expect(began.value.offset).toBe(0);
    expect(await store.receive(entry)).toMatchObject({ fault: { code: 'already-receiving' } });
    await began.value.write(bytes.subarray(0, 7));
    await began.value.abandon();
    const later = (await again()).store;
    const resumed = await later.receive(entry);
    if (!resumed.ok) throw new Error(resumed.fault.sentence);
    expect(resumed.value.offset).toBe(7);
    await resumed.value.write(bytes.subarray(7));
    expect(await resumed.value.commit()).toMatchObject({ ok: true });
    expect(await later.holds(entry)).toBe(true);
  });

  test('is thrown away when it is not what was published, and never gets its name', async () => {
    const { store } = await fresh();
    const blob = { sha256: 'ab'.repeat(32), length: 5 };
    const began = await store.receive(blob);
    if (!began.ok) throw new Error(began.fault.sentence);
    await began.value.write(new Uint8Array(5));
    expect(await began.value.commit()).toMatchObject({ fault: { code: 'wrong-digest' } });
    expect(await store.holds(blob)).toBe(false);
    const again = await store.receive(blob);
    expect(again).toMatchObject({ ok: true, value: { offset: 0 } });
    if (again.ok) await again.value.abandon();
  });

  test('may not be longer, nor shorter, than was promised', async () => {
    const { store } = await fresh();
    const blob = { sha256: 'ab'.repeat(32), length: 5 };
    const began = await store.receive(blob);
    if (!began.ok) throw new Error(began.fault.sentence);
    expect(await began.value.write(new Uint8Array(6))).toMatchObject({ fault: { code: 'wrong-length' } });
    expect(await began.value.commit()).toMatchObject({ fault: { code: 'wrong-length' } });
    const again = await store.receive(blob);
    if (!again.ok) throw new Error(again.fault.sentence);
    expect(await again.value.commit()).toMatchObject({ fault: { code: 'wrong-length' } });
    expect(await store.receive({ ...blob, length: 300 * 1024 ** 2 })).toMatchObject({
      fault: { code: 'too-large' },
    });
  });

  test('is refused when it would take the space that must stay free', async () => {
    const { store } = await fresh();
    expect(await store.roomFor(1000)).toMatchObject({ ok: true });
    const directory = await makeDirectory();
    const tight = await openStoreIn(directory, { disk: { ...machineDisk, freeBytes: async () => 999 } });
    const answer = await tight.store.roomFor(1000);
    expect(answer).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
    if (!answer.ok) expect(answer.fault.sentence).toContain('999');
  });
});

describe('A sweep', () => {
  test('leaves the active and the last good edition, and nothing else that is old', async () => {
    const { store, directory, place } = await fresh();
    const made = [];
    for (const seq of [2, 3, 4]) {
      made.push(await bringIn(store, directory, own(seq)));
      await store.activate(seq);
    }
    await writeFile(join(place, 'partial', 'cd'.repeat(32)), 'left over');
    await makeOld(place);
    expect(await store.sweep()).toMatchObject({ ok: true, value: { editions: 1, blobs: 2 } });
    const kept = new Set(
      made
        .slice(1)
        .flatMap(({ manifest, pointer }) => [
          ...manifest.files.map((file) => file.sha256),
          pointer.manifest.sha256,
        ]),
    );
    expect(await filesIn(place)).toEqual(
      [
        'active-a',
        'active-b',
        'editions/3.json',
        'editions/4.json',
        'lock',
        ...[...kept].map(blobPath),
      ].sort(),
    );
  });

  test('spares what is in use, what is being fetched, and what has just been written', async () => {
    const { store, directory, place } = await fresh();
    for (const seq of [2, 3, 4]) {
      await bringIn(store, directory, own(seq));
      await store.activate(seq);
    }
    const next = await writeTinyEdition(join(directory, 'next'), own(9));
    const source = directorySource(next.directory, machineDisk);
    const [first] = next.manifest.files.filter(({ path }) => path === 'media/own.png');
    if (!first) throw new Error('The edition lost its picture.');
    await takeEdition(
      store,
      (blob, offset) => (blob.sha256 === first.sha256 ? [] : source(blob, offset)) as never,
      next.pointer,
    );
    await makeOld(place);
    await store.sweep({ inUse: [2] });
    expect(await filesIn(join(place, 'editions'))).toEqual(['2.json', '3.json', '4.json']);
    expect(await store.holds(next.pointer.manifest)).toBe(true);
    const loose = await writeTinyEdition(join(directory, 'loose'), {
      seq: 11,
      files: { 'media/x.png': 'x' },
    });
    const blob = loose.manifest.files.find(({ path }) => path === 'media/x.png');
    const began = await store.receive(blob ?? { sha256: '', length: 0 });
    if (!began.ok) throw new Error(began.fault.sentence);
    await began.value.write(new TextEncoder().encode('x'));
    await began.value.commit();
    await store.sweep();
    expect(await store.holds(blob ?? { sha256: '', length: 0 })).toBe(true);
  });

  test('cannot take the edition that a visitor is reading on a terminal that moved on twice', async () => {
    const { store, directory, place } = await fresh();
    for (const seq of [2, 3, 4, 5]) {
      const { pointer } = await bringIn(store, directory, own(seq));
      await store.activate(seq);
      if (seq === 2) expect(await store.holds(pointer.manifest)).toBe(true);
    }
    await makeOld(place);
    await store.sweep({ inUse: [2] });
    expect(await filesIn(join(place, 'editions'))).toEqual(['2.json', '4.json', '5.json']);
  });
});

describe('A file that changes on the disk', () => {
  test('is found when everything is read again, taken away, listed, and mended by fetching it again', async () => {
    const { store, directory, place, again } = await fresh();
    const made = await bringIn(store, directory, own(2));
    await store.activate(2);
    const picture = made.manifest.files.find(({ path }) => path === 'media/own.png');
    if (!picture) throw new Error('The edition lost its picture.');
    await writeFile(join(place, blobPath(picture.sha256)), 'Picture of edition 2');
    const changes: string[] = [];
    store.onChange((change) => changes.push(change.kind));
    const outcome = await store.verify(new AbortController().signal);
    expect(outcome).toMatchObject({ isComplete: true, damaged: [{ path: 'media/own.png', seq: 2 }] });
    expect(store.active()).toBeNull();
    expect(store.damaged()).toMatchObject([{ sha256: picture.sha256, path: 'media/own.png' }]);
    const later = (await again()).store;
    expect(later.damaged()).toMatchObject([{ sha256: picture.sha256 }]);
    expect(await takeDamaged(later, directorySource(made.directory, machineDisk))).toMatchObject({
      ok: true,
    });
    await later.sweep();
    expect(later.active()?.seq).toBe(2);
    expect(changes).toEqual(['damaged']);
  });

  test('is read in peace: stopped, the reading goes on later from where it was', async () => {
    const { store, directory } = await fresh();
    await bringIn(store, directory, own(2));
    const stop = new AbortController();
    let read = 0;
    const { store: resting } = await openStoreIn(join(directory, 'store'), {
      rest: async () => {
        read += 1;
        if (read === 3) stop.abort();
      },
    });
    const first = await resting.verify(stop.signal);
    expect(first.isComplete).toBe(false);
    expect(first.damaged).toEqual([]);
    const second = await resting.verify(new AbortController().signal);
    expect(second.isComplete).toBe(true);
    expect(first.blobs + second.blobs).toBe((await filesIn(join(directory, 'store/blobs'))).length);
  });
});

test('Two stores never write in one place: the second only reads, and says why', async () => {
  const directory = await makeDirectory();
  const running = { me: { pid: 7, boot: 'b', began: '1' }, isRunning: () => true };
  const first = await openStoreIn(directory, { processes: running });
  await bringIn(first.store, directory, own(2));
  await first.store.activate(2);
  const second = await openStoreIn(directory, {
    processes: { ...running, me: { pid: 8, boot: 'b', began: '2' } },
  });
  expect(second.store.active()?.seq).toBe(2);
  expect(await second.store.markBad(2, 'no')).toMatchObject({ fault: { code: 'locked-by-another' } });
  expect(second.log.codes()).toContain('store-not-writable');
  await first.store.close();
  expect((await stat(join(directory, 'blobs'))).isDirectory()).toBe(true);
  const third = await openStoreIn(directory, { processes: running });
  expect(third.log.codes()).not.toContain('store-not-writable');
});
