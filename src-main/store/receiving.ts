import { createHash, type Hash } from 'node:crypto';
import { dirname } from 'node:path';
import { MAX_BLOB_BYTES } from '../../content/model/limits.ts';
import type { Sha256 } from '../../content/model/names.ts';
import type { Disk, Writing } from '../platform/disk.ts';
import { isNotThere } from '../platform/files.ts';
import type { BlobName, Receiving } from './content-store.ts';
import { crashPoint } from './crash-points.ts';
import { moveInto, writeAll } from './durable-write.ts';
import { DONE, type Done, faultOf, no } from './fault.ts';
import type { Layout } from './layout.ts';

/** What receiving blobs needs. */
export type ReceivingParts = {
  readonly disk: Disk;
  readonly layout: Layout;
  /** Makes sure of a directory. */
  readonly ensureDirectory: (directory: string) => Promise<void>;
  /** Told the blob that is whole and on the disk for good. */
  readonly onReceived: (blob: BlobName) => void;
};

/** Receives blobs; each at most once at a time. */
export type Receiver = {
  readonly receive: (blob: BlobName) => Promise<Done<Receiving>>;
  readonly isReceiving: (sha256: Sha256) => boolean;
};

/** What is here of a blob: how much, and the hash of it. */
type Part = { readonly length: number; readonly hash: Hash };

/** Makes the receiver of one store: parts lie in `partial/` until they are whole, and only then get their name. */
export function createReceiver({ disk, layout, ensureDirectory, onReceived }: ReceivingParts): Receiver {
  const underWay = new Set<Sha256>();

  const begin = async (blob: BlobName): Promise<Done<Receiving>> => {
    const part = layout.partOf(blob.sha256);
    await ensureDirectory(layout.partial);
    const here = await readPart(disk, part, blob.length);
    if (here === null) await disk.remove(part);
    const { length: offset, hash } = here ?? { length: 0, hash: createHash('sha256') };
    const writing = await disk.openToAppend(part);
    crashPoint('partial-opened');
    return { ok: true, value: receivingOf(blob, part, writing, hash, offset) };
  };

  const keep = async (blob: BlobName, part: string) => {
    const file = layout.blob(blob.sha256);
    await ensureDirectory(dirname(file));
    await moveInto(disk, part, file);
    crashPoint('blob-renamed');
    await disk.syncDirectory(dirname(file));
    crashPoint('blob-durable');
    onReceived(blob);
  };

  const receivingOf = (
    blob: BlobName,
    part: string,
    writing: Writing,
    hash: Hash,
    offset: number,
  ): Receiving => {
    let length = offset;
    let failed: Done | null = null;
    let isOver = false;
    const end = async () => {
      isOver = true;
      await writing.close().catch(() => {});
      underWay.delete(blob.sha256);
    };
    return {
      offset,
      write: async (bytes) => {
        if (failed !== null) return failed;
        if (length + bytes.byteLength > blob.length) {
          failed = no('wrong-length', `more than the ${blob.length} bytes of ${blob.sha256.slice(0, 12)}…`);
          return failed;
        }
        try {
          await writeAll(writing, bytes);
          crashPoint('partial-appended');
        } catch (error) {
          failed = faultOf(error);
          return failed;
        }
        length += bytes.byteLength;
        hash.update(bytes);
        return DONE;
      },
      commit: async () => {
        if (isOver) return no('disk-failed', `${blob.sha256.slice(0, 12)}… was committed after its end`);
        try {
          if (failed !== null) return failed;
          if (length !== blob.length) return no('wrong-length', `${length} instead of ${blob.length} bytes`);
          const isRight = hash.digest('hex') === blob.sha256;
          if (isRight) await writing.sync();
          crashPoint('blob-synced');
          // Closed first: some systems neither rename nor remove a file that is open.
          await writing.close();
          if (!isRight) {
            await disk.remove(part);
            return no('wrong-digest', blob.sha256);
          }
          await keep(blob, part);
          return DONE;
        } catch (error) {
          return faultOf(error);
        } finally {
          await end();
        }
      },
      abandon: async ({ forget = false } = {}) => {
        if (isOver) return;
        await end();
        if (forget) await disk.remove(part).catch(() => {});
      },
    };
  };

  return {
    isReceiving: (sha256) => underWay.has(sha256),
    receive: async (blob) => {
      if (blob.length > MAX_BLOB_BYTES) return no('too-large', `${blob.length} bytes`);
      if (underWay.has(blob.sha256)) return no('already-receiving', blob.sha256);
      underWay.add(blob.sha256);
      try {
        return await begin(blob);
      } catch (error) {
        underWay.delete(blob.sha256);
        return faultOf(error);
      }
    },
  };
}

/** Reads and hashes what is here of a blob; null when it cannot be the beginning of it. */
async function readPart(disk: Disk, part: string, promised: number): Promise<Part | null> {
  try {
    const { isPlainFile, length } = await disk.facts(part);
    if (!isPlainFile || length > promised) return null;
    const hash = createHash('sha256');
    let seen = 0;
    for await (const piece of disk.read(part)) {
      hash.update(piece);
      seen += piece.byteLength;
    }
    return seen === length ? { length, hash } : null;
  } catch (error) {
    if (isNotThere(error)) return { length: 0, hash: createHash('sha256') };
    return null;
  }
}
