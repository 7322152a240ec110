import type { DocumentHeader } from '../../../content/model/document.ts';
import type { LocalTime } from '../../../content/model/kinds.ts';
import type { Language } from '../../../content/model/names.ts';
import { inOneLine } from '../errors.ts';
import type { TimeLimit } from '../time-limit.ts';
import type { Desk } from './desk.ts';
import { deskInWorker, type WorkerLike } from './desk-in-worker.ts';
import type { Found } from './engine.ts';
import { type IndexSource, prepareIndex } from './prepare-index.ts';

/** Longest wait for the answer to a question, in milliseconds; a worker that is slower has stuck. */
export const ANSWER_LIMIT_MS = 4_000;

/** Longest wait for one step of making an index, in milliseconds. */
export const BUILD_LIMIT_MS = 30_000;

/** A document found, with the terms it was found by. */
export type Result = { readonly header: DocumentHeader; readonly terms: ReadonlySet<string> };

/** What a question finds: the best first, how many in all, and what may have been meant when there is nothing. */
export type Results = {
  readonly results: readonly Result[];
  readonly total: number;
  readonly meant: string | null;
};

/** The search of one edition of the guide. */
export type GuideSearch = {
  /** Gets the index of a language ready. Never rejects, and does it only once. */
  readonly prepare: (language: Language) => Promise<void>;
  /** True once questions in that language are answered at once. */
  readonly isReady: (language: Language) => boolean;
  /**
   * Finds documents, once the index is ready. Null when a newer question has come since: only the newest is answered,
   * so that a slow answer never stands over a quick one. Never rejects.
   */
  readonly find: (question: string, language: Language) => Promise<Results | null>;
  /** Lets the worker go. */
  readonly close: () => void;
};

/** What a search needs besides what its indexes are made of. */
export type GuideSearchNeeds = IndexSource & {
  readonly localNow: () => LocalTime;
  readonly startWorker: () => WorkerLike;
};

const NOTHING: Results = { results: [], total: 0, meant: null };

/**
 * Makes the search. Its worker starts with the first language that is prepared. When the worker cannot run, another one
 * takes its place, and then a desk in the page itself: slower, but there.
 */
export function guideSearch(needs: GuideSearchNeeds): GuideSearch {
  const { entries, limit, localNow, report } = needs;
  const headers = new Map(entries.map(({ hash, header }) => [hash, header]));
  let current: Promise<{ readonly desk: Desk; readonly close: () => void }> | null = null;
  let workersLeft = 2;
  let prepared = new Map<Language, Promise<void>>();
  const ready = new Set<Language>();
  let newest = 0;
  /** The question at the desk. The next one waits for its answer, so that whoever types quickly is never behind all their own keys. */
  let asking: Promise<unknown> = Promise.resolve();
  let closed = false;

  const openDesk = async () => {
    if (workersLeft > 0) {
      workersLeft -= 1;
      try {
        const { desk, close } = deskInWorker(needs.startWorker());
        return { desk: patientDesk(desk, limit), close };
      } catch (error) {
        report('search-rebuilt', inOneLine(error));
      }
    }
    // Loaded only now: no page that has a worker needs it.
    const { searchDesk } = await import('./desk.ts');
    return { desk: searchDesk(), close: () => {} };
  };

  /** Leaves a desk that has failed; the next question opens another. */
  const leave = (desk: Desk, error: unknown) => {
    void current?.then((opened) => {
      if (opened.desk !== desk || closed) return;
      report('search-rebuilt', inOneLine(error));
      opened.close();
      current = null;
      prepared = new Map();
      ready.clear();
    });
    return current?.then(() => undefined);
  };

  /** Does one thing at the desk, with what is left of desks when it fails. */
  const atDesk = async <Value>(work: (desk: Desk) => Promise<Value>): Promise<Value | null> => {
    for (let attempt = 0; attempt < 3 && !closed; attempt++) {
      current ??= openDesk();
      const { desk } = await current;
      try {
        return await work(desk);
      } catch (error) {
        await leave(desk, error);
      }
    }
    return null;
  };

  const prepareAt = (desk: Desk, language: Language): Promise<void> => {
    const before = prepared.get(language);
    if (before) return before;
    const preparing = prepareIndex(desk, language, needs).then(() => {
      ready.add(language);
    });
    prepared.set(language, preparing);
    return preparing;
  };

  return {
    prepare: async (language) => {
      await atDesk((desk) => prepareAt(desk, language));
    },
    isReady: (language) => ready.has(language),
    find: async (question, language) => {
      newest += 1;
      const mine = newest;
      const found = await atDesk(async (desk): Promise<Found | 'overtaken'> => {
        await prepareAt(desk, language);
        await asking;
        if (mine !== newest) return 'overtaken';
        const answer = desk.find({ language, question, now: localNow() });
        asking = answer.catch(() => undefined);
        return answer;
      });
      if (mine !== newest || found === 'overtaken') return null;
      if (!found) return NOTHING;
      const results = found.hits.flatMap(({ hash, terms }): Result[] => {
        const header = headers.get(hash);
        return header ? [{ header, terms: new Set(terms) }] : [];
      });
      return { results, total: found.total, meant: found.meant };
    },
    close: () => {
      closed = true;
      void current?.then((opened) => opened.close());
    },
  };
}

/** The same desk, waited for no longer than the limits: a worker can hang without a word. */
function patientDesk(desk: Desk, limit: TimeLimit): Desk {
  return {
    open: (ask) => limit(BUILD_LIMIT_MS, () => desk.open(ask)),
    add: (ask) => limit(BUILD_LIMIT_MS, () => desk.add(ask)),
    remove: (ask) => limit(BUILD_LIMIT_MS, () => desk.remove(ask)),
    save: (ask) => limit(BUILD_LIMIT_MS, () => desk.save(ask)),
    find: (ask) => limit(ANSWER_LIMIT_MS, () => desk.find(ask)),
  };
}
