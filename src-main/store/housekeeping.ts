import type { Sha256 } from '../../content/model/names.ts';
import type { Clock } from '../platform/clock.ts';
import type { Disk } from '../platform/disk.ts';
import type { Log } from '../platform/log.ts';
import type { Books } from './books.ts';
import type { BlobName, DamagedBlob, Rehashed, StoreChange, Swept } from './content-store.ts';
import { blobsOf, type Holding } from './holding.ts';
import type { Layout } from './layout.ts';
import { readManifest } from './read-edition.ts';
import { sweepStore } from './sweep.ts';
import { verifyBlobs } from './verify.ts';

/** What keeping the house needs. */
export type HousekeepingParts = {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly books: Books;
  /** How long what belongs to nothing is spared, in milliseconds. */
  readonly graceMs: number;
  readonly rest: (bytes: number) => Promise<void>;
  readonly isReceiving: (sha256: Sha256) => boolean;
  /** Copies a blob out of the edition inside the application; false when it cannot be had there. */
  readonly copyFromFactory: (blob: BlobName) => Promise<boolean>;
  /** Resolves when every change that has begun is over. */
  readonly atRest: () => Promise<unknown>;
  readonly tell: (change: StoreChange) => void;
};

/** The housekeeping as `ContentStore` promises it. */
export type Housekeeping = {
  readonly sweep: (inUse: readonly number[]) => Promise<Swept>;
  readonly verify: (signal: AbortSignal) => Promise<Rehashed>;
};

/** Makes the housekeeping of one store. */
export function createHousekeeping(parts: HousekeepingParts): Housekeeping {
  const { disk, layout, clock, log, books, graceMs, tell } = parts;
  const { holdings } = books;
  let verifiedUpTo: Sha256 | '' = '';

  /** Everything that somebody needs, or will need when it has arrived. */
  const needed = async (inUse: readonly number[]) => {
    const { active, lastGood, expected } = books.record();
    const isComing = expected !== null && books.whyBad(expected) === null ? [expected] : [];
    const kept = [active, lastGood, ...isComing].flatMap((pointer) => pointer ?? []);
    const editions = new Set([...inUse, ...kept.map(({ seq }) => seq), books.candidate()?.seq ?? 0]);
    const blobs = new Set(kept.map(({ manifest }) => manifest.sha256));
    for (const [seq, holding] of holdings) {
      if (editions.has(seq)) for (const { sha256 } of blobsOf(holding)) blobs.add(sha256);
    }
    for (const pointer of isComing.filter(({ seq }) => !holdings.has(seq))) {
      const read = await readManifest(layout.directory, disk, pointer);
      if (read.ok) for (const { sha256 } of read.value.files) blobs.add(sha256);
    }
    return { editions, blobs };
  };

  /** Notes in every edition that held it that a blob is gone; answers those editions. */
  const noteDamage = (blob: BlobName): readonly Holding[] =>
    [...holdings.values()].filter(({ pointer, edition, damaged }) => {
      const isManifest = pointer.manifest.sha256 === blob.sha256;
      const entry = edition?.manifest.files.find(({ sha256 }) => sha256 === blob.sha256);
      const path = isManifest ? 'manifest' : entry?.path;
      if (path === undefined) return false;
      damaged.set(blob.sha256, { ...blob, path, seq: pointer.seq });
      return true;
    });

  return {
    sweep: async (inUse) => {
      const keep = await needed(inUse);
      const swept = await sweepStore({
        disk,
        layout,
        keepEditions: keep.editions,
        keepBlobs: keep.blobs,
        isReceiving: parts.isReceiving,
        touchedSinceMs: clock.now().getTime() - graceMs,
      });
      for (const seq of [...holdings.keys()]) if (!keep.editions.has(seq)) holdings.delete(seq);
      if (swept.editions + swept.blobs > 0) {
        log.note('store-swept', 'What no edition needs any more was removed.', { ...swept });
      }
      return swept;
    },

    verify: async (signal) => {
      const blobs = new Map<Sha256, BlobName>();
      for (const holding of holdings.values()) {
        for (const blob of blobsOf(holding))
          if (!holding.damaged.has(blob.sha256)) blobs.set(blob.sha256, blob);
      }
      const inOrder = [...blobs.values()].sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
      const after = verifiedUpTo;
      const found = await verifyBlobs({ disk, layout, blobs: inOrder, after, signal, rest: parts.rest });
      verifiedUpTo = found.lastRead ?? '';
      const hurt = new Set<Holding>();
      for (const { blob, problem } of found.damaged) {
        log.trouble('blob-damaged', problem.sentence, { problem: problem.code, file: problem.file });
        for (const holding of noteDamage(blob)) hurt.add(holding);
        // What the application carries itself need not come from afar.
        await parts.copyFromFactory(blob);
      }
      await parts.atRest();
      const damaged: DamagedBlob[] = [];
      for (const holding of hurt) {
        if (holding.damaged.size > 0) tell({ kind: 'damaged', seq: holding.pointer.seq });
        damaged.push(...holding.damaged.values());
      }
      return { blobs: found.blobs, bytes: found.bytes, damaged, isComplete: found.lastRead === null };
    },
  };
}
