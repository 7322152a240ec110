/** A stretch of a text and where it begins. */
export type Stretch = { readonly text: string; readonly at: number };

/** The words of a text: what stands between spaces and holds a letter or a digit. */
export function wordsOf(text: string): Stretch[] {
  return [...text.matchAll(/\S+/gu)]
    .filter(([word]) => /[\p{L}\p{N}]/u.test(word))
    .map((match) => ({ text: match[0], at: match.index }));
}

/** Titles and the like whose full stop does not end a sentence. */
const SHORTENED =
  /(?:^|[\s('«])(?:M|MM|Mr|Mme|Mlle|Dr|Pr|Prof|St|Ste|n|nr|no|art|tél|tel|p|bv|d|dhr|mevr|mw)\.\s*$/iu;

const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of a text, as its language ends them. */
export function sentencesOf(text: string, language: string): Stretch[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  const sentences: { text: string; at: number }[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    // « Pourquoi ? » dit-elle. and « M. » : what goes on is no sentence of its own.
    const goesOn =
      last !== undefined && (SHORTENED.test(last.text) || !/^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(segment));
    if (goesOn) last.text += segment;
    else sentences.push({ text: segment, at: index });
  }
  return sentences.filter(({ text: words }) => wordsOf(words).length > 0);
}

/** What is left of a text for comparing what it says: small letters and digits, without accents and signs. */
export function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A text with what somebody else says in it blanked out: « … », “ … ”, ‘ … ’, " … ". As long as before. */
export function withoutQuotes(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length);
  return text
    .replace(/«[^«»]*»|“[^“”]*”|„[^„”]*”|"[^"]*"/gu, blank)
    .replace(/(?<![\p{L}\p{N}])'(?=\S)[^']*(?:(?<=\p{L})'(?=\p{L})[^']*)*'(?![\p{L}\p{N}])/gu, blank);
}

/** True when every letter is a capital and one word at least is longer than an abbreviation. */
export function isShouted(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const capitals = words.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  return capitals && words.some((word) => word.length > (words.length > 1 ? 4 : 6));
}
