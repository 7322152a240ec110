import { createHash } from 'node:crypto';
import { z } from 'zod';
import { editionPointer } from '../../content/model/edition.ts';
import { sha256 } from '../../content/model/names.ts';
import type { Disk } from '../platform/disk.ts';
import { errorCode, isNotThere } from '../platform/files.ts';
import { crashPoint } from './crash-points.ts';
import { durableWrite } from './durable-write.ts';
import { type Layout, SLOT_NAMES, type SlotName } from './layout.ts';
import { BAD_EDITIONS_KEPT, MAX_REASON_CHARACTERS, MAX_RECORD_BYTES } from './limits.ts';
import { whatIsWrong } from './parse.ts';

/** Version of the record's format. */
const RECORD_SCHEMA = 1;

/** The whole memory of the store beside its files, which never change: it is written as one. */
export const storeRecord = z.strictObject({
  schema: z.literal(RECORD_SCHEMA),
  /** Rises by one with every change. */
  turn: z.int().nonnegative(),
  /** The edition to show; null means the one inside the application. */
  active: editionPointer.nullable(),
  /** The edition that was active before. */
  lastGood: editionPointer.nullable(),
  /** The edition that is being fetched. */
  expected: editionPointer.nullable(),
  bad: z
    .array(
      z.strictObject({
        seq: z.int().positive(),
        manifest: sha256,
        reason: z.string().max(MAX_REASON_CHARACTERS),
        at: z.iso.datetime(),
      }),
    )
    .max(BAD_EDITIONS_KEPT),
  /**
   * The terminal was moved to a channel whose number is lower: `to` is tried all the same (null once it was shown), and no edition up
   * to `passed` is tried of itself any more. Null on a terminal that never was.
   */
  move: z
    .strictObject({ to: z.int().positive().nullable(), passed: z.int().nonnegative() })
    .nullable()
    .default(null),
});
export type StoreRecord = Readonly<z.infer<typeof storeRecord>>;

/** The record of a store that has never held anything. */
export const EMPTY_RECORD: StoreRecord = {
  schema: RECORD_SCHEMA,
  turn: 0,
  active: null,
  lastGood: null,
  expected: null,
  bad: [],
  move: null,
};

/** What lies in one slot. */
export type Slot =
  | { readonly kind: 'valid'; readonly record: StoreRecord }
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged'; readonly why: string };

/** Both slots as they were found. */
export type Slots = Readonly<Record<SlotName, Slot>>;

const damaged = (why: string): Slot => ({ kind: 'damaged', why });

/** The bytes of a slot: the SHA-256 of the JSON that follows, a line break, the JSON. */
export function slotBytes(record: StoreRecord): Uint8Array {
  const json = JSON.stringify(record);
  return new TextEncoder().encode(`${digestOf(json)}\n${json}\n`);
}

/** Reads the bytes of a slot; whatever is wrong with them is named. */
export function readSlotBytes(bytes: Uint8Array): Slot {
  const text = new TextDecoder().decode(bytes);
  const json = text.slice(65, -1);
  if (text !== `${digestOf(json)}\n${json}\n`) return damaged('its content does not agree with its checksum');
  try {
    const parsed = storeRecord.safeParse(JSON.parse(json));
    return parsed.success
      ? { kind: 'valid', record: parsed.data }
      : damaged(`it was written by another version (${whatIsWrong(parsed.error)})`);
  } catch {
    return damaged('it is not JSON');
  }
}

async function readSlot(disk: Disk, file: string): Promise<Slot> {
  try {
    const { isPlainFile, length } = await disk.facts(file);
    if (!isPlainFile) return damaged('there is something else than a plain file at its place');
    if (length > MAX_RECORD_BYTES) return damaged(`it is too long (${length} bytes)`);
    const pieces: Uint8Array[] = [];
    for await (const piece of disk.read(file)) pieces.push(piece);
    return readSlotBytes(Buffer.concat(pieces));
  } catch (error) {
    return isNotThere(error) ? { kind: 'absent' } : damaged(`it cannot be read (${errorCode(error)})`);
  }
}

/** Reads both slots. Never rejects. */
export async function readSlots(disk: Disk, layout: Layout): Promise<Slots> {
  const [a, b] = SLOT_NAMES;
  const [slotA, slotB] = await Promise.all([readSlot(disk, layout.slot(a)), readSlot(disk, layout.slot(b))]);
  return { [a]: slotA, [b]: slotB };
}

/** The record to go by: the newest valid one, or the empty one. */
export function newestRecord(slots: Slots): StoreRecord {
  const records = SLOT_NAMES.flatMap((name) => {
    const slot = slots[name];
    return slot.kind === 'valid' ? [slot.record] : [];
  });
  return records.reduce((newest, record) => (record.turn > newest.turn ? record : newest), EMPTY_RECORD);
}

/** The slot to write first: the one that is not needed, because it is damaged, absent or older. */
export function lesserSlot(slots: Slots): SlotName {
  const [a, b] = SLOT_NAMES;
  const turnOf = (slot: Slot) => (slot.kind === 'valid' ? slot.record.turn : -1);
  return turnOf(slots[a]) <= turnOf(slots[b]) ? a : b;
}

/**
 * Writes a record into both slots, `first` first: at every moment at least one of them is whole, and afterwards each of
 * them alone is enough. Rejects when the first cannot be written; answers whether the second could be.
 */
export async function writeSlots(
  disk: Disk,
  layout: Layout,
  record: StoreRecord,
  first: SlotName,
): Promise<boolean> {
  const bytes = slotBytes(record);
  const [a, b] = SLOT_NAMES;
  await durableWrite(disk, layout.slot(first), bytes, 'slot');
  crashPoint('first-slot-written');
  try {
    await durableWrite(disk, layout.slot(first === a ? b : a), bytes, 'slot');
    crashPoint('both-slots-written');
    return true;
  } catch {
    return false;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
