import { fold, nearest } from './nearest.ts';

/** The blocks an author can write with three colons. */
export const BOXED_BLOCKS = ['tip', 'warning', 'steps', 'question', 'contact', 'video', 'next'] as const;

/** The blocks an author can write on one line, with two colons, and the names in their curly brackets. */
export const LINE_BLOCKS = { checklist: ['id'], events: ['type', 'theme'] } as const;

/** The names of {@link LINE_BLOCKS}. */
export const LINE_NAMES = Object.keys(LINE_BLOCKS) as readonly (keyof typeof LINE_BLOCKS)[];

/** Every name of a block. */
export const BLOCK_NAMES = [...BOXED_BLOCKS, ...LINE_NAMES] as const;

/** The name of a block. */
export type BlockName = (typeof BLOCK_NAMES)[number];

/** What people write for them, in the languages of the first guide. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  astuce: 'tip',
  conseil: 'tip',
  note: 'tip',
  info: 'tip',
  raad: 'tip',
  advies: 'tip',
  attention: 'warning',
  avertissement: 'warning',
  danger: 'warning',
  waarschuwing: 'warning',
  opgelet: 'warning',
  etapes: 'steps',
  stappen: 'steps',
  faq: 'question',
  vraag: 'question',
  film: 'video',
  filmpje: 'video',
  movie: 'video',
  suite: 'next',
  suivant: 'next',
  volgende: 'next',
  contacter: 'contact',
  contacteren: 'contact',
  liste: 'checklist',
  checklijst: 'checklist',
  evenements: 'events',
  evenementen: 'events',
  agenda: 'events',
};

/** The block that was probably meant by another name. */
export function meantBlock(name: string): string | undefined {
  return ALSO_CALLED[fold(name)] ?? nearest(name, BLOCK_NAMES);
}
