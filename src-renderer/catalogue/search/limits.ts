/** Longest question that is looked at, in characters: more does not fit the field. */
export const MAX_QUESTION_CHARACTERS = 80;

/** Most words of a question that are looked for; what stands behind them adds nothing. */
export const MAX_QUESTION_WORDS = 10;

/** Most results that are shown; who has not found it among them types another word. */
export const MAX_HITS = 30;
