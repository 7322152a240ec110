import type { QuestionWord } from './analysis.ts';
import type { Tongue } from './tongues/tongue.ts';

/** Fewest letters of a part that stands for itself. */
const SHORTEST_PART = 3;

/** Fewest letters of a word that is looked for inside others whose rest nobody knows. */
const SHORTEST_INSIDE = 5;

/** Letters that stand for any first part of a compound. */
const ANY_HEAD = 'xxxx';

/** A term of the index that holds the word as a part. `sure`: the rest is a word of the guide as well. */
export type Holder = { readonly term: string; readonly sure: boolean };

/** Words written together and apart, over the terms of one index. */
export type Compounds = {
  /** Terms that hold the word as their last part or in their middle; those that begin with it are found anyway. */
  readonly holders: (word: QuestionWord) => readonly Holder[];
  /** The parts of a word that is written together, when both are terms; the most even cut first. */
  readonly parts: (word: QuestionWord) => readonly (readonly [string, string])[];
  /** The term that neighbouring words make when they are written together, with a letter between them where need be. */
  readonly joined: (words: readonly QuestionWord[]) => readonly string[];
};

/**
 * Finds compounds by the guide's own words, without any dictionary: `verkiezingen` inside `gemeenteraadsverkiezingen`,
 * `sollicitatie` and `gesprek` for `sollicitatiegesprek`, `jobbeurs` for `job beurs`.
 */
export function compoundsOf(vocabulary: ReadonlySet<string>, { stem, links, stopWords }: Tongue): Compounds {
  const long = [...vocabulary].filter((term) => term.length >= 2 * SHORTEST_PART);
  const known = new Map<string, readonly Holder[]>();

  /** True when what is left of a compound is a word of the guide, with or without its linking letters. */
  const isWord = (rest: string): boolean =>
    rest.length >= SHORTEST_PART &&
    (links ?? []).some((link) => {
      if (!rest.endsWith(link)) return false;
      const head = rest.slice(0, rest.length - link.length);
      if (head.length < SHORTEST_PART || stopWords.has(head)) return false;
      return vocabulary.has(head) || vocabulary.has(stem(head));
    });

  const holderOf = (term: string, { letters, term: end }: QuestionWord): Holder | null => {
    // How the word ends with letters before it: endings are cut by length, so "taal" alone and in "moedertaal" may differ.
    const cut = stem(`${ANY_HEAD}${letters}`).slice(ANY_HEAD.length);
    for (const tail of new Set([cut, end, letters])) {
      const before = term.length - tail.length;
      if (tail.length < SHORTEST_PART || before < SHORTEST_PART || !term.endsWith(tail)) continue;
      const sure = isWord(term.slice(0, before));
      if (sure || (tail.length >= SHORTEST_INSIDE && before > SHORTEST_PART)) return { term, sure };
    }
    const at = letters.length < SHORTEST_INSIDE ? -1 : term.indexOf(letters, SHORTEST_PART);
    if (at < 0 || term.length - at - letters.length < SHORTEST_PART) return null;
    return { term, sure: isWord(term.slice(0, at)) };
  };

  return {
    holders: (word) => {
      if (links === null) return [];
      const before = known.get(word.letters);
      if (before) return before;
      const found = long.flatMap((term) => holderOf(term, word) ?? []);
      known.set(word.letters, found);
      return found;
    },
    parts: ({ letters }) => {
      const cuts: (readonly [string, string])[] = [];
      if (links === null) return cuts;
      for (let at = SHORTEST_PART; at <= letters.length - SHORTEST_PART; at++) {
        const tail = stem(letters.slice(at));
        if (!vocabulary.has(tail)) continue;
        const head = letters.slice(0, at);
        const link = links.find(
          (each) =>
            head.endsWith(each) &&
            head.length - each.length >= SHORTEST_PART &&
            vocabulary.has(stem(head.slice(0, head.length - each.length))),
        );
        if (link !== undefined) cuts.push([stem(head.slice(0, head.length - link.length)), tail]);
      }
      const shorter = ([head, tail]: readonly [string, string]) => Math.min(head.length, tail.length);
      return cuts.sort((a, b) => shorter(b) - shorter(a)).slice(0, 2);
    },
    joined: (words) => {
      const [first, ...rest] = words;
      if (!first) return [];
      let wholes = [first.letters];
      for (const { letters } of rest) {
        wholes = wholes.flatMap((whole) => (links ?? ['']).map((link) => `${whole}${link}${letters}`));
      }
      return [...new Set(wholes.map(stem))].filter((whole) => vocabulary.has(whole));
    },
  };
}
