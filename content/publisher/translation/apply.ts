import type { Inline } from '../../model/block.ts';
import type { Pair, PairedText } from './pairs.ts';
import { isEmpty, sameContent } from './tidy.ts';
import { writeWords } from './write-words.ts';

/** The letters of a file after words were written, or the texts that could not be written. */
export type Applied = { readonly letters: string } | { readonly unwritable: readonly PairedText[] };

/**
 * Writes new words, by the id of their text, into one file. Only the ranges of those texts change; everything else
 * stays letter by letter. The result is read again: what does not come back as it was meant is written once more with
 * every sign escaped, and counts as unwritable when that does not help either.
 */
export function applyTexts(pair: Pair, wanted: ReadonlyMap<string, readonly Inline[]>): Applied {
  const careful = new Set<string>();
  for (;;) {
    const written = writeAll(pair, wanted, careful);
    if ('unwritable' in written) return written;
    const odd = firstMisread(pair, wanted, written.letters);
    if (odd === undefined) return written;
    if (careful.has(odd.id) || !wanted.has(odd.id)) return { unwritable: [odd] };
    careful.add(odd.id);
  }
}

function writeAll(
  pair: Pair,
  wanted: ReadonlyMap<string, readonly Inline[]>,
  careful: ReadonlySet<string>,
): Applied {
  const unwritable: PairedText[] = [];
  const edits: { readonly start: number; readonly end: number; readonly words: string }[] = [];
  for (const text of pair.texts) {
    const content = wanted.get(text.id);
    if (content === undefined) continue;
    const words = isEmpty(content) ? undefined : writeWords(content, text.slot, careful.has(text.id));
    if (words === undefined) unwritable.push(text);
    else edits.push({ start: text.slot.start, end: text.slot.end, words });
  }
  if (unwritable.length > 0) return { unwritable };

  let letters = '';
  let done = 0;
  for (const { start, end, words } of edits.sort((a, b) => a.start - b.start)) {
    letters += pair.to.letters.slice(done, start) + words;
    done = end;
  }
  return { letters: letters + pair.to.letters.slice(done) };
}

/** The first text that does not read back as it should; those after it may only be shifted by it. */
function firstMisread(
  pair: Pair,
  wanted: ReadonlyMap<string, readonly Inline[]>,
  letters: string,
): PairedText | undefined {
  const found = new Map(pair.reread(letters).map(({ id, content }) => [id, content]));
  const odd = pair.texts.find((text) => {
    const content = found.get(text.id);
    const expected = wanted.get(text.id) ?? (pair.to.exists ? text.present : undefined);
    if (expected === undefined) return false;
    return content === undefined || !sameContent(content, expected);
  });
  return odd ?? (found.size === pair.texts.length ? undefined : pair.texts.at(-1));
}
