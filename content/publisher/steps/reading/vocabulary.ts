import { bare } from './text.ts';

/** Words of a link that could lead anywhere, in the languages of guides to come too. */
const VAGUE: ReadonlySet<string> = new Set(
  [
    ...[
      'ici',
      'cliquez ici',
      'cliquer ici',
      'par ici',
      'en savoir plus',
      'plus',
      "plus d'infos",
      'lire plus',
    ],
    ...['lire la suite', 'la suite', 'suite', 'voir', 'voir plus', 'lien', 'ce lien', 'cette page', 'page'],
    ...[
      'hier',
      'klik hier',
      'klik',
      'lees meer',
      'lees verder',
      'meer',
      'meer info',
      'meer weten',
      'meer lezen',
    ],
    ...['deze link', 'link', 'deze pagina', 'pagina', 'zie hier'],
    ...['here', 'click here', 'read more', 'more', 'this page', 'klicken sie hier', 'mehr'],
  ].map(bare),
);

/** Descriptions that describe nothing. */
const EMPTY_ALT: ReadonlySet<string> = new Set(
  [
    ...['image', 'photo', 'photographie', 'dessin', 'illustration', 'icône', 'schéma', 'figure', 'visuel'],
    ...['afbeelding', 'beeld', 'foto', 'tekening', 'illustratie', 'icoon', 'schema', 'figuur', 'plaatje'],
    ...['picture', 'drawing', 'icon', 'bild', 'logo'],
  ].map(bare),
);

/** Words that rightly stand twice: nous nous voyons, als je je voorbereidt. */
const MAY_DOUBLE: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(['nous', 'vous']),
  nl: new Set(['je', 'u', 'die', 'dat', 'ze', 'zijn', 'haar', 'er', 'wat']),
};

/** True for the words of a link that do not say where it leads. */
export function isVague(words: string): boolean {
  return VAGUE.has(bare(words));
}

/** True for a description that describes nothing: "image", "Photo 2", "une image", "bridge.svg". */
export function isEmptyAlt(words: string): boolean {
  if (/^\S+\.(?:svg|png|jpe?g|webp|gif|avif|mp4|webm)$/i.test(words.trim())) return true;
  return EMPTY_ALT.has(
    bare(words)
      .replace(/^(?:une?|la|le|een|de|het|an?) /, '')
      .replace(/ \d+$/, ''),
  );
}

/** The first word that stands twice in a row by mistake, and where its second one begins. */
export function doubledWord(text: string, language: string): { text: string; at: number } | undefined {
  for (const match of text.matchAll(/(?<![\p{L}\p{N}'-])(\p{L}+) +(?=\1(?![\p{L}\p{N}'-]))/giu)) {
    const [whole, word = ''] = match;
    if (MAY_DOUBLE[language]?.has(word.toLowerCase())) continue;
    return { text: word, at: match.index + whole.length };
  }
  return undefined;
}
