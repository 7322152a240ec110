/** How much longer the words of the pseudo-language are: more than French is than Dutch, or Dutch than French. */
const LONGER = 0.4;

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'â',
  c: 'ç',
  e: 'ë',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'û',
  y: 'ÿ',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  E: 'Ê',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
  U: 'Ü',
  Y: 'Ý',
  Z: 'Ž',
};

/**
 * A text as it would be in a wordy language with accents on everything: `⟦Çömmënçër~~~~⟧`. What stands in `{{…}}` stays. The
 * brackets show what is cut off, unaccented letters show a text that does not come from the words of the screens.
 */
export function pseudo(text: string): string {
  const accented = text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : [...part].map((sign) => ACCENTED[sign] ?? sign).join('')))
    .join('');
  const letters = text.replaceAll(/\{\{[^}]*\}\}/g, '').length;
  return `⟦${accented}${padding(Math.ceil(letters * LONGER))}⟧`;
}

/** Made-up words of a usual length, so that lines break where those of a real language would. */
function padding(length: number): string {
  let made = '';
  while (made.length < length) made += made.length % 8 === 0 ? ' ' : '~';
  return made;
}
