/** A key that writes a sign. `variants` are its accents, offered while it is held. */
export type SignKey = {
  readonly kind: 'sign';
  readonly sign: string;
  readonly variants: readonly string[];
};

/** A key of the keyboard; `span` counts half keys of a row of twenty. */
export type Key = (SignKey | { readonly kind: 'space' | 'delete' | 'layer' }) & { readonly span: number };

/** The accents that French and Dutch write, by their letter, the commonest first. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  a: ['à', 'â', 'ä', 'æ'],
  c: ['ç'],
  e: ['é', 'è', 'ê', 'ë'],
  i: ['î', 'ï'],
  n: ['ñ'],
  o: ['ô', 'ö', 'œ'],
  u: ['ù', 'û', 'ü'],
  y: ['ÿ'],
};

const sign = (letter: string): Key => ({
  kind: 'sign',
  sign: letter,
  variants: VARIANTS[letter] ?? [],
  span: 2,
});

const row = (letters: string): readonly Key[] => [...letters].map(sign);

const DIGITS = row('1234567890');
const LAST = [
  { kind: 'layer', span: 4 },
  { kind: 'space', span: 16 },
] satisfies readonly Key[];

/** AZERTY as in Belgium, by rows; every row is twenty half keys wide. */
export const LETTERS: readonly (readonly Key[])[] = [
  DIGITS,
  row('azertyuiop'),
  row('qsdfghjklm'),
  [...row('wxcvbn’-'), { kind: 'delete', span: 4 }],
  LAST,
];

/** The same keys with every accent in reach of a single touch, for hands that cannot hold a key. */
export const ACCENTS: readonly (readonly Key[])[] = [
  DIGITS,
  row('éèêëàâäçîï'),
  row('ôöœùûüÿñæá'),
  [...row('wxcvbn’-'), { kind: 'delete', span: 4 }],
  LAST,
];
