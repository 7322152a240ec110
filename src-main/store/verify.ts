import { blobPath } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';
import type { Disk } from '../platform/disk.ts';
import type { Files } from '../platform/files.ts';
import { checkFile } from './blob-check.ts';
import type { BlobName } from './content-store.ts';
import { crashPoint } from './crash-points.ts';
import type { Layout } from './layout.ts';
import type { StoreProblem } from './problem.ts';

/** What reading everything again needs. */
export type VerifyNeeds = {
  readonly disk: Disk;
  readonly layout: Layout;
  /** Every blob of every edition, each once, in the order of their digests. */
  readonly blobs: readonly BlobName[];
  /** Digest of the last blob that was read the last time; empty to begin at the beginning. */
  readonly after: Sha256 | '';
  readonly signal: AbortSignal;
  /** Waits after so many bytes, so that a visitor never feels it. */
  readonly rest: (bytes: number) => Promise<void>;
};

/** How far it came: `lastRead` is null when the end was reached. */
export type Verified = {
  readonly blobs: number;
  readonly bytes: number;
  readonly damaged: readonly { readonly blob: BlobName; readonly problem: StoreProblem }[];
  readonly lastRead: Sha256 | '' | null;
};

/** Told through a rejected read that the time to read is over. */
class Stopped extends Error {}

/**
 * Holds blob after blob against its digest. One that is wrong is read a second time, since a cable can be at fault as well;
 * wrong again, it is taken away: a file of that name must be true. Never rejects.
 */
export async function verifyBlobs(needs: VerifyNeeds): Promise<Verified> {
  const { disk, layout, blobs, after, signal, rest } = needs;
  const files = restingFiles(disk, signal, rest);
  const damaged: { blob: BlobName; problem: StoreProblem }[] = [];
  let lastRead: Sha256 | '' = after;
  let bytes = 0;
  let count = 0;
  for (const blob of blobs) {
    if (blob.sha256 <= after) continue;
    const expected = {
      ...blob,
      path: blobPath(blob.sha256),
      directory: layout.directory,
      name: blobPath(blob.sha256),
    };
    const first = await checkFile(files, expected);
    const problem = first.ok || signal.aborted ? null : await problemAgain(files, expected);
    if (signal.aborted) return { blobs: count, bytes, damaged, lastRead };
    count += 1;
    bytes += blob.length;
    lastRead = blob.sha256;
    if (problem === null) continue;
    crashPoint('damage-found');
    await disk.remove(layout.blob(blob.sha256)).catch(() => {});
    crashPoint('damage-removed');
    damaged.push({ blob, problem });
  }
  return { blobs: count, bytes, damaged, lastRead: null };
}

async function problemAgain(
  files: Files,
  expected: Parameters<typeof checkFile>[1],
): Promise<StoreProblem | null> {
  const second = await checkFile(files, expected);
  return second.ok ? null : second.problem;
}

/** The disk, read with rests; a read that is stopped rejects. */
function restingFiles(disk: Disk, signal: AbortSignal, rest: (bytes: number) => Promise<void>): Files {
  return {
    list: disk.list,
    facts: disk.facts,
    read: async function* (file, span) {
      for await (const piece of disk.read(file, span)) {
        if (signal.aborted) throw new Stopped();
        yield piece;
        await rest(piece.byteLength);
      }
    },
  };
}
