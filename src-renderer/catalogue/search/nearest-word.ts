import { fold } from './fold.ts';

/** The largest part of a word that may be wrong for another to be offered in its place. */
const MOST_WRONG = 0.36;

/**
 * The word people would most likely have meant, as it is written; null when none is near. Farther away than the search
 * itself forgives: it is only offered, never taken.
 */
export function nearestWord(letters: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  let least = letters.length * MOST_WRONG;
  if (letters.length < 4) return null;
  for (const word of words) {
    const folded = fold(word);
    // Whoever misspells a word nearly always has its first letter right.
    if (folded.length < 4 || folded[0] !== letters[0] || Math.abs(folded.length - letters.length) > least)
      continue;
    const distance = distanceBetween(letters, folded);
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

/** Letters to add, take away, exchange or swap (optimal string alignment). */
export function distanceBetween(a: string, b: string): number {
  let [older, previous, current] = [
    [] as number[],
    Array.from({ length: b.length + 1 }, (_, at) => at),
    [] as number[],
  ];
  for (let i = 1; i <= a.length; i++) {
    current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      }
      current[j] = least;
    }
    [older, previous] = [previous, current];
  }
  return previous[b.length] ?? Math.max(a.length, b.length);
}
