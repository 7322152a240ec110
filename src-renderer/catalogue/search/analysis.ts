import type { Language } from '../../../content/model/names.ts';
import type { Field } from './document-fields.ts';
import { tongueOf } from './tongues/tongue-of.ts';
import { wordsAndWholes, wordsIn } from './words.ts';

/** Longest word that is looked at, in letters: nothing people write by hand is longer. */
export const MAX_WORD_LETTERS = 60;

/** Turns texts into the terms of the index, and questions into words; everything about one language. */
export type Analysis = {
  /** Terms of one field of a document, in order. Empty words count in short fields only, so that "où" finds a title. */
  readonly terms: (text: string, field: Field) => string[];
  /** The words of a question: as typed, and as they lie in the index. Empty words go unless nothing else is left. */
  readonly question: (text: string) => readonly QuestionWord[];
  readonly stem: (letters: string) => string;
};

/** One word of a question: `letters` are folded, `term` is what plurals and endings have in common. */
export type QuestionWord = { readonly letters: string; readonly term: string };

/** The analysis of a language. Stems are kept, since the same words come again and again. */
export function analysisOf(language: Language): Analysis {
  const { stopWords, stem: cut } = tongueOf(language);
  const stems = new Map<string, string>();
  const stem = (letters: string): string => {
    let term = stems.get(letters);
    if (term === undefined) {
      term = cut(letters.slice(0, MAX_WORD_LETTERS));
      stems.set(letters, term);
    }
    return term;
  };
  return {
    stem,
    terms: (text, field) => {
      const terms: string[] = [];
      for (const { letters } of wordsAndWholes(text)) {
        if (field === 'body' && stopWords.has(letters)) continue;
        terms.push(stem(letters));
      }
      return terms;
    },
    question: (text) => {
      const all = wordsIn(text);
      const telling = all.filter(({ letters }) => !stopWords.has(letters));
      return (telling.length > 0 ? telling : all).map(({ letters }) => ({ letters, term: stem(letters) }));
    },
  };
}
