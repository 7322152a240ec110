import type { Tongue } from './tongue.ts';

const stopWords = new Set(
  `aan aantal al alle als alsof ander andere ben bent bij daar dan dat de der deze die dit doe doen door dus een en er etc ge gaat geen
  had hadden hebben hebt heeft hem hen het hier hij hoe hun iets ik in is ja je jij jou jouw jullie kan kun kunnen maar me
  mee met mij mijn moet moeten mag na naar nee niet nog nu of om omdat ons onze ook op over te tot toch toen tussen u uit uw van veel
  voor waar waarom wanneer want waren was wat we wel welk welke wie wij wil willen word worden wordt zal ze zelf zich zij zijn
  zo zonder zou`.split(/\s+/),
);

/** Fewest letters that an ending leaves behind. */
const MIN_STEM = 3;

/**
 * Light: plurals in -en and -s, -e, and what spelling does to the letters before them (brieven brief, talen taal, lessen
 * les, huizen huis). Nothing longer is cut, so that a word that is still being typed meets the same letters.
 */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('heden')) return `${word.slice(0, -4)}eid`;
  let rest = word;
  if (/(?:[bcdfghjklmnpqrstvwxz]|ie)en$/.test(rest)) {
    rest = cut(rest, 2)
      .replace(/([bdfgklmnprst])\1$/, '$1')
      .replace(/v$/, 'f')
      .replace(/z$/, 's');
  }
  // Not in "les" behind a double letter (taalles); plurals such as stages have none.
  if (/(?:ie|[^sui])s$/.test(rest) && !/(.)\1es$/.test(rest)) rest = cut(rest, 1);
  if (/[^aeiou]e$/.test(rest)) rest = cut(rest, 1).replace(/([bdfgklmnprst])\1$/, '$1');
  return rest.replace(/(?<![aeiou])([aeou])\1(?=[^aeiou]$)/, '$1');
}

function cut(word: string, letters: number): string {
  return word.length - letters >= MIN_STEM ? word.slice(0, -letters) : word;
}

/** Dutch as the search knows it: words are written together, with -s-, -en-, -e- or nothing between their parts. */
export const dutch: Tongue = { stopWords, stem, links: ['', 's', 'en', 'e', 'n'] };
