import { createHash } from 'node:crypto';
import type { EditionPointer, Manifest } from '../../content/model/edition.ts';
import type { BlobSource } from '../../src-main/store/take-edition.ts';

/** A tiny edition in memory: its pointer, and the bytes of its blobs by digest, the manifest among them. */
export type MemoryEdition = {
  readonly pointer: EditionPointer;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** Gives the bytes of a blob in pieces of half of it. */
  readonly source: BlobSource;
};

const bytesOf = (text: string) => new TextEncoder().encode(text);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Makes one: a file that every edition holds, and `own` files of some bytes that no other holds. */
export function memoryEdition(seq: number, { own = 1, ownBytes = 40 } = {}): MemoryEdition {
  const blobs = new Map<string, Uint8Array>();
  const put = (bytes: Uint8Array) => {
    const sha256 = digestOf(bytes);
    blobs.set(sha256, bytes);
    return { sha256, length: bytes.byteLength };
  };
  const ownBlobs = Array.from({ length: own }, (_, at) => ({
    path: `media/own-${at}.png`,
    ...put(bytesOf(`picture ${at} of edition ${seq} `.padEnd(ownBytes, '.'))),
    type: 'image/png',
  }));
  const manifest: Manifest = {
    schema: 1,
    seq,
    languages: ['fr', 'nl'],
    files: [
      { path: 'guide.json', ...put(bytesOf('what every edition holds')), type: 'application/json' },
      ...ownBlobs,
    ],
  };
  const pointer: EditionPointer = { schema: 1, seq, manifest: put(bytesOf(JSON.stringify(manifest))) };
  return {
    pointer,
    blobs,
    source: async function* ({ sha256 }, offset) {
      const rest = (blobs.get(sha256) ?? new Uint8Array()).subarray(offset);
      const half = Math.ceil(rest.byteLength / 2);
      yield rest.subarray(0, half);
      yield rest.subarray(half);
    },
  };
}
