import { createHash } from 'node:crypto';
import { z } from 'zod';
import { channelName } from '../../../content/model/channel.ts';
import { sha256 } from '../../../content/model/names.ts';
import { ORIGINS_KEPT } from '../limits.ts';

/** Version of the format of what is remembered. */
const RECORD_SCHEMA = 1;

/** Bytes of a file as base64. */
const bytes = z.base64();

/** Everything a terminal remembers about whom it trusts and what it has seen; one file, so that it is whole or not there. */
export const trustRecord = z.strictObject({
  schema: z.literal(RECORD_SCHEMA),
  /** Rises with every write; the highest one counts. */
  sequence: z.int().nonnegative(),
  /** SHA-256 of the root this trust grew from: another one in the settings begins anew. */
  pinned: sha256,
  /** The last verified metadata, as it came. */
  root: bytes,
  timestamp: bytes.nullable(),
  snapshot: bytes.nullable(),
  targets: bytes.nullable(),
  /** Entity tag of the timestamp after which everything was read to the end; null: ask without. */
  etag: z.string().max(200).nullable(),
  /** When all metadata was read last, in milliseconds since 1970 by the wall clock. */
  refreshedAt: z.int(),
  /**
   * The highest number seen on each channel, and what it meant. Forgotten when the root takes a key away from those who sign
   * targets, as TUF forgets versions in 5.3.11: whoever stole that key may have signed a number nobody can pass.
   */
  seen: z.record(channelName, z.strictObject({ seq: z.int().positive(), manifest: sha256 })),
  /** Version of the root that last took such a key away; 0 when none has since trust began. */
  purgedAt: z.int().nonnegative().default(0),
  /** From which channel the editions here came, the latest last: see `line.ts`. */
  origins: z
    .array(
      z.strictObject({
        seq: z.int().positive(),
        manifest: sha256,
        channel: channelName,
        pinned: sha256,
        purgedAt: z.int().nonnegative(),
      }),
    )
    .max(ORIGINS_KEPT)
    .default([]),
  /** The last verified channel and notice board, as they came. */
  channel: z.strictObject({ name: channelName, bytes }).nullable(),
  board: z.strictObject({ name: channelName, bytes }).nullable(),
  known: z.strictObject({ signedAt: z.number(), ranMs: z.number().nonnegative() }).nullable(),
});
export type TrustRecord = Readonly<z.infer<typeof trustRecord>>;

/** Where the record is kept: two places that are written in turn, each write durable. */
export type TrustKeeper = {
  /** What lies in each place; null for a place that is empty or cannot be read. */
  readonly read: () => Promise<readonly [Uint8Array | null, Uint8Array | null]>;
  /** Writes one place for good. Rejects when the disk does not do it. */
  readonly write: (place: 0 | 1, bytes: Uint8Array) => Promise<void>;
};

const envelope = z.strictObject({ sha256, record: z.string() });

/** A record as bytes that tell by themselves whether they are whole. */
export function writeRecord(record: TrustRecord): Uint8Array {
  const text = JSON.stringify(record);
  return Buffer.from(JSON.stringify({ sha256: digest(text), record: text }));
}

/** A record from bytes; null when a single bit of it is wrong. */
export function readRecord(found: Uint8Array | null): TrustRecord | null {
  if (found === null) return null;
  try {
    const { sha256: expected, record } = envelope.parse(JSON.parse(Buffer.from(found).toString('utf8')));
    return digest(record) === expected ? trustRecord.parse(JSON.parse(record)) : null;
  } catch {
    return null;
  }
}

/** The record of a terminal that has seen nothing yet. */
export function firstRecord(pinnedRoot: Uint8Array, known: TrustRecord['known']): TrustRecord {
  return {
    schema: RECORD_SCHEMA,
    sequence: 0,
    pinned: digest(pinnedRoot),
    root: Buffer.from(pinnedRoot).toString('base64'),
    timestamp: null,
    snapshot: null,
    targets: null,
    etag: null,
    refreshedAt: 0,
    seen: {},
    purgedAt: 0,
    origins: [],
    channel: null,
    board: null,
    known,
  };
}

function digest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
