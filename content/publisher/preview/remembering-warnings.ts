import type { Problem } from '../problem.ts';
import type { Texts } from '../steps/compile-guide.ts';
import type { DocumentSide } from '../steps/read-document.ts';
import { readingWarnings, warningsOf } from '../steps/reading/warnings.ts';

type Remembered = {
  readonly sides: readonly DocumentSide[];
  readonly around: string;
  readonly warnings: Problem[];
};

/**
 * Finds what readers stumble over, in each document only as long as something in it changed: a document that was not read
 * again ({@link import('./remembering-reader.ts').rememberingReader}) is the same object.
 */
export function rememberingWarnings(): (texts: Texts) => readonly Problem[] {
  const known = new Map<string, Remembered>();
  return (texts) =>
    readingWarnings(texts, (sides, languages, named) => {
      const id = sides[0]?.file.id ?? '';
      const around = JSON.stringify([languages, [...named].sort()]);
      const before = known.get(id);
      const isSame =
        before?.around === around &&
        before.sides.length === sides.length &&
        sides.every((side, index) => side === before.sides[index]);
      if (isSame) return before.warnings;
      const warnings = warningsOf(sides, languages, named);
      known.set(id, { sides, around, warnings });
      return warnings;
    });
}
