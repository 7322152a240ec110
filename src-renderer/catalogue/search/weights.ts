import type { Field } from './document-fields.ts';

// Measured with `npm run bench:search` on the questions in tests/fixtures/search; nothing here is taste.

/** How much a word counts by where it stands. */
export const FIELD_WEIGHTS: Readonly<Record<Field, number>> = {
  title: 6,
  keywords: 4,
  headings: 2,
  summary: 2.5,
  body: 1,
  area: 0.3,
};

/** How much a match counts by how it came about; the word itself counts 1. */
export const MATCH_WEIGHTS = {
  /** The term begins with what was typed; MiniSearch lessens it further by how much is missing. */
  prefix: 0.6,
  /** The term differs by a typing error; lessened further by how much. */
  fuzzy: 0.35,
  /** The term holds the word as a part, and the rest is a word too. */
  part: 0.6,
  /** The term holds the word, and nobody knows the rest. */
  inside: 0.3,
  /** Both parts of the word stand in the document. */
  parts: 0.5,
  /** The same for a word that stands in the guide itself. */
  partsOfKnown: 0.1,
  /** Two neighbouring letters had changed places. */
  swapped: 0.7,
  /** The words typed apart stand in the document as one. */
  joined: 1,
} as const;

/** How steeply documents lose that answer only some words of a question: share of words to this power. */
export const SHARE_POWER = 2;

/** Typing errors forgiven, by the number of letters typed: short words have too many neighbours. */
export function errorsForgiven(letters: string): number {
  if (/\d/.test(letters) || letters.length < 4) return 0;
  return letters.length < 8 ? 1 : 2;
}
