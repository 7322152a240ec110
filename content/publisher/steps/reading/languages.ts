import { eld } from 'eld/extrasmall';

/** Fewer letters than this are not enough to be sure. */
const ENOUGH_LETTERS = 30;

/** How much better another language has to fit than the one of the file. */
const CLEARLY_BETTER = 1.15;

/** The language of the guide that a text is in when it is clearly not the one it should be in; undefined otherwise. */
export function strayLanguage(text: string, own: string, languages: readonly string[]): string | undefined {
  if ((text.match(/\p{L}/gu) ?? []).length < ENOUGH_LETTERS) return undefined;
  const scores = eld.detect(text).getScores();
  const [best] = languages
    .filter((language) => language !== own)
    .map((language) => ({ language, score: scores[language] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  if (best === undefined || best.score === 0) return undefined;
  return best.score > (scores[own] ?? 0) * CLEARLY_BETTER ? best.language : undefined;
}
