import { chmod, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import { machineDisk } from '../../../../src-main/platform/disk.ts';
import { runningProcesses } from '../../../../src-main/platform/process-name.ts';
import type { ContentStore } from '../../../../src-main/store/content-store.ts';
import { SLOT_NAMES } from '../../../../src-main/store/layout.ts';
import { takeDamaged, takeEdition } from '../../../../src-main/store/take-edition.ts';
import { type MemoryEdition, memoryEdition } from '../../../builders/memory-edition.ts';
import { openStoreIn } from '../../../builders/open-store.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { mountTinyDisk } from '../../../builders/tiny-disk.ts';

const makeDirectory = temporaryDirectory();
const [second, third, fourth] = [memoryEdition(2), memoryEdition(3), memoryEdition(4)];

async function bring(store: ContentStore, edition: MemoryEdition): Promise<void> {
  const took = await takeEdition(store, edition.source, edition.pointer);
  if (!took.ok) throw new Error(took.fault.sentence);
}

/** A store whose active edition is 3 and whose last good one is 2, closed. */
async function prepared(directory: string): Promise<void> {
  const { store } = await openStoreIn(directory);
  for (const edition of [second, third]) {
    await bring(store, edition);
    await store.activate(edition.pointer.seq);
  }
  await store.close();
}

async function preparedPlace(): Promise<string> {
  const place = join(await makeDirectory(), 'store');
  await prepared(place);
  return place;
}

const shown = (store: ContentStore) => store.active()?.seq ?? store.lastGood()?.seq ?? null;

describe('A disk that is full', () => {
  const disk = mountTinyDisk(256 * 1024);
  afterAll(async () => {
    if ('unmount' in disk) await disk.unmount();
  });
  const onDisk = 'whyNot' in disk ? test.skip : test;
  const whyNot = 'whyNot' in disk ? ` (skipped: ${disk.whyNot})` : '';
  const directory = 'directory' in disk ? join(disk.directory, 'store') : '';

  onDisk(
    `refuses the next edition by name, keeps the one on show, and takes it once there is room${whyNot}`,
    async () => {
      await prepared(directory);
      const filler = join(directory, '..', 'filler');
      await writeFile(filler, Buffer.alloc(1024 * 1024)).catch(() => {});
      const { store } = await openStoreIn(directory);
      expect(shown(store)).toBe(3);
      const large = memoryEdition(4, { own: 3, ownBytes: 30_000 });
      expect(await takeEdition(store, large.source, large.pointer)).toMatchObject({
        fault: { code: 'disk-full' },
      });
      expect(await store.markBad(3, 'While the disk is full.')).toMatchObject({
        fault: { code: 'disk-full' },
      });
      expect(shown(store)).toBe(3);
      await store.close();
      const again = (await openStoreIn(directory)).store;
      expect(shown(again)).toBe(3);
      await rm(filler);
      await bring(again, large);
      expect(await again.activate(4)).toMatchObject({ ok: true });
      await again.close();
      expect(shown((await openStoreIn(directory)).store)).toBe(4);
    },
  );

  onDisk(
    `that can only be read shows what it has, and says at every write that it cannot${whyNot}`,
    async () => {
      if (!('remount' in disk)) return;
      disk.remount('ro');
      const { store, log } = await openStoreIn(directory);
      expect(shown(store)).toBe(4);
      expect(log.codes()).toContain('store-not-writable');
      for (const answer of [
        await store.markBad(4, 'no'),
        await store.sweep(),
        await store.expect(fourth.pointer),
      ]) {
        expect(answer).toMatchObject({ ok: false, fault: { code: 'read-only' } });
      }
      expect(await store.receive({ sha256: 'ab'.repeat(32), length: 4 })).toMatchObject({
        fault: { code: 'read-only' },
      });
      disk.remount('rw');
    },
  );
});

describe('One flipped bit', () => {
  test('in each file of the edition on show, in turn: found by name, another edition shown, mended by fetching', async () => {
    const place = await preparedPlace();
    for (const [sha256, bytes] of third.blobs) {
      const file = join(place, blobPath(sha256));
      await writeFile(
        file,
        bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
      );
      const { store, log } = await openStoreIn(place);
      const found = await store.verify(new AbortController().signal);
      const isManifest = sha256 === third.pointer.manifest.sha256;
      // A manifest is read at every start; everything else waits for the night.
      if (!isManifest) expect(found.damaged.map((damaged) => damaged.sha256)).toContain(sha256);
      expect(
        log.lines
          .filter((line) => line.level === 'trouble')
          .map((line) => line.sentence)
          .join(' '),
      ).toContain(sha256);
      expect(store.active()).toBeNull();
      expect(shown(store)).toBe(second.blobs.has(sha256) ? null : 2);
      expect(await takeDamaged(store, third.source)).toMatchObject({ ok: true });
      await store.sweep();
      expect(shown(store)).toBe(3);
      await store.close();
    }
  });

  test('in a slot costs nothing: the other one knows as much, and the damaged one is written again', async () => {
    for (const slot of SLOT_NAMES) {
      const place = await preparedPlace();
      const file = join(place, slot);
      const before = await readFile(file);
      await writeFile(
        file,
        before.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
      );
      const { store, log } = await openStoreIn(place);
      expect(shown(store)).toBe(3);
      expect(store.lastGood()?.seq).toBe(2);
      expect(log.lines.find((line) => line.code === 'store-slot-damaged')?.sentence).toContain(slot);
      await store.close();
      expect((await openStoreIn(place)).log.codes()).not.toContain('store-slot-damaged');
    }
  });
});

describe('What lies on the disk instead of what belongs there', () => {
  const cases: readonly (readonly [string, (place: string) => Promise<void>, number | null])[] = [
    [
      'both slots gone',
      async (place) => Promise.all(SLOT_NAMES.map((slot) => rm(join(place, slot)))).then(() => {}),
      null,
    ],
    [
      'both slots empty',
      async (place) => Promise.all(SLOT_NAMES.map((slot) => truncate(join(place, slot)))).then(() => {}),
      null,
    ],
    ['one slot gone', (place) => rm(join(place, 'active-a')), 3],
    ['one slot cut in half', (place) => truncate(join(place, 'active-b'), 60), 3],
    [
      'a directory in the place of a slot',
      async (place) => {
        await rm(join(place, 'active-a'));
        await mkdir(join(place, 'active-a', 'inner'), { recursive: true });
      },
      3,
    ],
    [
      'a slot of a later version',
      async (place) => {
        await writeFile(join(place, 'active-a'), '{"schema":2}');
      },
      3,
    ],
    ['a pointer cut in half', (place) => truncate(join(place, 'editions/3.json'), 20), 3],
    [
      'a pointer of a later version',
      (place) => writeFile(join(place, 'editions/9.json'), '{"schema":2,"seq":9}'),
      3,
    ],
    [
      'a pointer that names another edition',
      (place) => writeFile(join(place, 'editions/9.json'), JSON.stringify(second.pointer)),
      3,
    ],
    ['a pointer with a name that is no number', (place) => writeFile(join(place, 'editions/x.json'), 'x'), 3],
    [
      'a directory in the place of a pointer',
      async (place) => {
        await mkdir(join(place, 'editions/7.json'));
      },
      3,
    ],
    ['all pointers gone', (place) => rm(join(place, 'editions'), { recursive: true }), 3],
    [
      'a file in the place of the directory of parts',
      async (place) => {
        await rm(join(place, 'partial'), { recursive: true });
        await writeFile(join(place, 'partial'), 'x');
      },
      3,
    ],
    ['all blobs gone', (place) => rm(join(place, 'blobs'), { recursive: true }), null],
    [
      'a link in the place of all blobs',
      async (place) => {
        await rm(join(place, 'blobs'), { recursive: true });
        await symlink('/etc', join(place, 'blobs'));
      },
      null,
    ],
    ['a lock of nonsense', (place) => writeFile(join(place, 'lock'), '{"pid":"me"}'), 3],
    [
      'a directory in the place of the lock',
      async (place) => {
        await mkdir(join(place, 'lock'));
      },
      3,
    ],
  ];
  for (const [what, damage, expected] of cases) {
    test(`${what}: ${expected === null ? 'nothing is shown from here' : `edition ${expected} is shown`}, and the next edition can be taken`, async () => {
      const place = await preparedPlace();
      await damage(place);
      const { store } = await openStoreIn(place);
      expect(shown(store)).toBe(expected);
      await bring(store, fourth);
      expect(await store.activate(4)).toMatchObject({ ok: true });
      await store.close();
      expect(shown((await openStoreIn(place)).store)).toBe(4);
    });
  }

  test('a link or a directory in the place of a blob is no blob; the last good edition is shown, and it can be fetched again', async () => {
    const [picture] = [...third.blobs.keys()].filter((sha256) => !second.blobs.has(sha256));
    for (const put of [(file: string) => symlink('/etc/hostname', file), (file: string) => mkdir(file)]) {
      const place = await preparedPlace();
      const file = join(place, blobPath(picture ?? ''));
      await rm(file);
      await put(file);
      const { store, log } = await openStoreIn(place);
      expect(shown(store)).toBe(2);
      expect(log.codes()).toContain('edition-damaged');
      expect(await takeDamaged(store, third.source)).toMatchObject({ ok: true });
      await store.sweep();
      expect(shown(store)).toBe(3);
    }
  });

  test('a file in the place of the whole store: nothing is shown from here, everything else says why', async () => {
    const place = join(await makeDirectory(), 'store');
    await writeFile(place, 'x');
    const { store, log } = await openStoreIn(place, { directory: join(place, 'inner') });
    expect(shown(store)).toBeNull();
    expect(log.codes()).toContain('store-not-writable');
    expect(await store.sweep()).toMatchObject({ ok: false });
  });

  test.skipIf(process.getuid?.() === 0)(
    'a store that may not be read: nothing is shown from here',
    async () => {
      const place = await preparedPlace();
      await chmod(place, 0);
      expect(shown((await openStoreIn(place)).store)).toBeNull();
      await chmod(place, 0o700);
    },
  );
});

describe('A lock', () => {
  test('of a process that has ended is taken over, and the log says so; one of a process that runs is not', async () => {
    const place = await preparedPlace();
    const me = runningProcesses();
    await writeFile(join(place, 'lock'), JSON.stringify({ ...me.me, pid: 4_000_000 }));
    const { store, log } = await openStoreIn(place, { processes: me });
    expect(log.codes()).toContain('store-lock-left');
    const other = await openStoreIn(place, { processes: { ...me, me: { ...me.me, pid: me.me.pid + 1 } } });
    expect(await other.store.sweep()).toMatchObject({ fault: { code: 'locked-by-another' } });
    await store.close();
    expect((await readdir(place)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  test('of an earlier start of the machine, or of a process whose number was given again, is left behind', async () => {
    const me = runningProcesses();
    for (const left of [
      { ...me.me, boot: 'another start' },
      { ...me.me, began: '12' },
    ]) {
      expect(me.isRunning(left)).toBe(false);
    }
    expect(me.isRunning(me.me)).toBe(true);
  });
});

describe('A disk that does its work only now and then', () => {
  test('short writes and interruptions change nothing', async () => {
    let calls = 0;
    const stubborn = async (file: string) => {
      const writing = await machineDisk.openToAppend(file);
      return {
        ...writing,
        write: async (bytes: Uint8Array) => {
          calls += 1;
          if (calls % 3 === 0) throw Object.assign(new Error('interrupted'), { code: 'EINTR' });
          return writing.write(bytes.subarray(0, 5));
        },
      };
    };
    const place = join(await makeDirectory(), 'store');
    const disk = { ...machineDisk, openToAppend: stubborn, openNew: stubborn };
    const { store } = await openStoreIn(place, { disk });
    await bring(store, second);
    expect(await store.activate(2)).toMatchObject({ ok: true });
    await store.close();
    expect(shown((await openStoreIn(place)).store)).toBe(2);
    expect(calls).toBeGreaterThan(50);
  });

  test('a disk that takes nothing and says nothing counts as full', async () => {
    const openToAppend = async (file: string) => ({
      ...(await machineDisk.openToAppend(file)),
      write: async () => 0,
    });
    const { store } = await openStoreIn(join(await makeDirectory(), 'store'), {
      disk: { ...machineDisk, openToAppend },
    });
    expect(await takeEdition(store, second.source, second.pointer)).toMatchObject({
      fault: { code: 'disk-full' },
    });
  });
});
