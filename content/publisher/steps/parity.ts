import { differentDetail, differentShape } from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { FrontMatter } from './front-matter.ts';
import type { DocumentSide } from './read-document.ts';
import { type PlacedMark, sameMark } from './shape.ts';

/** The details that belong to a document whatever its language. */
const SHARED = [
  'theme',
  'order',
  'minutes',
  'updated',
  'validFrom',
  'validUntil',
  'next',
  'related',
] as const;

/** Compares every language of one document with its first one; only what was read without problems is compared. */
export function compareSides(sides: readonly DocumentSide[]): Problem[] {
  const [first, ...others] = sides;
  if (first === undefined) return [];
  return others.flatMap((other) => [...detailProblems(first, other), ...shapeProblems(first, other)]);
}

function detailProblems(first: DocumentSide, other: DocumentSide): Problem[] {
  if (first.front === undefined || other.front === undefined) return [];
  const [a, b] = [first.front, other.front];
  return SHARED.flatMap((key) => {
    const [here, there] = [detail(b, key), detail(a, key)];
    if (here === there) return [];
    const place = other.locate([key], 'key');
    const words = differentDetail(
      key,
      { file: other.file.path, language: other.file.language, line: place.line ?? 1, value: here },
      {
        file: first.file.path,
        language: first.file.language,
        line: first.locate([key], 'key').line ?? 1,
        value: there,
      },
    );
    return [problemAt(place, words)];
  });
}

function detail(front: FrontMatter, key: (typeof SHARED)[number]): string | undefined {
  const value: unknown = Reflect.get(front, key);
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : `[${value.join(', ')}]`;
  return String(value);
}

function shapeProblems(first: DocumentSide, other: DocumentSide): Problem[] {
  if (first.body === undefined || other.body === undefined) return [];
  const length = Math.max(first.marks.length, other.marks.length);
  for (let index = 0; index < length; index++) {
    const [there, here] = [first.marks[index], other.marks[index]];
    if (sameMark(here?.mark, there?.mark)) continue;
    const [hereAt, thereAt] = [placeOf(here, other), placeOf(there, first)];
    const words = differentShape(
      { file: other.file.path, language: other.file.language, line: hereAt.line, mark: here?.mark },
      { file: first.file.path, language: first.file.language, line: thereAt.line, mark: there?.mark },
    );
    return [problemAt({ file: other.file.path, ...hereAt }, words)];
  }
  return [];
}

/** Where a mark stands; the last line of the text when there is none. */
function placeOf(mark: PlacedMark | undefined, side: DocumentSide): { line: number; column: number } {
  if (mark !== undefined) return { line: mark.line, column: mark.column };
  return { line: side.file.text.trimEnd().split('\n').length, column: 1 };
}
