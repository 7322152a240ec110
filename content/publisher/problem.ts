import type { Words } from './messages/words.ts';

/** A place in a file of the guide; line and column count from 1 and are null where the whole file is meant. */
export type Place = {
  /** Path inside the guide folder, always with `/`. */
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
};

/** Something an author has to put right: where, what happened, why it matters, what to do. */
export type Problem = Place & Words;

/** A problem and whether it keeps the guide from being built (`error`) or only makes it harder to read. */
export type Finding = Problem & { readonly level: 'error' | 'warning' };

/** The place that means a whole file. */
export function wholeFile(file: string): Place {
  return { file, line: null, column: null };
}

/** A problem at a place. */
export function problemAt(place: Place, words: Words): Problem {
  return { file: place.file, line: place.line, column: place.column, ...words };
}

/** Line and column (from 1) of a position in a text that counts from 0. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Plain code-unit order, the same on every machine and in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order problems are shown in: by file, then from top to bottom. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    byCodeUnits(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byCodeUnits(a.what, b.what)
  );
}
