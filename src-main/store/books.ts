import type { EditionPointer } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';
import type { Disk } from '../platform/disk.ts';
import { errorCode } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import type { BadEdition, BlobName } from './content-store.ts';
import type { Edition } from './edition.ts';
import { faultOf } from './fault.ts';
import { type Holding, isWhole, lookOver } from './holding.ts';
import { type Layout, seqOfPointer } from './layout.ts';
import { readPointer } from './read-edition.ts';
import { lesserSlot, newestRecord, readSlots, type StoreRecord, writeSlots } from './slots.ts';

/** What the store knows: its record, and the editions that may be shown or tried, each looked over. */
export type Books = {
  readonly record: () => StoreRecord;
  /** Writes a changed record, for good, into both slots; rejects with what the disk says, and then nothing has changed. */
  readonly write: (changes: Partial<StoreRecord>) => Promise<void>;
  /** Editions that may be shown or tried, by number. */
  readonly holdings: Map<number, Holding>;
  /** Looks an edition over and keeps what was found. */
  readonly look: (pointer: EditionPointer) => Promise<Holding>;
  readonly whyBad: (pointer: EditionPointer) => BadEdition | null;
  readonly active: () => Edition | null;
  readonly lastGood: () => Edition | null;
  readonly candidate: () => Edition | null;
  readonly newestSeq: () => number;
  /** SHA-256 of the manifest that has a number already; null when the number is free. */
  readonly holderOf: (seq: number) => Sha256 | null;
  /** A blob has been received: answers the editions that are whole again because of it. */
  readonly mend: (blob: BlobName) => Promise<readonly number[]>;
};

/** What the books are opened from. */
export type BookParts = {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly log: Log;
  /** The edition inside the application, whose number is taken; null without one. */
  readonly factory: EditionPointer | null;
};

/** Reads record and pointers, whatever state they are in. Never rejects, writes nothing. */
export async function openBooks({ disk, layout, log, factory }: BookParts): Promise<Books> {
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

  const whyBad = ({ seq, manifest }: EditionPointer) =>
    record.bad.find((bad) => bad.seq === seq && bad.manifest === manifest.sha256) ?? null;
  const whole = (pointer: EditionPointer | null) => {
    const holding = pointer === null ? undefined : holdings.get(pointer.seq);
    const isIt = holding?.pointer.manifest.sha256 === pointer?.manifest.sha256;
    return holding && isIt && isWhole(holding) ? holding.edition : null;
  };
  const active = () => whole(record.active);
  const lastGood = () => whole(record.lastGood);

  const look = async (pointer: EditionPointer): Promise<Holding> => {
    const holding = await lookOver(layout.directory, pointer, disk);
    holdings.set(pointer.seq, holding);
    known.add(pointer.seq);
    return holding;
  };

  const readOthers = async () => {
    for (const name of await disk.list(layout.editions).catch(() => [])) {
      const seq = seqOfPointer(name);
      if (seq === null || holdings.has(seq)) continue;
      const read = await readPointer(layout.editions, name, disk);
      if (!read.ok || read.value.seq !== seq) {
        const why = read.ok ? `The pointer ${name} names another edition.` : read.problem.sentence;
        log.trouble('edition-refused', why, { seq });
        continue;
      }
      known.add(seq);
      const isWanted = seq > (record.active?.seq ?? 0) || seq === record.move?.to;
      if (isWanted && whyBad(read.value) === null) await look(read.value);
    }
  };

  for (const pointer of [record.active, record.lastGood]) if (pointer !== null) await look(pointer);
  await readOthers();
  for (const { pointer, damaged, problem } of holdings.values()) {
    if (damaged.size === 0) continue;
    const sentence = `Edition ${pointer.seq} has lost ${damaged.size} of its files. It is not shown until they have been fetched again.`;
    log.trouble('edition-damaged', problem?.sentence ?? sentence, { seq: pointer.seq, files: damaged.size });
  }

  return {
    record: () => record,
    write: async (changes) => {
      const next = { ...record, ...changes, turn: record.turn + 1 };
      const isTwofold = await writeSlots(disk, layout, next, lesser);
      // The slot that could not be written is the one to write first the next time.
      if (!isTwofold) lesser = lesser === 'active-a' ? 'active-b' : 'active-a';
      record = next;
    },
    holdings,
    look,
    whyBad,
    active,
    lastGood,
    candidate: () => {
      const shown = active()?.seq ?? lastGood()?.seq ?? 0;
      const { move, expected } = record;
      // On a terminal that was moved, others lie here that its channel never named.
      const isFair = ({ seq }: EditionPointer) => move === null || seq > move.passed || seq === expected?.seq;
      const fit = [...holdings.values()].filter(
        ({ pointer }) => whyBad(pointer) === null && isFair(pointer) && whole(pointer) !== null,
      );
      const movedTo = fit.find(
        ({ pointer: { seq } }) => seq === move?.to && seq === expected?.seq && seq !== shown,
      );
      if (movedTo !== undefined) return movedTo.edition;
      const newer = fit.filter(({ pointer }) => pointer.seq > shown);
      newer.sort((one, other) => other.pointer.seq - one.pointer.seq);
      return newer[0]?.edition ?? null;
    },
    newestSeq: () => {
      const shown = [record.active?.seq ?? 0, record.lastGood?.seq ?? 0];
      return Math.max(0, ...known, ...shown, ...record.bad.map(({ seq }) => seq));
    },
    holderOf: (seq) => {
      const pointers = [factory, record.active, record.lastGood, holdings.get(seq)?.pointer];
      return pointers.find((pointer) => pointer?.seq === seq)?.manifest.sha256 ?? null;
    },
    mend: async ({ sha256 }) => {
      const mended: number[] = [];
      for (const holding of [...holdings.values()]) {
        if (!holding.damaged.delete(sha256)) continue;
        const now = holding.edition === null ? await look(holding.pointer) : holding;
        if (isWhole(now)) mended.push(now.pointer.seq);
      }
      return mended;
    },
  };
}

/** Lets both slots tell the same again, so that either may be lost; a disk that does not allow it is written down. */
export async function healSlots(books: Books, { disk, layout, log }: BookParts): Promise<void> {
  const slots = await readSlots(disk, layout);
  const { turn } = books.record();
  const isAlike = Object.values(slots).every((slot) => slot.kind === 'valid' && slot.record.turn === turn);
  if (turn === 0 || isAlike) return;
  await books.write({}).catch((error: unknown) => {
    log.trouble('store-fault', faultOf(error).fault.sentence, { error: errorCode(error) });
  });
}
