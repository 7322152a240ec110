import { dirname } from 'node:path';
import type { EditionPointer } from '../../content/model/edition.ts';
import type { Clock } from '../platform/clock.ts';
import type { Disk } from '../platform/disk.ts';
import type { Log } from '../platform/log.ts';
import type { Books } from './books.ts';
import type { BlobName, StoreChange } from './content-store.ts';
import { crashPoint } from './crash-points.ts';
import { durableWrite } from './durable-write.ts';
import type { Edition } from './edition.ts';
import { DONE, type Done, no } from './fault.ts';
import { blobsOf, isWhole, lookOver } from './holding.ts';
import type { Layout } from './layout.ts';
import { BAD_EDITIONS_KEPT, MAX_REASON_CHARACTERS } from './limits.ts';

/** What changing the set of editions needs. */
export type ChangeParts = {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly books: Books;
  readonly ensureDirectory: (directory: string) => Promise<void>;
  /** Directories of blobs whose names are known to be on the disk for good; grows. */
  readonly settled: Set<string>;
  readonly tell: (change: StoreChange) => void;
};

/** What changes which editions there are, and which one is shown; called one after the other, each may reject. */
export type Changes = {
  readonly expect: (pointer: EditionPointer) => Promise<Done>;
  readonly addEdition: (pointer: EditionPointer, isMove: boolean) => Promise<Done<Edition>>;
  readonly activate: (seq: number) => Promise<Done>;
  readonly markBad: (seq: number, reason: string) => Promise<Done>;
};

/** The changes as `ContentStore` promises them. */
export function createChanges(parts: ChangeParts): Changes {
  const { disk, layout, clock, log, books, ensureDirectory, settled, tell } = parts;
  const { holdings, whyBad } = books;

  /** Makes sure of the names of blobs that an earlier run gave and did not live to make sure of. */
  const settle = async (blobs: readonly BlobName[]) => {
    for (const shard of new Set(blobs.map(({ sha256 }) => dirname(layout.blob(sha256))))) {
      if (settled.has(shard)) continue;
      await ensureDirectory(shard);
      await disk.syncDirectory(shard);
      settled.add(shard);
    }
  };

  /** Only once the edition is here for good: a move that is on record can be carried out. */
  const recordMove = async (to: number) => {
    const { move } = books.record();
    const passed = Math.max(move?.passed ?? 0, books.newestSeq());
    if (move?.to !== to || move.passed !== passed) await books.write({ move: { to, passed } });
  };

  return {
    expect: async (pointer) => {
      const { expected } = books.record();
      if (expected?.seq === pointer.seq && expected.manifest.sha256 === pointer.manifest.sha256) return DONE;
      await books.write({ expected: pointer });
      crashPoint('expected-recorded');
      return DONE;
    },

    addEdition: async (pointer, isMove) => {
      const { seq } = pointer;
      const bad = whyBad(pointer);
      if (bad !== null) return no('marked-bad', `edition ${seq}: ${bad.reason}`);
      const holder = books.holderOf(seq);
      if (holder !== null && holder !== pointer.manifest.sha256) return no('number-taken', `edition ${seq}`);
      const holding = await lookOver(layout.directory, pointer, disk);
      if (holding.problem !== null && holding.problem.code !== 'file-missing') {
        return no('manifest-unusable', holding.problem.sentence);
      }
      if (!isWhole(holding)) return no('incomplete', `${holding.damaged.size} files of edition ${seq}`);
      crashPoint('edition-checked');
      await settle(blobsOf(holding));
      await ensureDirectory(layout.editions);
      const text = new TextEncoder().encode(`${JSON.stringify(pointer)}\n`);
      await durableWrite(disk, layout.pointer(seq), text, 'pointer');
      const isNews = !holdings.has(seq) || (isMove && books.record().move?.to !== seq);
      await books.look(pointer);
      if (isMove) await recordMove(seq);
      if (isNews) {
        const files = holding.edition.manifest.files.length;
        log.note('edition-added', 'A new edition is whole and in the store.', { seq, files });
        tell({ kind: 'added', seq });
      }
      return { ok: true, value: holding.edition };
    },

    activate: async (seq) => {
      const holding = holdings.get(seq);
      if (!holding) return no('unknown-edition', `edition ${seq}`);
      const bad = whyBad(holding.pointer);
      if (bad !== null) return no('marked-bad', `edition ${seq}: ${bad.reason}`);
      if (!isWhole(holding)) return no('incomplete', `${holding.damaged.size} files of edition ${seq}`);
      const { active, lastGood, move } = books.record();
      if (active?.seq === seq) return DONE;
      const before = books.active() === null ? lastGood : active;
      await books.write({
        active: holding.pointer,
        lastGood: before?.seq === seq ? null : before,
        // Wherever the terminal was on its way to: it has arrived, or something else is shown now.
        move: move && { ...move, to: null },
      });
      log.note('edition-activated', 'A new edition is the one to show.', {
        seq,
        lastGood: books.record().lastGood?.seq ?? null,
      });
      tell({ kind: 'activated', seq });
      return DONE;
    },

    markBad: async (seq, why) => {
      const pointer = holdings.get(seq)?.pointer;
      if (!pointer) return no('unknown-edition', `edition ${seq}`);
      if (whyBad(pointer) !== null) return DONE;
      const reason = why.slice(0, MAX_REASON_CHARACTERS);
      const { active, lastGood, bad } = books.record();
      const entry = { seq, manifest: pointer.manifest.sha256, reason, at: clock.now().toISOString() };
      const isActive = active?.seq === seq;
      await books.write({
        bad: [...bad, entry].slice(-BAD_EDITIONS_KEPT),
        active: isActive ? lastGood : active,
        lastGood: isActive || lastGood?.seq === seq ? null : lastGood,
      });
      log.trouble('edition-bad', `Edition ${seq} does not work and is not tried again: ${reason}`, { seq });
      tell({ kind: 'marked-bad', seq, reason });
      return DONE;
    },
  };
}
