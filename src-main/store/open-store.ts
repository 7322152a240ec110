import { dirname, join } from 'node:path';
import { blobPath } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';
import type { Clock } from '../platform/clock.ts';
import type { Disk } from '../platform/disk.ts';
import type { Log } from '../platform/log.ts';
import type { RunningProcesses } from '../platform/process-name.ts';
import { gainAccess } from './access.ts';
import { healSlots, openBooks } from './books.ts';
import { createChanges } from './changes.ts';
import type { BlobName, ContentStore, StoreChange } from './content-store.ts';
import { directoryKeeper } from './durable-write.ts';
import { DONE, type Done, faultOf, no } from './fault.ts';
import { isThere } from './holding.ts';
import { createHousekeeping } from './housekeeping.ts';
import { layoutOf } from './layout.ts';
import { FREE_KEPT_BYTES, SWEEP_GRACE_MS } from './limits.ts';
import { POINTER_FILE, readManifest, readPointer } from './read-edition.ts';
import { createReceiver } from './receiving.ts';
import { takeBlob } from './take-edition.ts';

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
  const { processes, rest = async () => {} } = parts;
  const layout = layoutOf(directory);
  const ensureDirectory = directoryKeeper(disk);
  const access = await gainAccess({ disk, layout, log, processes });

  const shipped = factory === null ? null : await readPointer(factory, POINTER_FILE, disk);
  const bookParts = { disk, layout, log, factory: shipped?.ok ? shipped.value : null };
  const books = await openBooks(bookParts);
  const isWritable = (await access.mayWrite()).ok;
  if (isWritable) await healSlots(books, bookParts);
  log.note('store-opened', 'The store of editions is open.', {
    active: books.record().active?.seq ?? null,
    lastGood: books.record().lastGood?.seq ?? null,
    candidate: books.candidate()?.seq ?? null,
    turn: books.record().turn,
    writable: isWritable,
  });

  const listeners = new Set<(change: StoreChange) => void>();
  const tell = (change: StoreChange) => {
    for (const listener of listeners) listener(change);
  };

  /** One after the other: what changes the record, the set of editions, or the right to write. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Done<Value>>): Promise<Done<Value>> => {
    const next = queue.then(work).catch((error: unknown): Done<Value> => faultOf(error));
    queue = next;
    return next;
  };
  const writing = <Value>(work: () => Promise<Done<Value>>): Promise<Done<Value>> =>
    inTurn(async () => {
      const granted = await access.mayWrite();
      return granted.ok ? work() : granted;
    });

  const settled = new Set<string>();
  const mend = async (blob: BlobName): Promise<Done> => {
    for (const seq of await books.mend(blob)) {
      log.note('edition-mended', 'An edition that had lost files is whole again.', { seq });
      tell({ kind: 'mended', seq });
    }
    return DONE;
  };
  const receiver = createReceiver({
    disk,
    layout,
    ensureDirectory,
    onReceived: (blob) => {
      settled.add(dirname(layout.blob(blob.sha256)));
      void inTurn(() => mend(blob));
    },
  });
  const receive: ContentStore['receive'] = async (blob) => {
    const granted = await inTurn(access.mayWrite);
    return granted.ok ? receiver.receive(blob) : granted;
  };

  const copyFromFactory = async (blob: BlobName): Promise<boolean> => {
    if (factory === null || !(await isThere(factory, blob, disk))) return false;
    const file = join(factory, blobPath(blob.sha256));
    const source = (_: BlobName, start: number) => disk.read(file, { start, end: blob.length - 1 });
    return (await takeBlob({ receive }, source, blob)).ok;
  };

  const changes = createChanges({ disk, layout, clock, log, books, ensureDirectory, settled, tell });
  const { isReceiving } = receiver;
  const atRest = () => queue;
  const housekeeping = createHousekeeping({
    disk,
    layout,
    clock,
    log,
    books,
    graceMs,
    rest,
    isReceiving,
    copyFromFactory,
    atRest,
    tell,
  });

  return {
    holds: (blob) => isThere(directory, blob, disk),
    missing: async (blobs) => {
      const different = new Map<Sha256, BlobName>(blobs.map((blob) => [blob.sha256, blob]));
      const absent: BlobName[] = [];
      for (const blob of different.values()) {
        if (!(await isThere(directory, blob, disk)) && !(await copyFromFactory(blob))) absent.push(blob);
      }
      return absent;
    },
    receive,
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
    expect: (pointer) => writing(() => changes.expect(pointer)),
    addEdition: (pointer, { isMove = false } = {}) => writing(() => changes.addEdition(pointer, isMove)),
    activate: (seq) => writing(() => changes.activate(seq)),
    markBad: (seq, reason) => writing(() => changes.markBad(seq, reason)),
    whyBad: books.whyBad,
    bad: () => books.record().bad,
    active: books.active,
    lastGood: books.lastGood,
    candidate: books.candidate,
    newestSeq: books.newestSeq,
    damaged: () => {
      const activeSeq = books.record().active?.seq;
      const isActive = (seq: number) => Number(seq === activeSeq);
      return [...books.holdings.values()]
        .sort((one, other) => isActive(other.pointer.seq) - isActive(one.pointer.seq))
        .flatMap(({ damaged }) => [...damaged.values()]);
    },
    sweep: ({ inUse = [] } = {}) =>
      writing(async () => ({ ok: true, value: await housekeeping.sweep(inUse) })),
    verify: housekeeping.verify,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      await queue;
      await access.release();
    },
  };
}
