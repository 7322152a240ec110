/** What is asked of a server or of a stick. */
export type Ask = {
  /** Path in the published tree: `metadata/timestamp.json`, `blobs/aa/<sha256>`. */
  readonly path: string;
  /** Longest body that is read, in bytes; one byte more rejects with {@link TooLong}. */
  readonly atMost: number;
  /** First byte wanted; default 0. */
  readonly from?: number;
  /** Entity tag for which `from` was counted: another one begins at 0 again. */
  readonly ifRange?: string | null;
  /** Entity tag of what we have: the same one answers `unchanged`. */
  readonly ifNoneMatch?: string | null;
  /** True: the way may compress it. Never together with `from`. */
  readonly mayCompress?: boolean;
  /** Ends the question and the body. */
  readonly signal: AbortSignal;
};

/** What came of it. */
export type Answer =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'content';
      /** Position of the first byte of `body`: what was asked for, or 0 when the server begins again. */
      readonly from: number;
      /** Length of `body` in bytes, when the server says it and nothing compresses it; null otherwise. */
      readonly length: number | null;
      /** Entity tag as the server wrote it, or null. */
      readonly etag: string | null;
      readonly isCompressed: boolean;
      /** Rejects with `FetchFailure` or {@link TooLong}. */
      readonly body: AsyncIterable<Uint8Array>;
    };

/** A way to a published tree. Rejects with `FetchFailure` for everything that is not content. */
export type Transport = {
  /** For people: the address of the server, or the directory. */
  readonly name: string;
  readonly ask: (ask: Ask) => Promise<Answer>;
};

/** There is more than was asked for: the sender is not who we think, or wants to fill the disk. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** Reads a whole body into memory. Rejects like the body does. */
export async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}
