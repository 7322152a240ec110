import type { Inline } from '../../model/block.ts';
import type { Language } from '../../model/names.ts';

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/** Every match of `find` (which must carry the flags g and u) is replaced; the rest stays. */
type Rule = { readonly find: RegExp; readonly put: string };

const everywhere: readonly Rule[] = [
  // Three dots become one sign. More or fewer are left alone: they mean something else.
  { find: /(?<!\.)\.{3}(?!\.)/gu, put: '…' },
  // A hyphen between two spaces was meant as a dash.
  { find: /(?<=\S )-(?= \S)/gu, put: '–' },
];

const french: readonly Rule[] = [
  { find: /'/gu, put: '’' },
  { find: /«[ \u00a0\u202f]*/gu, put: `«${NO_BREAK}` },
  { find: /[ \u00a0\u202f]*»/gu, put: `${NO_BREAK}»` },
  // Where the author left a space before the sign …
  { find: /(?<=\S)[ \u00a0\u202f]+(?=[;?!]|:(?!:))/gu, put: NARROW_NO_BREAK },
  // … or none, right behind a word that ends there: not in 14:30, not in ::, not in an address.
  {
    find: /(?<=[\p{L}\p{M}\p{N})\]…’”»%€.])(?=(?:[;?!]|:(?!:))(?:[\s)\]’”»?!…]|$))/gu,
    put: NARROW_NO_BREAK,
  },
];

const dutch: readonly Rule[] = [
  // An opening quotation mark has its partner further on. The short words 's, 't, 'n … and '80 never open one.
  {
    find: /(?<=^|[\s([{«“„–—/-])'(?!(?:s|t|n|k|m|r|ns)(?![\p{L}'])|\d\d(?!\d))(?=[^\s'](?:.*?[^\s'])??'(?![\p{L}\p{N}]))/gsu,
    put: '‘',
  },
  { find: /'/gu, put: '’' },
];

const byLanguage: Readonly<Record<string, readonly Rule[]>> = { fr: french, nl: dutch };

/** One line: what an author broke over several lines in the source is put together. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\n]+/g, ' ').trim();
}

/** A text as a printer would set it in its language: spaces before signs, apostrophes, quotation marks, dashes. */
export function typeset(text: string, language: Language): string {
  return typesetRun([text], language)[0] ?? '';
}

/** {@link typeset} for running text: what is bold or linked is seen together with what stands before and after it. */
export function typesetInlines(children: readonly Inline[], language: Language): Inline[] {
  const leaves: string[] = [];
  const collect = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') leaves.push(node.text);
      else if (node.type === 'break') leaves.push('\n');
      else collect(node.children);
    }
  };
  collect(children);
  const set = typesetRun(leaves, language);

  let next = 0;
  const rebuild = (nodes: readonly Inline[]): Inline[] =>
    nodes.map((node) => {
      if (node.type === 'text') return { type: 'text', text: set[next++] ?? '' };
      if (node.type === 'break') {
        next++;
        return node;
      }
      return { ...node, children: rebuild(node.children) };
    });
  return rebuild(children);
}

function typesetRun(pieces: readonly string[], language: Language): readonly string[] {
  return [...everywhere, ...(byLanguage[language] ?? [])].reduce(applyRule, pieces);
}

/** Applies one rule to the pieces as if they were one text, and cuts the result at the same joints. */
function applyRule(pieces: readonly string[], { find, put }: Rule): readonly string[] {
  const whole = pieces.join('');
  const result = pieces.map(() => '');
  const ends: number[] = [];
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece.length);
  let piece = 0;
  let done = 0;
  /** Moves on to `end`, writing what lies between, or only walking over it. */
  const moveTo = (end: number, write: boolean): void => {
    while (done < end) {
      while ((ends[piece] ?? end) <= done) piece++;
      const stop = Math.min(end, ends[piece] ?? end);
      if (write) result[piece] += whole.slice(done, stop);
      done = stop;
    }
  };
  for (const match of whole.matchAll(find)) {
    moveTo(match.index, true);
    while (piece < pieces.length - 1 && (ends[piece] ?? 0) <= done) piece++;
    result[piece] += put;
    moveTo(match.index + match[0].length, false);
  }
  moveTo(whole.length, true);
  return result;
}
