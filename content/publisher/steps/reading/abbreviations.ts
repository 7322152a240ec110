import type { Stretch } from './text.ts';

/** Abbreviations that everybody knows, in the languages of the first guide; a word is added here when visitors know it. */
const KNOWN: ReadonlySet<string> = new Set([
  // Papers and files.
  ...['CV', 'PDF', 'ID', 'OK', 'PS'],
  // Things.
  ...['CD', 'DVD', 'GPS', 'GSM', 'PC', 'QR', 'SMS', 'TV', 'USB', 'WC', 'WIFI'],
  // Countries and the Union.
  ...['UE', 'EU', 'USA', 'UK'],
  // Money, and its word for word equal in the other language.
  ...['EUR', 'TVA', 'BTW', 'IBAN'],
]);

/** Numbers of kings and centuries. */
const ROMAN = /^(?:X{0,3}(?:IX|IV|V?I{0,3}))$/;

/**
 * The abbreviations of some texts that none of them explains, each once, with the number of its text. `named` are words
 * that the guide itself explains, for instance because a document is about them.
 */
export function unexplained(
  texts: readonly string[],
  named: ReadonlySet<string>,
): (Stretch & { readonly index: number })[] {
  const whole = texts.join('\n');
  const found = new Map<string, Stretch & { readonly index: number }>();
  for (const [index, text] of texts.entries()) {
    for (const match of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu)) {
      const letters = match[0];
      if (found.has(letters) || KNOWN.has(letters) || named.has(letters) || ROMAN.test(letters)) continue;
      if (!isExplained(letters, whole)) found.set(letters, { text: letters, at: match.index, index });
    }
  }
  return [...found.values()];
}

/**
 * `Office national de l'emploi (ONEM)`, `ONEM (Office national de l'emploi)`, `ONEM : l'Office …`, and words that say that
 * it is a name: `le réseau appelé EURES`, `het netwerk dat EURES heet`.
 */
function isExplained(letters: string, text: string): boolean {
  const forms = [
    `\\p{Ll}[^()\\n]*\\(${letters}[,;)]`,
    `(?<!\\p{L})${letters} \\([^)]*\\p{Ll}`,
    `(?<!\\p{L})${letters} ?: +\\p{L}`,
    `(?:appelée?s?|nommée?s?|dite?s?|abrégée?|s'appelle|genaamd|genoemd|heet|afgekort) ${letters}(?!\\p{L})`,
    `(?<!\\p{L})${letters} (?:heet|genoemd|genaamd)(?!\\p{L})`,
  ];
  return new RegExp(forms.join('|'), 'u').test(text);
}

/** The abbreviations in a title: the document under it is what explains them. */
export function abbreviationsIn(title: string): string[] {
  return title.match(/(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu) ?? [];
}
