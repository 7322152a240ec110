import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Piece } from './pieces.ts';

/** One part of a document that is not as it was. */
export type PartChange = Omit<Piece, 'words'> &
  (
    | { readonly change: 'added'; readonly after: string }
    | { readonly change: 'removed'; readonly before: string }
    | { readonly change: 'changed'; readonly before: string; readonly after: string }
  );

/** A stretch of words that stayed, came or went. */
export type WordMark = { readonly change: 'same' | 'added' | 'removed'; readonly text: string };

/** How alike two parts have to be to count as one that was changed: the share of words they have in common. */
const ALIKE = 0.3;

/** What became of each part, in the order of the text; a part that only moved with its neighbours is no change. */
export function comparePieces(before: readonly Piece[], after: readonly Piece[]): PartChange[] {
  const key = ({ part, name, words }: Piece): string => JSON.stringify([part, name, words]);
  const changes: PartChange[] = [];
  let gone: Piece[] = [];
  let come: Piece[] = [];
  const settle = (): void => {
    changes.push(...matched(gone, come));
    gone = [];
    come = [];
  };
  for (const run of diffArrays([...before], [...after], { comparator: (a, b) => key(a) === key(b) })) {
    if (run.removed) gone.push(...run.value);
    else if (run.added) come.push(...run.value);
    else settle();
  }
  settle();
  return changes;
}

/** Word by word: what stayed, what went, what came. Put together without the added ones it is `before`, and so on. */
export function wordMarks(before: string, after: string): WordMark[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Finds the partner of each part that went among those that came: of the same sort and most alike. */
function matched(gone: readonly Piece[], come: readonly Piece[]): PartChange[] {
  const free = new Set(come);
  const changes = gone.map((old): PartChange => {
    let best: { readonly piece: Piece; readonly alike: number } | undefined;
    for (const piece of free) {
      if (piece.part !== old.part || piece.name !== old.name) continue;
      // There is one title and one detail of each name: those are partners however different they are.
      const alike = isSingle(piece) ? 1 : likeness(old.words, piece.words);
      if (alike >= ALIKE && alike > (best?.alike ?? 0)) best = { piece, alike };
    }
    const { words: before, ...place } = old;
    if (best === undefined) return { ...place, change: 'removed', before };
    free.delete(best.piece);
    const { words: after, ...newPlace } = best.piece;
    return { ...newPlace, change: 'changed', before, after };
  });
  const added = [...free].map(
    ({ words: after, ...place }): PartChange => ({ ...place, change: 'added', after }),
  );
  return [...changes, ...added];
}

function isSingle({ part }: Piece): boolean {
  return part === 'title' || part === 'summary' || part === 'detail';
}

function likeness(a: string, b: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [one, other] = [words(a), words(b)];
  const common = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
