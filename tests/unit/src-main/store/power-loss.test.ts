import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import type { ContentStore } from '../../../../src-main/store/content-store.ts';
import type { Done } from '../../../../src-main/store/fault.ts';
import { SLOT_NAMES } from '../../../../src-main/store/layout.ts';
import { takeBlob } from '../../../../src-main/store/take-edition.ts';
import { type MemoryEdition, memoryEdition } from '../../../builders/memory-edition.ts';
import { openStoreIn } from '../../../builders/open-store.ts';
import {
  type DiskOperation,
  type DiskWatcher,
  type MemoryDirectory,
  memoryDirectory,
  memoryDisk,
  nodeAt,
  perform,
} from '../../../fakes/memory-disk.ts';
import { powerCuts, signatureOf } from '../../../fakes/power-loss.ts';

// A power cut at every moment: what the store writes is recorded, then played again up to each point with everything that was
// not synced lost in every way a disk can lose it. Every promise the store had given by then must hold at the next start.

const STORE = '/store';
const EDITIONS = new Map([2, 3, 4].map((seq) => [seq, memoryEdition(seq)]));

function editionOf(seq: number): MemoryEdition {
  const edition = EDITIONS.get(seq);
  if (!edition) throw new Error(`There is no edition ${seq}.`);
  return edition;
}

/** What a store has promised so far, or may be about to make true. */
type Promised = {
  /** Editions that may be the active one: one of them, or two while that is being changed; null is none. */
  readonly active: readonly (number | null)[];
  readonly blobs: ReadonlySet<string>;
  readonly added: readonly number[];
  readonly bad: readonly number[];
  /** The edition to be tried although its number is lower; null when the terminal is not being moved. */
  readonly movedTo: number | null;
  /** True while the record is being written: in that moment one of its two slots is needed. */
  readonly isChanging: boolean;
};

type Entry = DiskOperation | { readonly kind: 'promised'; readonly promised: Promised };

const NOTHING: Promised = {
  active: [null],
  blobs: new Set(),
  added: [],
  bad: [],
  movedTo: null,
  isChanging: false,
};

async function open(root: MemoryDirectory, watcher?: DiskWatcher): Promise<ContentStore> {
  const { store } = await openStoreIn(STORE, { disk: memoryDisk(root, watcher) });
  return store;
}

/** One part of a store's life: does something, and tells what has been promised since. Throws when the store says no. */
type Chapter = (
  store: ContentStore,
  promised: Promised,
  tell: (promised: Promised) => void,
) => Promise<Promised>;

function must<Value>(done: Done<Value>): Value {
  if (!done.ok) throw new Error(done.fault.sentence);
  return done.value;
}

const bring =
  (seq: number): Chapter =>
  async (store, before, tell) => {
    const { pointer, blobs, source } = editionOf(seq);
    let promised = before;
    let isExpected = false;
    // The manifest comes first, as it does over the network: only then is there an edition to expect.
    for (const [sha256, { byteLength: length }] of [...blobs].reverse()) {
      if (sha256 !== pointer.manifest.sha256 && !isExpected) {
        tell({ ...promised, isChanging: true });
        must(await store.expect(pointer));
        tell(promised);
        isExpected = true;
      }
      if (await store.holds({ sha256, length })) continue;
      // The first piece alone, then the rest: a download that was cut short and goes on.
      const began = must(await store.receive({ sha256, length }));
      for await (const piece of source({ sha256, length }, began.offset)) {
        must(await began.write(piece));
        break;
      }
      await began.abandon();
      must(await takeBlob(store, source, { sha256, length }));
      promised = { ...promised, blobs: new Set([...promised.blobs, sha256]) };
      tell(promised);
    }
    must(await store.addEdition(pointer));
    promised = {
      ...promised,
      added: [...promised.added, seq],
      blobs: new Set([...promised.blobs, ...blobs.keys()]),
    };
    tell(promised);
    return promised;
  };

/** The settings name another channel, whose edition has a lower number. */
const moveTo =
  (seq: number): Chapter =>
  async (store, before, tell) => {
    const { pointer } = editionOf(seq);
    tell({ ...before, isChanging: true });
    must(await store.expect(pointer));
    must(await store.addEdition(pointer, { isMove: true }));
    const promised = { ...before, movedTo: seq };
    tell(promised);
    return promised;
  };

const activate =
  (seq: number): Chapter =>
  async (store, before, tell) => {
    tell({ ...before, isChanging: true, movedTo: null, active: [...before.active, seq] });
    must(await store.activate(seq));
    const promised = { ...before, movedTo: null, active: [seq] };
    tell(promised);
    return promised;
  };

const markBad =
  (seq: number, then: number): Chapter =>
  async (store, before, tell) => {
    const added = before.added.filter((other) => other !== seq);
    tell({ ...before, isChanging: true, added, active: [...before.active, then] });
    must(await store.markBad(seq, 'It did not work.'));
    const promised = { ...before, added, active: [then], bad: [...before.bad, seq] };
    tell(promised);
    return promised;
  };

/** After a sweep only the editions that are named are promised. */
const sweep =
  (...kept: readonly number[]): Chapter =>
  async (store, before, tell) => {
    const blobs = new Set(kept.flatMap((seq) => [...editionOf(seq).blobs.keys()]));
    const promised = { ...before, blobs, added: kept };
    tell(promised);
    must(await store.sweep());
    return promised;
  };

const LIFE: readonly Chapter[] = [
  bring(2),
  activate(2),
  bring(3),
  activate(3),
  sweep(2, 3),
  bring(4),
  activate(4),
  markBad(4, 3),
  sweep(3),
  bring(2),
  moveTo(2),
  activate(2),
  sweep(2, 3),
];

/** Lives through chapters on a disk and records everything; ends like a killed process at change number `killAt`. */
async function live(
  root: MemoryDirectory,
  chapters: readonly Chapter[],
  killAt = Number.POSITIVE_INFINITY,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let changes = 0;
  const watcher: DiskWatcher = {
    before: () => {
      changes += 1;
      if (changes > killAt) throw new Error('killed');
    },
    after: (operation) => void entries.push(operation),
  };
  let promised = NOTHING;
  const tell = (next: Promised) => {
    if (changes <= killAt) entries.push({ kind: 'promised', promised: next });
  };
  try {
    const store = await open(root, watcher);
    for (const chapter of chapters) promised = await chapter(store, promised, tell);
  } catch (error) {
    if (changes <= killAt) throw error;
  }
  return entries;
}

const holdsTrueBytes = (root: MemoryDirectory, sha256: string) => {
  const node = nodeAt(root, `${STORE}/${blobPath(sha256)}`);
  return node?.kind === 'file' && createHash('sha256').update(node.data).digest('hex') === sha256;
};

/** What is wrong with a start on this disk; null when nothing is. */
async function wrongStart(
  root: MemoryDirectory,
  promised: Promised,
  slotsSeen: Set<string>,
): Promise<string | null> {
  for (const sha256 of promised.blobs) {
    if (!holdsTrueBytes(root, sha256)) return `blob ${sha256.slice(0, 8)} was promised and is not there`;
  }
  const blobs = nodeAt(root, `${STORE}/blobs`);
  for (const [shard, directory] of blobs?.kind === 'directory' ? blobs.entries : []) {
    for (const name of directory.kind === 'directory' ? directory.entries.keys() : []) {
      if (!holdsTrueBytes(root, name))
        return `blobs/${shard}/${name.slice(0, 8)} does not hold what its name says`;
    }
  }
  const lost = await wrongRecord(root, promised, 'with both slots');
  if (lost !== null || promised.isChanging) return lost;
  // Which slots there are decides the rest, whatever else lies on the disk.
  const slots = SLOT_NAMES.map((slot) => {
    const file = nodeAt(root, `${STORE}/${slot}`);
    return file?.kind === 'file' ? Buffer.from(file.data).toString('base64') : 'none';
  });
  const state = JSON.stringify([slots, promised.active, promised.bad, promised.movedTo]);
  if (slotsSeen.has(state)) return null;
  slotsSeen.add(state);
  for (const slot of SLOT_NAMES) {
    const damaged = copyOf(root);
    const file = nodeAt(damaged, `${STORE}/${slot}`);
    if (file?.kind === 'file') file.data = file.data.map((byte) => byte ^ 1);
    const wrong = await wrongRecord(damaged, promised, `with ${slot} damaged`);
    if (wrong !== null) return wrong;
  }
  return null;
}

async function wrongRecord(root: MemoryDirectory, promised: Promised, how: string): Promise<string | null> {
  const store = await open(copyOf(root));
  const active = store.active();
  if (!promised.active.includes(active?.seq ?? null)) {
    return `edition ${active?.seq ?? 'none'} is shown instead of ${promised.active.join(' or ')}, ${how}`;
  }
  for (const { sha256 } of active?.manifest.files ?? []) {
    if (!holdsTrueBytes(root, sha256)) return `edition ${active?.seq} is shown with a hole, ${how}`;
  }
  for (const seq of promised.bad) {
    if (store.whyBad(editionOf(seq).pointer) === null)
      return `edition ${seq} is not known as bad any more, ${how}`;
  }
  const { movedTo } = promised;
  if (movedTo !== null && store.candidate()?.seq !== movedTo)
    return `edition ${movedTo} was to be tried and is not, ${how}`;
  // On a terminal that was moved, what its channel does not name is not tried.
  if (active?.seq === 2 && promised.bad.length > 0)
    return store.candidate() === null ? null : `edition ${store.candidate()?.seq} is to be tried, ${how}`;
  const newest = Math.max(0, ...promised.added);
  const isKnown = newest <= (active?.seq ?? 0) || store.candidate()?.seq === newest;
  return isKnown ? null : `edition ${newest} was added and is not known, ${how}`;
}

function copyOf(root: MemoryDirectory): MemoryDirectory {
  const copy = memoryDirectory();
  for (const [name, node] of root.entries) {
    copy.entries.set(name, node.kind === 'directory' ? copyOf(node) : { ...node });
  }
  return copy;
}

/** Plays a record again and cuts the power after every entry, or only after the last one; answers what went wrong first. */
async function firstBadStart(entries: readonly Entry[], { onlyAtEnd = false } = {}): Promise<string | null> {
  const root = memoryDirectory();
  let promised = NOTHING;
  let starts = 0;
  const seen = new Set<string>();
  const slotsSeen = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    if (entry.kind === 'promised') promised = entry.promised;
    else perform(root, entry);
    if (onlyAtEnd && at < entries.length - 1) continue;
    const { active, bad, added, movedTo, blobs } = promised;
    const asked = `${active} ${bad} ${added} ${movedTo} ${[...blobs].length}`;
    for (const { root: left, how } of powerCuts(root)) {
      const state = `${asked} ${signatureOf(left)}`;
      if (seen.has(state)) continue;
      seen.add(state);
      starts += 1;
      const wrong = await wrongStart(left, promised, slotsSeen);
      if (wrong !== null)
        return `after ${at + 1} of ${entries.length} entries (${entry.kind}), ${how}: ${wrong}`;
    }
  }
  startsPlayed += starts;
  return null;
}

let startsPlayed = 0;

/** Which fsync it is: the line of the code, and the kind of place. */
function siteOf(entry: Entry): string | null {
  if (entry.kind !== 'sync' && entry.kind !== 'sync-directory') return null;
  const place = entry.path
    .replace(/[0-9a-f]{64}/, '<sha256>')
    .replace(/\/[0-9a-f]{2}(?=\/|$)/, '/aa')
    .replace(/\d+\.json/, '<seq>.json');
  return `${entry.kind} ${place}, by ${entry.site}`;
}

const WHOLE_LIFE = await live(memoryDirectory(), LIFE);

/** Every life that begins with a process killed at one of its changes and goes on with another one. */
const KILLED_LIVES = await Promise.all(
  Array.from({ length: 60 }, async (_, killAt) => {
    const root = memoryDirectory();
    const first = await live(root, [bring(2), activate(2)], killAt);
    return [...first, ...(await live(root, [bring(2), activate(2)]))];
  }),
);

const without = (entries: readonly Entry[], site: string) =>
  entries.filter((entry) => siteOf(entry) !== site);

describe('After a power cut', { timeout: 120_000 }, () => {
  test('at any moment of the life of a store, every promise holds: 0 bad starts', async () => {
    startsPlayed = 0;
    expect(await firstBadStart(WHOLE_LIFE)).toBeNull();
    expect(startsPlayed).toBeGreaterThan(1_000);
  });

  test('following a kill at any moment, every promise that was given since holds', async () => {
    for (const entries of KILLED_LIVES) expect(await firstBadStart(entries, { onlyAtEnd: true })).toBeNull();
  });
});

describe('Without one single fsync', { timeout: 120_000 }, () => {
  const sites = new Set([...WHOLE_LIFE, ...KILLED_LIVES.flat()].flatMap((entry) => siteOf(entry) ?? []));

  test('there are fsyncs to leave out', () => {
    expect(sites.size).toBeGreaterThanOrEqual(8);
  });

  for (const site of [...sites].sort()) {
    test(`${site}: a power cut does harm`, async () => {
      let harm: string | null = null;
      for (const entries of KILLED_LIVES) {
        harm ??= await firstBadStart(without(entries, site), { onlyAtEnd: true });
      }
      harm ??= await firstBadStart(without(WHOLE_LIFE, site));
      expect(harm).not.toBeNull();
    });
  }
});
