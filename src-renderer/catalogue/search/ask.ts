import type { Query } from 'minisearch';
import type { Analysis, QuestionWord } from './analysis.ts';
import type { Compounds } from './compounds.ts';
import { swapsOf } from './swaps.ts';
import { errorsForgiven, MATCH_WEIGHTS } from './weights.ts';

/** A question in MiniSearch's words. */
export type Asked = {
  readonly query: Query;
  /** Which words of the question a term that was asked for answers, by their places. */
  readonly wordsOf: ReadonlyMap<string, readonly number[]>;
};

/** The question as MiniSearch is asked it: every word in all the ways it may stand in a text. */
export function askFor(
  words: readonly QuestionWord[],
  compounds: Compounds,
  vocabulary: ReadonlySet<string>,
  { stem }: Analysis,
): Asked {
  const queries: Query[] = [];
  const wordsOf = new Map<string, readonly number[]>();
  const ask = (term: string, places: readonly number[]): string => {
    wordsOf.set(term, [...(wordsOf.get(term) ?? []), ...places]);
    return term;
  };
  const exactly = (term: string, weight: number, places: readonly number[]): Query => ({
    queries: [ask(term, places)],
    prefix: false,
    fuzzy: false,
    boostTerm: () => weight,
  });

  for (const [place, word] of words.entries()) {
    const { letters, term } = word;
    const known = vocabulary.has(term);
    queries.push({
      queries: [ask(term, [place])],
      prefix: true,
      // A word of the guide was hardly mistyped: its neighbours would only blur the answer.
      fuzzy: known ? false : errorsForgiven(term),
      weights: { prefix: MATCH_WEIGHTS.prefix, fuzzy: MATCH_WEIGHTS.fuzzy },
    });
    // What is still being typed may not have its ending yet: "taal" begins "taalles", its stem "tal" does not.
    if (letters !== term) {
      queries.push({
        queries: [ask(letters, [place])],
        prefix: true,
        fuzzy: false,
        weights: { prefix: MATCH_WEIGHTS.prefix, fuzzy: 0 },
      });
    }
    for (const { term: holder, sure } of compounds.holders(word)) {
      queries.push(exactly(holder, sure ? MATCH_WEIGHTS.part : MATCH_WEIGHTS.inside, [place]));
    }
    for (const [head, tail] of compounds.parts(word)) {
      const weight = known ? MATCH_WEIGHTS.partsOfKnown : MATCH_WEIGHTS.parts;
      const both = [head, tail].map((part) => exactly(part, weight, [place]));
      queries.push({ combineWith: 'AND', queries: both });
    }
    const swapped = known ? [] : swapsOf(letters).map(stem);
    for (const meant of new Set(swapped)) {
      if (vocabulary.has(meant)) queries.push(exactly(meant, MATCH_WEIGHTS.swapped, [place]));
    }
    for (const length of [2, 3]) {
      const neighbours = words.slice(place, place + length);
      if (neighbours.length < length) break;
      const places = neighbours.map((_, index) => place + index);
      for (const whole of compounds.joined(neighbours)) {
        queries.push(exactly(whole, MATCH_WEIGHTS.joined, places));
      }
    }
  }
  return { query: { combineWith: 'OR', queries }, wordsOf };
}
