import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const LANGUAGES = ['fr', 'nl'] as const;
type Language = (typeof LANGUAGES)[number];

const THEMES = ['education', 'training', 'employment', 'entrepreneurship', 'mobility'] as const;
const LINES = ['blue', 'green', 'red', 'amber', 'violet'] as const;
const ICONS = ['graduation-cap', 'wrench', 'briefcase', 'store', 'globe'] as const;

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#1D4F91"/></svg>\n';

/** Sentences a page is put together from, the same number in every language. */
const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Un entretien est une conversation, pas un examen.',
    "Relisez l'annonce une heure avant, et notez trois mots qui reviennent.",
    'Préparez deux histoires courtes : un problème résolu, une chose apprise.',
    "Regardez ce que fait l'entreprise, et pour qui.",
    "Vérifiez le trajet, et prévoyez d'arriver un peu en avance.",
    'Dites-le à voix haute, debout, sans lire.',
    'Un court silence pour réfléchir est permis.',
    'Envoyez un merci le lendemain : trois lignes suffisent.',
  ],
  nl: [
    'Een gesprek is geen examen, je leert elkaar kennen.',
    'Lees de vacature een uur vooraf opnieuw, en noteer drie woorden die terugkomen.',
    'Bereid twee korte verhalen voor: iets wat je oploste, iets wat je leerde.',
    'Kijk wat het bedrijf doet, en voor wie.',
    'Zoek de weg op, en zorg dat je wat vroeger aankomt.',
    'Zeg het luidop, rechtstaand, zonder te lezen.',
    'Een korte stilte om na te denken mag.',
    'Stuur de dag erna een bedankje: drie regels volstaan.',
  ],
};

/** What was made: the folder, and the two sides of one page in the middle of it. */
export type SyntheticGuide = { readonly folder: string; readonly onePage: readonly string[] };

/** Writes a guide of `documents` documents (each page is one in French and one in Dutch) that builds without a problem. */
export async function writeSyntheticGuide(folder: string, documents: number): Promise<SyntheticGuide> {
  const pages = Math.ceil(documents / LANGUAGES.length) - 1;
  const idOf = (index: number): string => `${THEMES[index % THEMES.length]}/page-${index}`;
  for (const each of ['media', 'checklists', ...THEMES.map((theme) => `pages/${theme}`)]) {
    await mkdir(join(folder, each), { recursive: true });
  }
  await writeFile(join(folder, 'guide.yaml'), guideYaml());
  await writeFile(join(folder, 'media/bridge.svg'), DRAWING);
  for (const language of LANGUAGES) {
    await writeFile(join(folder, `checklists/my-cv.${language}.md`), checklist(language));
    for (let index = 0; index < pages; index++) {
      const text = page(language, index, idOf((index + 1) % pages), idOf((index + 7) % pages));
      await writeFile(join(folder, `pages/${idOf(index)}.${language}.md`), text);
    }
  }
  const middle = idOf(Math.floor(pages / 2));
  return { folder, onePage: LANGUAGES.map((language) => join(folder, `pages/${middle}.${language}.md`)) };
}

function guideYaml(): string {
  const both = (fr: string, nl: string): string => `{ fr: ${fr}, nl: ${nl} }`;
  const themes = THEMES.flatMap((id, index) => [
    `  - id: ${id}`,
    `    line: ${LINES[index]}`,
    `    icon: ${ICONS[index]}`,
    `    title: ${both(`Thème ${index}`, `Thema ${index}`)}`,
    `    summary: ${both('trois mots ici', 'drie woorden hier')}`,
  ]);
  return [
    'schema: 1',
    'languages: [fr, nl]',
    'centre:',
    `  name: ${both('Maison', 'Huis')}`,
    `  city: ${both('Ville', 'Stad')}`,
    '  timeZone: Europe/Brussels',
    `  promise: ${both('Gratuit', 'Gratis')}`,
    'themes:',
    ...themes,
    'featured: checklists/my-cv',
    '',
  ].join('\n');
}

function checklist(language: Language): string {
  const [title, group, box] =
    language === 'fr' ? ['Mon CV', 'Le haut', 'Mon nom'] : ['Mijn cv', 'Bovenaan', 'Mijn naam'];
  return `---\ntitle: ${title}\nsummary: ${title} (5 min)\norder: 10\nupdated: 2026-11-23\ntheme: employment\nminutes: 5\n---\n\n## ${group}\n\n- [ ] ${box}\n`;
}

/** A page of about two screens; `number` keeps its words apart from those of all others. */
function page(language: Language, number: number, next: string, other: string): string {
  const french = language === 'fr';
  const say = (index: number): string =>
    SENTENCES[language][(number + index) % SENTENCES[language].length] ?? '';
  return `---
title: ${french ? 'Préparer le rendez-vous' : 'De afspraak voorbereiden'} ${number}
summary: ${french ? "Ce qu'il faut préparer pour le numéro" : 'Wat je voorbereidt voor nummer'} ${number}.
order: ${number}
updated: 2026-11-23
related: [${other}]
---

${say(0)} ${say(1)}

## ${french ? 'Avant' : 'Vooraf'} ${number}

${say(2)} ${say(3)} **${say(4)}**

- ${say(5)}
- ${french ? 'Voyez aussi' : 'Zie ook'} [${french ? 'le rendez-vous' : 'de afspraak'} ${number + 1}](${next}).
- ${say(6)}

:::tip[${french ? 'Un conseil' : 'Een raad'} ${number}]
${say(7)} ${say(0)}
:::

## ${french ? 'Pendant' : 'Tijdens'} ${number}

![${french ? 'Un pont bleu sur fond clair' : 'Een blauwe brug op een lichte achtergrond'}](media/bridge.svg)

${say(1)} *${say(2)}* ${say(3)}

:::question[${french ? 'Et après ?' : 'En daarna?'}]
${say(4)} ${say(5)}
:::

${say(6)} ${say(7)} ${french ? 'Page' : 'Bladzijde'} ${number}.
`;
}
