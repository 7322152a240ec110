import { blobPath } from '../../content/model/edition.ts';
import type { BlobName, ContentStore, Receiving } from '../store/content-store.ts';
import { FetchFailure, Refusal } from './failure.ts';
import { given } from './faults.ts';
import type { Pause } from './fetching/pause.ts';
import { TooLong, type Transport } from './fetching/transport.ts';
import {
  ATTEMPT_PAUSE_MS,
  ATTEMPTS_PER_FILE,
  ATTEMPTS_WITHOUT_PROGRESS,
  COMPRESSED_UP_TO,
} from './limits.ts';
import type { OfflineReason } from './state.ts';

/** What fetching a blob needs. */
export type BlobParts = {
  readonly transport: Transport;
  readonly store: Pick<ContentStore, 'receive'>;
  readonly pause: Pause;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Told how many bytes more have arrived; negative when some were thrown away. */
  readonly onBytes: (bytes: number) => void;
};

/** Trying again at once is of no use: the next cycle asks anew. */
const HOPELESS_NOW: ReadonlySet<OfflineReason> = new Set([
  'not-there',
  'captive-portal',
  'certificate',
  'proxy',
]);

/**
 * Fetches one blob into the store: from where it was left, hashed by the store while it streams, tried again with
 * growing pauses as long as it moves. Rejects with `FetchFailure` or `Refusal`; what has arrived is kept.
 */
export async function fetchBlob(parts: BlobParts, blob: BlobName): Promise<void> {
  const memory: Memory = { etag: null, mayCompress: blob.length <= COMPRESSED_UP_TO, wrong: 0, furthest: 0 };
  for (let attempt = 1, idle = 0; ; attempt += 1) {
    const before = memory.furthest;
    try {
      await attemptOnce(parts, blob, memory);
      return;
    } catch (error) {
      idle = memory.furthest > before ? 0 : idle + 1;
      const isLast =
        attempt >= ATTEMPTS_PER_FILE || idle >= ATTEMPTS_WITHOUT_PROGRESS || parts.signal.aborted;
      if (isLast || !isWorthAnother(error)) throw error;
      // Jitter: a hundred terminals whose server stumbles do not come back in the same moment.
      await parts.pause(
        idle === 0 ? 0 : ATTEMPT_PAUSE_MS * 2 ** (idle - 1) * (0.5 + parts.random()),
        parts.signal,
      );
    }
  }
}

/** What is known of a blob between two attempts. */
type Memory = {
  /** Strong entity tag of the bytes that are here; null when it is not known. */
  etag: string | null;
  mayCompress: boolean;
  /** How often all bytes were here and were not the right ones. */
  wrong: number;
  /** The most bytes that were ever here. */
  furthest: number;
};

function isWorthAnother(error: unknown): boolean {
  if (error instanceof WrongBytes) return !error.isFinal;
  // A server that says when to come back is not asked before: that is for the loop to keep.
  return error instanceof FetchFailure && !HOPELESS_NOW.has(error.reason) && error.retryAfterMs === null;
}

/** Everything arrived and is not what was published. */
class WrongBytes extends Refusal {
  readonly isFinal: boolean;
  constructor(detail: string, isFinal: boolean) {
    super('blob-wrong', detail);
    this.isFinal = isFinal;
  }
}

async function attemptOnce(parts: BlobParts, blob: BlobName, memory: Memory): Promise<void> {
  const receiving = given(await parts.store.receive(blob));
  let isOver = false;
  try {
    memory.furthest = Math.max(memory.furthest, receiving.offset);
    const outcome = await fill(parts, blob, memory, receiving);
    isOver = true;
    if (outcome === 'short') {
      await receiving.abandon();
      throw new FetchFailure('interrupted', 'fewer bytes than were promised');
    }
    await commit(parts, blob, memory, receiving);
  } catch (error) {
    if (!isOver) await receiving.abandon({ forget: error instanceof WrongBytes });
    throw error;
  }
}

async function fill(
  { transport, signal, onBytes }: BlobParts,
  blob: BlobName,
  memory: Memory,
  receiving: Receiving,
): Promise<'whole' | 'short'> {
  const { offset } = receiving;
  if (offset === blob.length) return 'whole';
  const answer = await transport
    .ask({
      path: blobPath(blob.sha256),
      atMost: blob.length,
      from: offset,
      ifRange: memory.etag,
      mayCompress: memory.mayCompress && offset === 0,
      signal,
    })
    .catch((error: unknown) => refuseTooLong(memory, error));
  if (answer.kind === 'unchanged')
    throw new FetchFailure('bad-answer', 'unchanged, though nothing was known');
  if (answer.length !== null && answer.from + answer.length !== blob.length)
    throw new FetchFailure('bad-answer', `${answer.from + answer.length} bytes instead of ${blob.length}`);
  // Only a strong tag counts bytes (RFC 9110, 8.8.1), and only of bytes as they are.
  memory.etag = !answer.isCompressed && answer.etag?.startsWith('"') ? answer.etag : null;
  // A server without ranges begins at 0 again: what is here already is the same, and the digest decides in the end.
  let toSkip = offset - answer.from;
  let seen = offset;
  try {
    for await (const piece of answer.body) {
      const fresh = toSkip > 0 ? piece.subarray(Math.min(toSkip, piece.byteLength)) : piece;
      toSkip -= piece.byteLength - fresh.byteLength;
      if (fresh.byteLength === 0) continue;
      if (seen + fresh.byteLength > blob.length) throw wrongBytes(memory, 'more bytes than were promised');
      given(await receiving.write(fresh));
      seen += fresh.byteLength;
      memory.furthest = Math.max(memory.furthest, seen);
      onBytes(fresh.byteLength);
    }
  } catch (error) {
    return refuseTooLong(memory, error);
  }
  return seen === blob.length ? 'whole' : 'short';
}

async function commit(
  { onBytes }: BlobParts,
  blob: BlobName,
  memory: Memory,
  receiving: Receiving,
): Promise<void> {
  const done = await receiving.commit();
  if (done.ok) return;
  if (done.fault.code !== 'wrong-digest') {
    given(done);
    return;
  }
  onBytes(-blob.length);
  throw wrongBytes(memory, done.fault.sentence);
}

/** Once more from the beginning, for the part that was here from before may be the bad one; then no more. */
function wrongBytes(memory: Memory, detail: string): WrongBytes {
  memory.wrong += 1;
  memory.etag = null;
  memory.mayCompress = false;
  memory.furthest = 0;
  return new WrongBytes(detail, memory.wrong > 1);
}

function refuseTooLong(memory: Memory, error: unknown): never {
  throw error instanceof TooLong ? wrongBytes(memory, error.message) : error;
}
