import { lstat, open, readdir } from 'node:fs/promises';

/** What lies at a path: a plain file, or something else (a directory, a link, a device). */
export type FileFacts = { readonly isPlainFile: boolean; readonly length: number };

/** Bytes of a file, from `start` up to and including `end`. */
export type ByteSpan = { readonly start: number; readonly end: number };

/** Reading the disk. Every call may reject with a Node system error, whose `code` tells why. */
export type Files = {
  /** Names in a directory, sorted. */
  readonly list: (directory: string) => Promise<readonly string[]>;
  /** What lies at a path; a link is not followed. */
  readonly facts: (file: string) => Promise<FileFacts>;
  /** The bytes of a file piece by piece, all of them or one span. */
  readonly read: (file: string, span?: ByteSpan) => AsyncGenerator<Uint8Array>;
};

/** How much is read from disk at a time, in bytes. */
const PIECE_BYTES = 128 * 1024;

async function* readPieces(file: string, span?: ByteSpan): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    let position = span?.start ?? 0;
    const after = span === undefined ? Number.POSITIVE_INFINITY : span.end + 1;
    while (position < after) {
      const wanted = Math.min(PIECE_BYTES, after - position);
      const { bytesRead, buffer } = await handle.read(new Uint8Array(wanted), 0, wanted, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** The disk of this machine. */
export const machineFiles: Files = {
  list: async (directory) => (await readdir(directory)).sort(),
  facts: async (file) => {
    const found = await lstat(file);
    return { isPlainFile: found.isFile(), length: found.size };
  },
  read: readPieces,
};

/** True when an error of {@link Files} says that there is nothing at that path. */
export function isNotThere(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The system's code of an error, for instance `EACCES`; `unknown` when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
