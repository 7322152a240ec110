import { fold } from './fold.ts';

/** A word of a text: where it stands (UTF-16 positions), and its letters folded. */
export type Word = { readonly start: number; readonly end: number; readonly letters: string };

/** Letters with dots between them (`C.V.`, `V.D.A.B`), or a row of letters and digits. */
const WORD = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+/gu;

/** Between the parts of a word that people also write as one: `porte-ouverte`, `e-mail`, with any of the hyphens. */
const HYPHEN = /^[-‐‑]$/;

/**
 * The words of a text in order. Apostrophes part words; a letter left alone by one (`l’école`, `collega’s`, `C’est`) is
 * no word. Numbers are words, however short.
 */
export function wordsIn(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const letters = fold(match[0].replaceAll('.', ''));
    if (letters.length < 2 && !/\d/.test(letters)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, letters });
  }
  return found;
}

/** The same, and behind the parts of a word with hyphens also the whole of it: `e-mail` gives e, mail and email. */
export function wordsAndWholes(text: string): Word[] {
  const words = wordsIn(text);
  const wholes: Word[] = [];
  let run: Word[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.length > 1) {
      wholes.push({ start: first.start, end: last.end, letters: run.map(({ letters }) => letters).join('') });
    }
    run = [];
  };
  for (const word of words) {
    const before = run.at(-1);
    if (before && !HYPHEN.test(text.slice(before.end, word.start))) close();
    run.push(word);
  }
  close();
  // `e-mail`: the letter before the hyphen is no word of its own, but it belongs to the whole.
  for (const match of text.matchAll(/(?<![\p{L}\p{N}’'])(\p{L})[-‐‑]([\p{L}\p{M}]{2,})/gu)) {
    wholes.push({
      start: match.index,
      end: match.index + match[0].length,
      letters: fold(`${match[1]}${match[2]}`),
    });
  }
  return [...words, ...wholes];
}
