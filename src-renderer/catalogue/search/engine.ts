import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { LocalTime } from '../../../content/model/kinds.ts';
import type { Language, Sha256 } from '../../../content/model/names.ts';
import { type Analysis, analysisOf } from './analysis.ts';
import { askFor } from './ask.ts';
import { type Compounds, compoundsOf } from './compounds.ts';
import { type DocumentFields, FIELDS, type Field } from './document-fields.ts';
import { isFindable, type Times } from './findable.ts';
import { MAX_HITS, MAX_QUESTION_CHARACTERS, MAX_QUESTION_WORDS } from './limits.ts';
import { nearestWord } from './nearest-word.ts';
import { tongueOf } from './tongues/tongue-of.ts';
import { FIELD_WEIGHTS, SHARE_POWER } from './weights.ts';
import { wordsIn } from './words.ts';

/** A document found. `terms` are the terms of the index it was found by, to mark them in its words. */
export type Hit = { readonly hash: Sha256; readonly score: number; readonly terms: readonly string[] };

/** What a question finds: the best hits, how many there are in all, and the question it may have been meant to be. */
export type Found = {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Only when nothing was found. */
  readonly meant: string | null;
};

/** An index as it is kept: plain data for JSON. */
export type SavedIndex = {
  readonly mini: AsPlainObject;
  /** When each document can be found. */
  readonly times: readonly (readonly [Sha256, Times])[];
  /** Terms with the word they come from as people write it, for "did you mean". */
  readonly spoken: readonly (readonly [string, string])[];
};

/** The search of one language. Documents are known by the hash of their file, so that an update knows what it has. */
export type SearchEngine = {
  readonly add: (hash: Sha256, fields: DocumentFields, times: Times) => void;
  readonly remove: (hash: Sha256) => void;
  readonly hashes: () => readonly Sha256[];
  /** Puts the index in order after changes and gives it out as it is to be kept. */
  readonly save: () => Promise<SavedIndex>;
  /** Finds documents that can be found at that moment, on the clock of the centre. */
  readonly find: (question: string, now: LocalTime) => Found;
};

type Entry = { readonly id: Sha256 } & DocumentFields;

/** Fields whose words people know and can be asked "did you mean" with. */
const SPOKEN_FIELDS = ['title', 'keywords', 'headings', 'summary'] as const satisfies readonly Field[];

/** Makes an empty search, or one from what was kept; throws when that is not an index. */
export function searchEngine(language: Language, saved?: SavedIndex): SearchEngine {
  const analysis = analysisOf(language);
  const tongue = tongueOf(language);
  const options = {
    fields: [...FIELDS],
    storeFields: [],
    tokenize: (text: string, field?: string) => analysis.terms(text, (field ?? 'body') as Field),
    processTerm: (term: string) => term,
    autoVacuum: false,
  };
  const mini = saved ? MiniSearch.loadJS<Entry>(saved.mini, options) : new MiniSearch<Entry>(options);
  const spoken = new Map(saved?.spoken);
  const times = new Map(saved?.times);
  let findable = new Map<Sha256, boolean>();
  let asOf: LocalTime | null = null;
  let vocabulary: ReadonlySet<string> | null = saved ? termsOf(saved.mini) : null;
  let compounds: Compounds | null = null;

  const terms = (): ReadonlySet<string> => {
    vocabulary ??= termsOf(mini.toJSON());
    return vocabulary;
  };
  const changed = () => {
    vocabulary = null;
    compounds = null;
  };

  /** Asked once a minute for each document: recurrence rules take their time. */
  const canBeFound = (hash: Sha256, now: LocalTime): boolean => {
    if (now !== asOf) [findable, asOf] = [new Map(), now];
    const before = findable.get(hash);
    if (before !== undefined) return before;
    const answer = isFindable(times.get(hash) ?? {}, now);
    findable.set(hash, answer);
    return answer;
  };

  return {
    add: (hash, fields, when) => {
      mini.add({ id: hash, ...fields });
      times.set(hash, when);
      for (const field of SPOKEN_FIELDS) {
        for (const { start, end, letters } of wordsIn(fields[field])) {
          const term = analysis.stem(letters);
          if (!spoken.has(term)) spoken.set(term, fields[field].slice(start, end).toLowerCase());
        }
      }
      changed();
    },
    remove: (hash) => {
      mini.discard(hash);
      times.delete(hash);
      changed();
    },
    hashes: () => [...times.keys()],
    save: async () => {
      // Words of removed documents would otherwise be kept for ever.
      if (mini.dirtCount > 0) await mini.vacuum({ batchSize: 100_000 });
      const plain = mini.toJSON();
      vocabulary = termsOf(plain);
      const left = vocabulary;
      return { mini: plain, times: [...times], spoken: [...spoken].filter(([term]) => left.has(term)) };
    },
    find: (question, now) => {
      const words = analysis
        .question(question.slice(0, MAX_QUESTION_CHARACTERS))
        .slice(0, MAX_QUESTION_WORDS);
      if (words.length === 0) return { hits: [], total: 0, meant: null };
      compounds ??= compoundsOf(terms(), tongue);
      const asked = askFor(words, compounds, terms(), analysis);
      const found = mini.search(asked.query, {
        boost: { ...FIELD_WEIGHTS },
        // What is asked for are terms of the index already.
        tokenize: (term) => [term],
        filter: ({ id }) => canBeFound(id as Sha256, now),
      });
      const hits = found
        .map(({ id, score, queryTerms, terms: matched }): Hit => {
          const answered = new Set(queryTerms.flatMap((term) => asked.wordsOf.get(term) ?? []));
          return {
            hash: id as Sha256,
            score: score * (answered.size / words.length) ** SHARE_POWER,
            terms: matched,
          };
        })
        .sort((a, b) => b.score - a.score || (a.hash < b.hash ? -1 : 1));
      const meant = hits.length > 0 ? null : meantBy(question, terms(), spoken, analysis);
      return { hits: hits.slice(0, MAX_HITS), total: hits.length, meant };
    },
  };
}

function termsOf({ index }: AsPlainObject): ReadonlySet<string> {
  return new Set(index.map(([term]) => term));
}

/** The question with each word nobody knows put right by the nearest one people do; null when nothing is near. */
function meantBy(
  question: string,
  vocabulary: ReadonlySet<string>,
  spoken: ReadonlyMap<string, string>,
  { stem }: Analysis,
): string | null {
  let meant = '';
  let from = 0;
  let corrected = false;
  // Words of documents that have gone since would lead nowhere.
  const known = [...spoken].flatMap(([term, word]) => (vocabulary.has(term) ? [word] : []));
  for (const { start, end, letters } of wordsIn(question)) {
    if (vocabulary.has(stem(letters))) continue;
    const near = nearestWord(letters, known);
    if (near === null) continue;
    meant += question.slice(from, start) + near;
    from = end;
    corrected = true;
  }
  return corrected ? (meant + question.slice(from)).trim() : null;
}
