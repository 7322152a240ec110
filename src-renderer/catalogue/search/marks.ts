import type { Language } from '../../../content/model/names.ts';
import { analysisOf } from './analysis.ts';
import { wordsAndWholes } from './words.ts';

/** A stretch of a text that answers the question, in UTF-16 positions. */
export type Mark = { readonly start: number; readonly end: number };

/**
 * Where in a text the terms of a result stand: also those found through a plural, an accent or a typing error. Of a
 * compound that was found by one of its parts only that part is marked.
 */
export function marksIn(
  text: string,
  terms: ReadonlySet<string>,
  question: string,
  language: Language,
): readonly Mark[] {
  const analysis = analysisOf(language);
  const asked = analysis.question(question);
  const marks = wordsAndWholes(text).flatMap(({ start, end, letters }): Mark[] => {
    const term = analysis.stem(letters);
    if (!terms.has(term)) return [];
    // Positions only agree while folding has changed no length (œ has).
    const part = letters.length === end - start ? partOf(letters, term, asked) : null;
    return [part ? { start: start + part.start, end: start + part.end } : { start, end }];
  });
  return withoutOverlaps(marks);
}

/** The part of a compound that was asked for; null for a word that was asked for itself. */
function partOf(
  letters: string,
  term: string,
  asked: readonly { readonly letters: string; readonly term: string }[],
): Mark | null {
  for (const word of asked) {
    if (term.startsWith(word.term) || letters.startsWith(word.letters)) return null;
  }
  for (const word of asked) {
    for (const piece of [word.letters, word.term]) {
      const at = piece.length < 3 ? -1 : letters.lastIndexOf(piece);
      if (at <= 0) continue;
      // The last part is marked with its ending.
      const isLast = letters.length - at - piece.length < 4;
      return { start: at, end: isLast ? letters.length : at + piece.length };
    }
  }
  return null;
}

function withoutOverlaps(marks: readonly Mark[]): readonly Mark[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mark[] = [];
  for (const mark of sorted) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}
