import { assertNever } from '../../model/assert-never.ts';
import type { BlockName } from '../steps/block-names.ts';
import type { FieldManual, FieldType, KindManual } from '../steps/manual.ts';
import { aKind, counted } from './words.ts';

/** How an author writes something in a text. */
export type BlockManual = { readonly what: string; readonly example: string };

/** The blocks that begin with colons, each with an example that can be copied. */
export const BLOCK_MANUAL: Readonly<Record<BlockName, BlockManual>> = {
  tip: {
    what: 'Something that helps, with a title.',
    example: ":::tip[Un conseiller peut jouer le recruteur]\nDemandez-le à l'accueil du plateau.\n:::",
  },
  warning: {
    what: 'Something to beware of, with a title.',
    example: ":::warning[Jamais d'argent]\nUn employeur ne demande pas d'argent.\n:::",
  },
  steps: {
    what: 'What to do one after the other: one numbered list, no title.',
    example:
      ':::steps\n1. **Appeler.** Demandez un rendez-vous.\n2. **Venir.** Prenez votre CV avec vous.\n:::',
  },
  question: {
    what: 'A question as a visitor would ask it, and its answer.',
    example: ':::question[Que faut-il emporter ?]\nDe quoi noter.\n:::',
  },
  contact: {
    what: 'How to reach somebody, set apart from the text.',
    example: ":::contact[Un conseiller sur le plateau]\nPrésentez-vous à l'accueil.\n:::",
  },
  video: {
    what: 'A film, and between its two lines everything it says and shows, for those who cannot watch it. media/touch.mp4 or media/touch.webm (or both) lie beside media/touch.jpg (or .png, .svg: what is seen before it plays) and media/touch.fr.vtt, media/touch.nl.vtt: its captions in each language.',
    example:
      ":::video[Toucher l'écran]{file=media/touch.mp4}\nOn voit une main devant l'écran. Une voix dit : touchez ce qui vous intéresse.\n:::",
  },
  next: {
    what: 'At the very end of a checklist only: what comes after it.',
    example: ":::next[Et maintenant ?]\n- [Préparer l'entretien](employment/first-interview)\n:::",
  },
  checklist: {
    what: 'Offers a checklist in the middle of a text.',
    example: '::checklist{id=checklists/my-cv}',
  },
  events: {
    what: 'The next events, all of them or only of a type and a theme.',
    example: '::events{type=workshop theme=employment}',
  },
};

/** What Markdown itself can do in a text, each with an example that can be copied. */
export const TEXT_MANUAL: readonly BlockManual[] = [
  {
    what: 'A heading, 40 characters are best; ### now and then for one below it.',
    example: '## Avant le rendez-vous',
  },
  {
    what: 'A paragraph, with bold and emphasis, and a link to another document by its id.',
    example: 'Relisez **votre lettre**, ou voyez [comment *bien* commencer](employment/cover-letter).',
  },
  { what: 'A list.', example: '- Vérifiez le trajet.\n- Emportez de quoi noter.' },
  { what: 'A list with numbers.', example: '1. Lisez.\n2. Répondez.' },
  {
    what: 'An image, alone in its paragraph: what can be seen, its file, a caption if you like.',
    example: '![Deux chaises face à face](media/bridge.svg "Deux lignes, une conversation.")',
  },
];

/** What only checklists have, with an example that can be copied. */
export const BOXES_MANUAL: BlockManual = {
  what: 'In a checklist, under each heading: boxes to tick, each with an explanation, and a link at its end if you like.',
  example:
    "- [ ] Mon nom est en haut\n\n  On doit pouvoir vous appeler.\n\n  [Préparer l'entretien](employment/first-interview)",
};

/** The line about \`manual\` in the overview. */
export const manualSummary = 'print what can be written, kind by kind, with every line and an example';

/** What `guide manual --help` shows. */
export function manualUsage(kinds: readonly string[]): string {
  return `Usage: npm run guide -- manual [--kind KIND] [--json]

Prints the author's manual: for each kind of document where its files lie, every line that can stand on top,
and the blocks of its text. It is made from the very description that checks the guide.

  --kind KIND  one kind only: ${kinds.join(', ')}
  --json       print JSON Schema instead, for editors and other tools
`;
}

/** Asked for a kind that does not exist. */
export function unknownKind(kind: string, kinds: readonly string[], nearest: string | undefined): string {
  const better = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `There is no kind of document "${kind}".${better} These exist: ${kinds.join(', ')}.`;
}

/** The manual of some kinds of documents, and of what stands in their texts. */
export function manualText(kinds: readonly KindManual[]): string {
  const names = kinds.map(({ kind }) => kind);
  return `${[...kinds.map(kindText), textManual(names)].join('\n\n')}\n`;
}

function kindText({ kind, description, file, id, fields }: KindManual): string {
  return [
    `# ${kind.toUpperCase()}`,
    description,
    `File  ${file} in the folder of the guide, once for each language\nId    ${id}: how links and other documents name it`,
    'Between the two lines --- on top:',
    ...fields.map((field) => fieldText(field, '  ')),
    `To begin one:  npm run guide -- new ${kind} ${id.replace(/^[a-z]+\//, '')}`,
  ].join('\n\n');
}

function fieldText(field: FieldManual, indent: string): string {
  const { name, type, mandatory, translated, description, example, fields } = field;
  const facts = [
    mandatory ? 'mandatory' : 'if you like',
    typeWords(type),
    ...(fields.length > 0 ? [] : [translated ? 'in each language' : 'the same in all languages']),
  ];
  const lines = [`${name}  (${facts.join('; ')})`, `  ${description}`, `  ${example}`].map(
    (line) => indent + line,
  );
  return [...lines, ...fields.map((each) => `\n${fieldText(each, `${indent}    `)}`)].join('\n');
}

function typeWords(type: FieldType): string {
  switch (type.is) {
    case 'text':
      return type.most === undefined ? 'text' : `text, at most ${type.most} characters`;
    case 'number':
      return 'whole number';
    case 'yes or no':
      return 'true or false';
    case 'lines':
      return 'several lines, each with two spaces before it';
    case 'form':
      return type.name;
    case 'choice':
      return `one of ${type.choices.join(', ')}`;
    case 'list': {
      const most = type.most === undefined ? '' : `, at most ${counted(type.most, 'entry', 'entries')}`;
      return `list, each entry ${typeWords(type.of)}${most}`;
    }
    default:
      return assertNever(type);
  }
}

function textManual(kinds: readonly string[]): string {
  const withBoxes = kinds.includes('checklist');
  const blocks = Object.entries(BLOCK_MANUAL).filter(([name]) => name !== 'next' || withBoxes);
  const all = [...TEXT_MANUAL, ...(withBoxes ? [BOXES_MANUAL] : []), ...blocks.map(([, block]) => block)];
  return [
    '# TEXT',
    'Below the second line ---. All languages have the same blocks, images and links in the same order. A notice has no headings.',
    ...all.map(({ what, example }) => `  ${what}\n\n${indented(example)}`),
  ].join('\n\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `      ${line}`))
    .join('\n');
}

/** A sentence that sends an author to the manual of a kind. */
export function seeManual(kind: string): string {
  return `"npm run guide -- manual --kind ${kind}" explains every line of ${aKind(kind)}.`;
}
