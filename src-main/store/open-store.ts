import { dirname, join } from 'node:path';
import { blobPath, type EditionPointer } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';
import type { Clock } from '../platform/clock.ts';
import type { Disk } from '../platform/disk.ts';
import { errorCode, isNotThere } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import type { RunningProcesses } from '../platform/process-name.ts';
import type { BlobName, ContentStore, StoreChange } from './content-store.ts';
import { crashPoint } from './crash-points.ts';
import { directoryKeeper, durableWrite } from './durable-write.ts';
import { DONE, type Done, faultOf, no } from './fault.ts';
import { blobsOf, type Holding, isThere, isWhole, lookOver } from './holding.ts';
import { layoutOf, seqOfPointer } from './layout.ts';
import { BAD_EDITIONS_KEPT, FREE_KEPT_BYTES, MAX_REASON_CHARACTERS, SWEEP_GRACE_MS } from './limits.ts';
import { type LockOutcome, takeLock } from './lock.ts';
import { POINTER_FILE, readManifest, readPointer } from './read-edition.ts';
import { createReceiver } from './receiving.ts';
import { lesserSlot, newestRecord, readSlots, type StoreRecord, writeSlots } from './slots.ts';
import { sweepStore } from './sweep.ts';
import { verifyBlobs } from './verify.ts';

/** What a store is opened with. */
export type StoreParts = {
  readonly disk: Disk;
  /** Where it lies: `userData/store`. Made when it is not there. */
  readonly directory: string;
  /** The edition inside the application (`edition.json`, `blobs/`), whose files are not fetched again; null without one. */
  readonly factory: string | null;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly processes: RunningProcesses;
  /** Free space that stays, in bytes. */
  readonly freeKept?: number;
  /** How long what belongs to nothing is spared by a sweep, in milliseconds. */
  readonly graceMs?: number;
  /** Waits after so many bytes of `verify`. */
  readonly rest?: (bytes: number) => Promise<void>;
};

/**
 * Opens the store of this terminal, whatever state it was left in: a lock left behind is taken over, the newest slot that is
 * whole decides, editions with holes are known as such. Never rejects: a store that cannot be read holds nothing, one that
 * cannot be written says so at every call that would write.
 */
export async function openContentStore(parts: StoreParts): Promise<ContentStore> {
  const {
    disk,
    directory,
    factory,
    clock,
    log,
    freeKept = FREE_KEPT_BYTES,
    graceMs = SWEEP_GRACE_MS,
  } = parts;
  const { rest = async () => {} } = parts;
  const layout = layoutOf(directory);
  const ensureDirectory = directoryKeeper(disk);
  const access = await gainAccess(parts);

  const slots = await readSlots(disk, layout);
  for (const [name, slot] of Object.entries(slots)) {
    if (slot.kind !== 'damaged') continue;
    log.trouble(
      'store-slot-damaged',
      `One of the two records of the store, ${name}, cannot be used: ${slot.why}. The other one is used, and this one is written again.`,
      { slot: name },
    );
  }
  let record = newestRecord(slots);
  let lesser = lesserSlot(slots);
  const holdings = new Map<number, Holding>();
  const known = new Set<number>();
  /** Directories of blobs whose names are known to be on the disk for good. */
  const settled = new Set<string>();
  let verifiedUpTo: Sha256 | '' = '';

  const listeners = new Set<(change: StoreChange) => void>();
  const tell = (change: StoreChange) => {
    for (const listener of listeners) listener(change);
  };

  /** One after the other: what changes the record or the set of editions. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Done<Value>>): Promise<Done<Value>> => {
    const next = queue.then(work).catch((error: unknown): Done<Value> => faultOf(error));
    queue = next;
    return next;
  };
  const writing = <Value>(work: () => Promise<Done<Value>>): Promise<Done<Value>> =>
    inTurn(async () => (access.ok ? work() : access));

  const write = async (changes: Partial<StoreRecord>): Promise<void> => {
    const next = { ...record, ...changes, turn: record.turn + 1 };
    const isTwofold = await writeSlots(disk, layout, next, lesser);
    // Written once it counts; the slot that could not be written is the one to write first the next time.
    if (!isTwofold) lesser = lesser === 'active-a' ? 'active-b' : 'active-a';
    record = next;
  };

  const whyBad = ({ seq, manifest }: EditionPointer) =>
    record.bad.find((bad) => bad.seq === seq && bad.manifest === manifest.sha256) ?? null;
  const whole = (pointer: EditionPointer | null) => {
    const holding = pointer === null ? undefined : holdings.get(pointer.seq);
    const isIt = holding?.pointer.manifest.sha256 === pointer?.manifest.sha256;
    return holding && isIt && isWhole(holding) ? holding.edition : null;
  };
  const active = () => whole(record.active);
  const lastGood = () => whole(record.lastGood);
  const candidate = () => {
    const shown = active()?.seq ?? lastGood()?.seq ?? 0;
    const newer = [...holdings.values()].filter(
      (holding) => holding.pointer.seq > shown && isWhole(holding) && whyBad(holding.pointer) === null,
    );
    newer.sort((one, other) => other.pointer.seq - one.pointer.seq);
    return newer[0]?.edition ?? null;
  };

  const look = async (pointer: EditionPointer): Promise<Holding> => {
    const holding = await lookOver(directory, pointer, disk);
    holdings.set(pointer.seq, holding);
    known.add(pointer.seq);
    return holding;
  };

  /** What was damaged and has been received again. */
  const mend = async ({ sha256 }: BlobName): Promise<void> => {
    for (const holding of [...holdings.values()]) {
      if (!holding.damaged.delete(sha256)) continue;
      const now = holding.edition === null ? await look(holding.pointer) : holding;
      if (!isWhole(now)) continue;
      log.note('edition-mended', 'An edition that had lost files is whole again.', { seq: now.pointer.seq });
      tell({ kind: 'mended', seq: now.pointer.seq });
    }
  };

  const receiver = createReceiver({
    disk,
    layout,
    ensureDirectory,
    onReceived: (blob) => {
      settled.add(dirname(layout.blob(blob.sha256)));
      void inTurn(async () => {
        await mend(blob);
        return DONE;
      });
    },
  });

  /** Copies a blob out of the edition inside the application; false when it cannot be had there. */
  const copyFromFactory = async (blob: BlobName): Promise<boolean> => {
    if (factory === null || !access.ok || !(await isThere(factory, blob, disk))) return false;
    const began = await receiver.receive(blob);
    if (!began.ok) return false;
    const { offset, write: append, commit, abandon } = began.value;
    try {
      const rest = blob.length > offset ? { start: offset, end: blob.length - 1 } : null;
      if (rest !== null) {
        for await (const piece of disk.read(join(factory, blobPath(blob.sha256)), rest)) {
          if (!(await append(piece)).ok) break;
        }
      }
      return (await commit()).ok;
    } catch {
      await abandon();
      return false;
    }
  };

  const factoryPointer = factory === null ? null : await readPointer(factory, POINTER_FILE, disk);
  /** The manifest that has a number already; null when the number is free. */
  const holderOf = (seq: number): Sha256 | null => {
    if (factoryPointer?.ok && factoryPointer.value.seq === seq) return factoryPointer.value.manifest.sha256;
    const pointers = [record.active, record.lastGood, holdings.get(seq)?.pointer];
    return pointers.find((pointer) => pointer?.seq === seq)?.manifest.sha256 ?? null;
  };

  // Everything on disk that may be shown or tried, the two that may be shown first.
  for (const pointer of [record.active, record.lastGood]) if (pointer !== null) await look(pointer);
  for (const name of await disk.list(layout.editions).catch(() => [])) {
    const seq = seqOfPointer(name);
    if (seq === null || holdings.has(seq)) continue;
    const read = await readPointer(layout.editions, name, disk);
    if (!read.ok || read.value.seq !== seq) {
      log.trouble(
        'edition-refused',
        read.ok ? `The pointer ${name} names another edition.` : read.problem.sentence,
        {
          seq,
        },
      );
      continue;
    }
    known.add(seq);
    if (seq > (record.active?.seq ?? 0) && whyBad(read.value) === null) await look(read.value);
  }
  const turns = Object.values(slots).map((slot) => (slot.kind === 'valid' ? slot.record.turn : -1));
  if (access.ok && record.turn > 0 && turns.some((turn) => turn !== record.turn)) {
    // Both slots tell the same again, so that either may be lost.
    await write({}).catch((error: unknown) => {
      log.trouble('store-fault', faultOf(error).fault.sentence, { error: errorCode(error) });
    });
  }
  for (const { pointer, damaged, problem } of holdings.values()) {
    if (damaged.size === 0) continue;
    log.trouble(
      'edition-damaged',
      problem?.sentence ??
        `Edition ${pointer.seq} has lost ${damaged.size} of its files. It is not shown until they have been fetched again.`,
      { seq: pointer.seq, files: damaged.size },
    );
  }
  log.note('store-opened', 'The store of editions is open.', {
    active: record.active?.seq ?? null,
    lastGood: record.lastGood?.seq ?? null,
    candidate: candidate()?.seq ?? null,
    turn: record.turn,
    writable: access.ok,
  });

  return {
    holds: (blob) => isThere(directory, blob, disk),
    missing: async (blobs) => {
      const absent: BlobName[] = [];
      const seen = new Set<Sha256>();
      for (const blob of blobs) {
        if (seen.has(blob.sha256)) continue;
        seen.add(blob.sha256);
        if (!(await isThere(directory, blob, disk)) && !(await copyFromFactory(blob))) absent.push(blob);
      }
      return absent;
    },
    receive: async (blob) => (access.ok ? receiver.receive(blob) : access),
    roomFor: async (bytes) => {
      try {
        const free = await disk.freeBytes(directory);
        return free - bytes >= freeKept
          ? DONE
          : no('disk-full', `${bytes} bytes are wanted, ${free} are free, ${freeKept} must stay free`);
      } catch (error) {
        return faultOf(error);
      }
    },
    readManifest: async (pointer) => {
      const read = await readManifest(directory, disk, pointer);
      if (read.ok) return read;
      const { code, sentence } = read.problem;
      return code === 'file-missing' ? no('incomplete', 'its manifest') : no('manifest-unusable', sentence);
    },
    expect: (pointer) =>
      writing(async () => {
        const { expected } = record;
        if (expected?.seq === pointer.seq && expected.manifest.sha256 === pointer.manifest.sha256)
          return DONE;
        await write({ expected: pointer });
        crashPoint('expected-recorded');
        return DONE;
      }),
    addEdition: (pointer) =>
      writing(async () => {
        const { seq } = pointer;
        const bad = whyBad(pointer);
        if (bad !== null) return no('marked-bad', `edition ${seq}: ${bad.reason}`);
        const holder = holderOf(seq);
        if (holder !== null && holder !== pointer.manifest.sha256)
          return no('number-taken', `edition ${seq}`);
        const before = holdings.get(seq);
        const holding = await lookOver(directory, pointer, disk);
        if (holding.problem !== null && holding.problem.code !== 'file-missing') {
          return no('manifest-unusable', holding.problem.sentence);
        }
        if (!isWhole(holding)) return no('incomplete', `${holding.damaged.size} files of edition ${seq}`);
        crashPoint('edition-checked');
        await settle(blobsOf(holding));
        await ensureDirectory(layout.editions);
        await durableWrite(
          disk,
          layout.pointer(seq),
          new TextEncoder().encode(`${JSON.stringify(pointer)}\n`),
          'pointer',
        );
        holdings.set(seq, holding);
        known.add(seq);
        if (before === undefined) {
          log.note('edition-added', 'A new edition is whole and in the store.', {
            seq,
            files: holding.edition.manifest.files.length,
          });
          tell({ kind: 'added', seq });
        }
        return { ok: true, value: holding.edition };
      }),
    activate: (seq) =>
      writing(async () => {
        const holding = holdings.get(seq);
        if (!holding) return no('unknown-edition', `edition ${seq}`);
        const bad = whyBad(holding.pointer);
        if (bad !== null) return no('marked-bad', `edition ${seq}: ${bad.reason}`);
        if (!isWhole(holding)) return no('incomplete', `${holding.damaged.size} files of edition ${seq}`);
        if (record.active?.seq === seq) return DONE;
        const before = active() === null ? record.lastGood : record.active;
        await write({ active: holding.pointer, lastGood: before?.seq === seq ? null : before });
        log.note('edition-activated', 'A new edition is the one to show.', {
          seq,
          lastGood: record.lastGood?.seq ?? null,
        });
        tell({ kind: 'activated', seq });
        return DONE;
      }),
    markBad: (seq, reason) =>
      writing(async () => {
        const pointer = holdings.get(seq)?.pointer;
        if (!pointer) return no('unknown-edition', `edition ${seq}`);
        if (whyBad(pointer) !== null) return DONE;
        const entry = {
          seq,
          manifest: pointer.manifest.sha256,
          reason: reason.slice(0, MAX_REASON_CHARACTERS),
          at: clock.now().toISOString(),
        };
        const wasActive = record.active?.seq === seq;
        const lastGoodStays = !wasActive && record.lastGood?.seq !== seq;
        await write({
          bad: [...record.bad, entry].slice(-BAD_EDITIONS_KEPT),
          active: wasActive ? record.lastGood : record.active,
          lastGood: lastGoodStays ? record.lastGood : null,
        });
        log.trouble('edition-bad', `Edition ${seq} does not work and is not tried again: ${entry.reason}`, {
          seq,
        });
        tell({ kind: 'marked-bad', seq, reason: entry.reason });
        return DONE;
      }),
    whyBad,
    bad: () => record.bad,
    active,
    lastGood,
    candidate,
    newestSeq: () => {
      const numbers = [
        record.active?.seq ?? 0,
        record.lastGood?.seq ?? 0,
        ...record.bad.map(({ seq }) => seq),
      ];
      return Math.max(0, ...known, ...numbers);
    },
    damaged: () => {
      const activeFirst = [...holdings.values()].sort(
        (one, other) =>
          Number(other.pointer.seq === record.active?.seq) - Number(one.pointer.seq === record.active?.seq),
      );
      return activeFirst.flatMap(({ damaged }) => [...damaged.values()]);
    },
    sweep: ({ inUse = [] } = {}) =>
      writing(async () => {
        const kept = [record.active, record.lastGood, record.expected].flatMap((pointer) =>
          pointer === null || (whyBad(pointer) !== null && pointer !== record.active) ? [] : [pointer],
        );
        const keepEditions = new Set([...inUse, ...kept.map(({ seq }) => seq), candidate()?.seq ?? 0]);
        const keepBlobs = new Set(kept.map(({ manifest }) => manifest.sha256));
        for (const seq of [...holdings.keys()]) {
          const holding = holdings.get(seq);
          if (holding && keepEditions.has(seq))
            for (const { sha256 } of blobsOf(holding)) keepBlobs.add(sha256);
        }
        const { expected } = record;
        if (expected !== null && kept.includes(expected) && !holdings.has(expected.seq)) {
          const read = await readManifest(directory, disk, expected);
          if (read.ok) for (const { sha256 } of read.value.files) keepBlobs.add(sha256);
        }
        const swept = await sweepStore({
          disk,
          layout,
          keepEditions,
          keepBlobs,
          isReceiving: receiver.isReceiving,
          touchedSinceMs: clock.now().getTime() - graceMs,
        });
        for (const seq of [...holdings.keys()]) if (!keepEditions.has(seq)) holdings.delete(seq);
        if (swept.editions + swept.blobs > 0) {
          log.note('store-swept', 'What no edition needs any more was removed.', { ...swept });
        }
        return { ok: true, value: swept };
      }),
    verify: async (signal) => {
      const blobs = new Map<Sha256, BlobName>();
      for (const holding of holdings.values())
        for (const blob of blobsOf(holding)) blobs.set(blob.sha256, blob);
      const inOrder = [...blobs.values()]
        .filter(({ sha256 }) => ![...holdings.values()].some(({ damaged }) => damaged.has(sha256)))
        .sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
      const found = await verifyBlobs({ disk, layout, blobs: inOrder, after: verifiedUpTo, signal, rest });
      verifiedUpTo = found.lastRead ?? '';
      const hurt = new Set<Holding>();
      for (const { blob, problem } of found.damaged) {
        log.trouble('blob-damaged', problem.sentence, { problem: problem.code, file: problem.file });
        for (const holding of holdings.values()) {
          const { pointer, edition, damaged } = holding;
          const isManifest = pointer.manifest.sha256 === blob.sha256;
          const path = isManifest
            ? 'manifest'
            : edition?.manifest.files.find((file) => file.sha256 === blob.sha256)?.path;
          if (path === undefined) continue;
          damaged.set(blob.sha256, { ...blob, path, seq: pointer.seq });
          hurt.add(holding);
        }
        // What the application carries itself need not come from afar.
        await copyFromFactory(blob);
      }
      await queue;
      for (const holding of hurt) {
        if (holding.damaged.size > 0) tell({ kind: 'damaged', seq: holding.pointer.seq });
      }
      const damaged = [...hurt].flatMap((holding) => [...holding.damaged.values()]);
      return { blobs: found.blobs, bytes: found.bytes, damaged, isComplete: found.lastRead === null };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      await queue;
      if (access.ok) await access.value();
    },
  };

  /** Makes sure of the names of blobs that an earlier run gave and did not live to make sure of. */
  async function settle(blobs: readonly BlobName[]): Promise<void> {
    for (const shard of new Set(blobs.map(({ sha256 }) => dirname(layout.blob(sha256))))) {
      if (settled.has(shard)) continue;
      await ensureDirectory(shard);
      await disk.syncDirectory(shard);
      settled.add(shard);
    }
  }
}

/** The right to write, as the function that gives it back; or why there is none. */
async function gainAccess({
  disk,
  directory,
  log,
  processes,
}: StoreParts): Promise<Done<() => Promise<void>>> {
  const layout = layoutOf(directory);
  const ensure = directoryKeeper(disk);
  const refuse = (refusal: Done<() => Promise<void>>) => {
    if (!refusal.ok) log.trouble('store-not-writable', refusal.fault.sentence, { fault: refusal.fault.code });
    return refusal;
  };
  let lock: LockOutcome;
  try {
    await ensure(directory).catch(async (error: unknown) => {
      if (!isNotThere(error)) throw error;
      await ensure(dirname(directory));
      await ensure(directory);
    });
    lock = await takeLock(disk, layout.lock, processes);
    if (lock.kind === 'held') {
      for (const part of [layout.blobs, layout.partial, layout.editions]) await ensure(part);
    }
  } catch (error) {
    return refuse(faultOf(error));
  }
  switch (lock.kind) {
    case 'held':
      if (lock.wasLeft) {
        log.note(
          'store-lock-left',
          'The terminal was ended in the middle of something; its store is taken over.',
        );
      }
      return { ok: true, value: lock.release };
    case 'held-by-another':
      return refuse(no('locked-by-another', `process ${lock.pid}`));
    case 'unwritable':
      return refuse(faultOf(Object.assign(new Error(lock.code), { code: lock.code })));
  }
}
