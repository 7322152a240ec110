import type { Tongue } from './tongue.ts';

const stopWords = new Set(
  `a afin ai ait alors apres as au aucun aussi autre aux avait avec avez avoir avons car ce cela celle celui ces cet cette ceux chez
  ci comme comment d dans de des deux doit dois dont du elle elles en encore est et etait etc ete etes etre eu eux fait faut hui
  il ils je la le les leur leurs lorsqu lui ma mais me mes moi mon ne ni nos notre nous on ont ou par parce pas peut peux plus
  pour pourquoi pouvez presqu puis puisqu qu quand que quel quelle quelles quelqu quels qui quoi quoiqu sa sais sans se sera ses
  si soi son sont suis sur ta te tes toi ton tous tout toute toutes tres tu un une va vais vers veut veux voici voila vos votre vous y`.split(
    /\s+/,
  ),
);

/**
 * Light and on purpose: plurals, the feminine, infinitives in -er and participles in -é fall together; nothing longer is
 * cut, so that the beginning of a word that is still being typed meets the same letters.
 */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let rest = word;
  if (rest === 'travaux') return 'travail';
  if (rest.endsWith('eaux')) rest = rest.slice(0, -1);
  else if (rest.length > 4 && rest.endsWith('aux')) rest = `${rest.slice(0, -2)}l`;
  else if (/[^s][sx]$/.test(rest)) rest = rest.slice(0, -1);
  rest = cut(rest, /e+$/);
  rest = cut(rest, /er$/);
  rest = cut(rest, /e+$/);
  return rest.replace(/([bcdfglmnprst])\1$/, '$1');
}

function cut(word: string, ending: RegExp): string {
  const shorter = word.replace(ending, '');
  return shorter.length >= 3 ? shorter : word;
}

/** French as the search knows it. */
export const french: Tongue = { stopWords, stem, links: null };
