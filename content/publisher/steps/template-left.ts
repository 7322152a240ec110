import * as say from '../messages.ts';
import { lineAndColumn, type Problem, problemAt } from '../problem.ts';
import type { TextFile } from './sort-files.ts';

/** Words of a template that nobody wrote: visitors would see their brackets. Told once for each file. */
export function templateLeft({ path, text }: TextFile): readonly Problem[] {
  const found = [...text.matchAll(/\[\[[^[\]\n]*\]\](?!\()/g)];
  const places = found.map(({ index }) => lineAndColumn(text, index));
  const [first, place] = [found[0], places[0]];
  if (first === undefined || place === undefined) return [];
  const words = say.leftOfTemplate(
    first[0],
    places.map(({ line }) => line),
  );
  return [problemAt({ file: path, ...place }, words)];
}
