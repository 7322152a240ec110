import type { Fetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { MAX_METADATA_BYTES } from '../../../content/model/limits.ts';
import { FetchFailure, Refusal } from '../failure.ts';
import { collect, TooLong, type Transport } from '../fetching/transport.ts';

/** The address tuf-js builds its own addresses on; it never reaches a network. */
export const METADATA_BASE = 'https://tree.invalid/metadata';

/** What tuf-js fetches with, and what went wrong while it did: tuf-js keeps only the words of most errors. */
export type MetadataFetcher = Fetcher & { readonly failure: () => FetchFailure | Refusal | null };

/**
 * Fetches metadata for tuf-js over a transport, nothing longer than our own limits. `timestamp` are the bytes of
 * `timestamp.json` when they are here already; they are not fetched again.
 */
export function metadataFetcher(
  transport: Transport,
  signal: AbortSignal,
  timestamp: Buffer | null,
): MetadataFetcher {
  let failure: FetchFailure | Refusal | null = null;
  const downloadBytes = async (url: string, maxLength: number): Promise<Buffer> => {
    const name = url.slice(METADATA_BASE.length + 1);
    if (name === 'timestamp.json' && timestamp !== null) return timestamp;
    try {
      return await fetchMetadata(transport, name, Math.min(maxLength, largest(name)), signal);
    } catch (error) {
      // "There is no newer root" is part of every day; tuf-js knows it only by its own error.
      if (error instanceof FetchFailure && (error.status === 404 || error.status === 403)) {
        if (!isRoot(name)) failure = error;
        throw new DownloadHTTPError(error.message, error.status);
      }
      if (error instanceof FetchFailure || error instanceof Refusal) failure = error;
      throw error;
    }
  };
  return {
    downloadBytes,
    downloadFile: () => {
      throw new Error('targets are fetched by ourselves');
    },
    failure: () => failure,
  };
}

/** One metadata file as it lies in the tree. Rejects with `FetchFailure`, or `Refusal` when it is too large. */
export async function fetchMetadata(
  transport: Transport,
  name: string,
  atMost: number,
  signal: AbortSignal,
): Promise<Buffer> {
  try {
    const answer = await transport.ask({ path: `metadata/${name}`, atMost, signal });
    if (answer.kind === 'unchanged')
      throw new FetchFailure('bad-answer', 'unchanged, though nothing was known');
    return await collect(answer.body);
  } catch (error) {
    if (error instanceof TooLong)
      throw new Refusal('metadata-too-large', `${name} has ${error.message}`, { cause: error });
    throw error;
  }
}

function isRoot(name: string): boolean {
  return /^\d+\.root\.json$/.test(name);
}

function largest(name: string): number {
  if (isRoot(name)) return MAX_METADATA_BYTES.root;
  if (name === 'timestamp.json') return MAX_METADATA_BYTES.timestamp;
  return name.endsWith('snapshot.json') ? MAX_METADATA_BYTES.snapshot : MAX_METADATA_BYTES.targets;
}
