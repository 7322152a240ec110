import { z } from 'zod';
import { frontMatterOf, isTranslated } from '../../model/front-matter.ts';
import { differentDetail, differentShape } from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { DocumentSide } from './read-document.ts';
import { type PlacedMark, sameMark } from './shape.ts';

/** Compares every language of one document with its first one; only what was read without problems is compared. */
export function compareSides(sides: readonly DocumentSide[]): Problem[] {
  const [first, ...others] = sides;
  if (first === undefined) return [];
  return others.flatMap((other) => [...detailProblems(first, other), ...shapeProblems(first, other)]);
}

function detailProblems(first: DocumentSide, other: DocumentSide): Problem[] {
  const [a, b] = [first.front, other.front];
  if (a === undefined || b === undefined || a.kind !== b.kind) return [];
  return differentFields(frontMatterOf[a.kind], a, b, []).map(({ path, here, there }) => {
    const place = other.locate(path, 'key');
    const words = differentDetail(
      path.join(', '),
      { file: other.file.path, language: other.file.language, line: place.line ?? 1, value: here },
      {
        file: first.file.path,
        language: first.file.language,
        line: first.locate(path, 'key').line ?? 1,
        value: there,
      },
    );
    return problemAt(place, words);
  });
}

type Difference = {
  readonly path: readonly string[];
  readonly here: string | undefined;
  readonly there: string | undefined;
};

/** The fields in which two languages differ although they must not; translated ones only have to be on both sides. */
function differentFields(
  schema: z.ZodObject,
  first: object,
  other: object,
  above: readonly string[],
): Difference[] {
  return Object.entries(schema.shape).flatMap(([key, field]): Difference[] => {
    const path = [...above, key];
    const [there, here]: unknown[] = [Reflect.get(first, key), Reflect.get(other, key)];
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    if (inner instanceof z.ZodObject && isObject(there) && isObject(here)) {
      return differentFields(inner, there, here, path);
    }
    const words = isTranslated(field) || inner instanceof z.ZodObject;
    if (words ? (here === undefined) === (there === undefined) : inWords(here) === inWords(there)) return [];
    return [{ path, here: inWords(here), there: inWords(there) }];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A value as the author wrote it; undefined when there is nothing. */
function inWords(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : `[${value.join(', ')}]`;
  return isObject(value) ? 'several lines' : String(value);
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
