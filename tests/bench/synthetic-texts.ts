import type { DocumentFields } from '../../src-renderer/catalogue/search/document-fields.ts';

/** Sentences are drawn from as many words for each document, so that the vocabulary grows as that of real texts does. */
const NEW_WORDS_A_DOCUMENT = 4;

/** Words in the parts of one document, about those of a page of the guide. */
const WORDS = { title: 4, keywords: 5, headings: 16, summary: 12, body: 260, area: 8 } as const;

/** Numbers between 0 and 1, the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Documents put together from the words of real ones, the common ones as often as they are common, and words that are
 * put together of two of them, as Dutch does.
 */
export function syntheticTexts(real: readonly DocumentFields[], count: number): readonly DocumentFields[] {
  const random = randomFrom(count);
  const spoken = real.flatMap((fields) =>
    Object.values(fields).flatMap((text) => text.match(/\p{L}+/gu) ?? []),
  );
  const pick = () => spoken[Math.floor(random() * spoken.length)] ?? '';
  const rare = Array.from({ length: count * NEW_WORDS_A_DOCUMENT }, () => `${pick()}${pick()}`.toLowerCase());
  const word = () => (random() < 0.04 ? (rare[Math.floor(random() * rare.length)] ?? '') : pick());
  const words = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, () => ({
    title: words(WORDS.title),
    keywords: words(WORDS.keywords),
    headings: words(WORDS.headings),
    summary: words(WORDS.summary),
    body: words(WORDS.body),
    area: words(WORDS.area),
  }));
}
