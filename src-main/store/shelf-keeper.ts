import type { Clock } from '../platform/clock.ts';
import type { Files } from '../platform/files.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import type { ContentStore } from './content-store.ts';
import type { Edition, EditionShelf } from './edition.ts';
import { shelveFactoryEdition } from './factory.ts';
import type { Done } from './fault.ts';
import { POINTER_FILE, readPointer } from './read-edition.ts';

/** The editions of this terminal in the order in which they are shown: the first one now, the others to go back to. */
export type ShelfOrder = { readonly good: number | null; readonly earlier: readonly number[] };

/** What happens on the shelf, for the stage to act on. */
export type ShelfEvent =
  | ({ readonly kind: 'content-known' } & ShelfOrder)
  | ({ readonly kind: 'content-changed' } & ShelfOrder)
  | { readonly kind: 'fallback-known'; readonly seq: number }
  | { readonly kind: 'edition-offered'; readonly seq: number };

/** What keeping the shelf needs. */
export type ShelfKeeperParts = {
  readonly shelf: EditionShelf;
  readonly store: Promise<ContentStore>;
  /** Directory of the edition inside the application. */
  readonly factory: string;
  readonly files: Files;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly log: Log;
  readonly tell: (event: ShelfEvent) => void;
};

/** Puts editions on the shelf and carries out what the stage decides about them. */
export type ShelfKeeper = {
  /** Looks at what is there and tells the stage; resolves when the first page can be told what to show. Never rejects. */
  readonly begin: () => Promise<void>;
  /** The edition is the one to show from now on. */
  readonly adopt: (seq: number) => void;
  /** An earlier edition is the one to show until more is known. */
  readonly returnTo: (seq: number) => void;
  /** The edition does not work. */
  readonly markBad: (seq: number, reason: string) => void;
  /** The edition that {@link ShelfKeeper.goBack} would show in the place of the one on show; null when there is none. */
  readonly previous: () => Promise<number | null>;
  /**
   * Somebody wants the edition before `from` again: it is shown, and `from` never again. False, and nothing has changed, when
   * `from` is not the one on show any more, when there is none before it, or when the disk does not take it.
   */
  readonly goBack: (from: number, reason: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/**
 * Keeps the shelf in step with the store. The edition inside the application comes last, unless it is newer than anything
 * the store has ever held: then the application has just been updated, and brought it.
 */
export function createShelfKeeper(parts: ShelfKeeperParts): ShelfKeeper {
  const { shelf, files, clock, log, tell } = parts;
  let factory: Edition | null = null;
  let stopListening = () => {};

  const orderOf = (store: ContentStore): ShelfOrder => {
    const stored = [store.active(), store.lastGood()].flatMap((edition) => edition ?? []);
    const shipped = factory === null ? [] : [factory];
    const editions = isNewest(store) ? [...shipped, ...stored] : [...stored, ...shipped];
    for (const edition of editions) shelf.add(edition);
    const [good, ...earlier] = [...new Set(editions.map(({ seq }) => seq))];
    shelf.show(good ?? null);
    return { good: good ?? null, earlier };
  };
  const isNewest = (store: ContentStore) => factory !== null && factory.seq > store.newestSeq();

  const shelveFactory = async () => {
    const outcome = await shelveFactoryEdition({ directory: parts.factory, shelf, files, clock, log }).catch(
      (error: unknown) => {
        log.trouble('unexpected', `The factory edition could not be read: ${reasonOf(error)}.`);
        return null;
      },
    );
    factory = outcome?.kind === 'ready' ? outcome.edition : null;
  };

  const offer = (edition: Edition | null) => {
    if (edition === null || edition.seq === shelf.current()?.seq) return;
    shelf.add(edition);
    log.note('edition-tried', 'A newer edition is whole; it is tried behind the page on show.', {
      seq: edition.seq,
    });
    tell({ kind: 'edition-offered', seq: edition.seq });
  };

  const previousOf = (store: ContentStore): number | null => {
    const active = store.active();
    // What came inside the application cannot be taken back, and one that was left already has been.
    if (active === null || active.seq !== shelf.current()?.seq) return null;
    const before = store.lastGood() ?? factory;
    return before === null || before.seq === active.seq ? null : before.seq;
  };

  const report = (done: Promise<Done>) => {
    void done.then((outcome) => {
      if (!outcome.ok) log.trouble('store-fault', outcome.fault.sentence, { fault: outcome.fault.code });
    });
  };

  return {
    begin: async () => {
      const store = await parts.store;
      const shipped = await readPointer(parts.factory, POINTER_FILE, files);
      const isUpdated = shipped.ok && shipped.value.seq > store.newestSeq();
      // Reading every byte of the factory edition can wait when another one is shown.
      const canWait = store.active() !== null && !isUpdated;
      if (!canWait) await shelveFactory();
      tell({ kind: 'content-known', ...orderOf(store) });
      stopListening = store.onChange((change) => {
        const shown = shelf.current()?.seq ?? null;
        const isLost = change.kind === 'damaged' && change.seq === shown;
        if (isLost || (change.kind === 'mended' && shown === null)) {
          tell({ kind: 'content-changed', ...orderOf(store) });
        }
        if (change.kind === 'added') offer(store.candidate());
        // The edition on record may have been left for its missing files: it is tried again now that they are back.
        if (change.kind === 'mended') offer(store.candidate() ?? store.active());
      });
      if (canWait) {
        void shelveFactory().then(() => {
          if (factory !== null) tell({ kind: 'fallback-known', seq: factory.seq });
        });
      }
      offer(store.candidate());
    },
    adopt: (seq) => {
      shelf.show(seq);
      void parts.store.then((store) => report(store.activate(seq)));
    },
    returnTo: (seq) => shelf.show(seq),
    markBad: (seq, reason) => {
      void parts.store.then((store) => {
        report(store.markBad(seq, reason));
      });
    },
    previous: async () => previousOf(await parts.store),
    goBack: async (from, reason) => {
      const store = await parts.store;
      if (store.active()?.seq !== from || previousOf(store) === null) return false;
      const marked = store.markBad(from, reason);
      report(marked);
      if (!(await marked).ok) return false;
      tell({ kind: 'content-changed', ...orderOf(store) });
      return true;
    },
    close: async () => {
      stopListening();
      await (await parts.store).close();
    },
  };
}
