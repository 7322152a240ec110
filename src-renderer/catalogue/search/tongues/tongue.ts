/** What the search knows of one language; everything is folded: small letters, no accents. */
export type Tongue = {
  /** Words that say nothing about what somebody looks for. */
  readonly stopWords: ReadonlySet<string>;
  /** What plurals and common endings of a word have in common. Never shorter than two letters. */
  readonly stem: (word: string) => string;
  /**
   * Letters between the parts of a word that is written together; null where words are not built that way. The empty
   * string stands for none.
   */
  readonly links: readonly string[] | null;
};

/** A language nobody has described yet: every word counts, as it is. */
export const plainTongue: Tongue = { stopWords: new Set(), stem: (word) => word, links: null };
