import { createHash } from 'node:crypto';
import { firstRecord, readRecord, type TrustKeeper, type TrustRecord, writeRecord } from './record.ts';

/** What the trust of a terminal is made of. */
export type TrustMemoryParts = {
  readonly keeper: TrustKeeper;
  /** The root from the settings or from inside the application: the last resort. */
  readonly pinnedRoot: Uint8Array;
  /** A time that is certainly over, in milliseconds since 1970, for instance when this application was built; null: none. */
  readonly builtAt: number | null;
};

/** How the memory was found at start. */
export type Recalled = 'as-it-was' | 'one-place-damaged' | 'begun-anew' | 'begun-anew-damaged' | 'other-root';

/** The memory of whom to trust: the last good record, else the one before, else the root that was given. */
export type TrustMemory = {
  readonly record: () => TrustRecord;
  /** Puts a changed record in the place of the last but one. Rejects when the disk does not do it; the old one stays. */
  readonly save: (change: Partial<TrustRecord>) => Promise<void>;
  readonly recalled: Recalled;
};

/** Recalls what was trusted. Never rejects for a damaged file. */
export async function recallTrust({ keeper, pinnedRoot, builtAt }: TrustMemoryParts): Promise<TrustMemory> {
  const places = await keeper.read();
  const records = places.map(readRecord);
  const pinned = createHash('sha256').update(pinnedRoot).digest('hex');
  const whole = records.filter((each) => each !== null);
  const best = whole.sort((one, other) => other.sequence - one.sequence)[0];
  const first = firstRecord(pinnedRoot, builtAt === null ? null : { signedAt: builtAt, ranMs: 0 });
  let record = recalledFrom(best, first);
  // The place of the best record is never the next to be written, however the sequence came about.
  let place: 0 | 1 = best !== undefined && records[0]?.sequence === best.sequence ? 1 : 0;
  const wasDamaged = places.some((bytes, at) => bytes !== null && records[at] === null);
  return {
    record: () => record,
    save: async (change) => {
      const next = { ...record, ...change, sequence: record.sequence + 1 };
      await keeper.write(place, writeRecord(next));
      place = place === 0 ? 1 : 0;
      record = next;
    },
    recalled: howRecalled(best, pinned, wasDamaged),
  };
}

function howRecalled(best: TrustRecord | undefined, pinned: string, wasDamaged: boolean): Recalled {
  if (best === undefined) return wasDamaged ? 'begun-anew-damaged' : 'begun-anew';
  if (best.pinned !== pinned) return 'other-root';
  return wasDamaged ? 'one-place-damaged' : 'as-it-was';
}

/**
 * The best record goes on when it grew from the same root. Under another root other people are trusted, and their
 * numbers are theirs: only the metadata goes along, which counts for nothing unless that root's keys signed it, too
 * (a later release of the same root), what is known of the time, and where the editions here came from.
 */
function recalledFrom(best: TrustRecord | undefined, first: TrustRecord): TrustRecord {
  if (best === undefined || best.pinned === first.pinned) return best ?? first;
  const { sequence, timestamp, snapshot, targets, known, origins } = best;
  return { ...first, sequence, timestamp, snapshot, targets, known, origins };
}

/** A keeper without a disk, for benches and tests. */
export function memoryKeeper(): TrustKeeper {
  const places: [Uint8Array | null, Uint8Array | null] = [null, null];
  return {
    read: async () => [places[0], places[1]],
    write: async (place, bytes) => {
      places[place] = bytes;
    },
  };
}
