import type { DocumentKind } from '../../model/document.ts';
import { fold, nearest } from './nearest.ts';

/** The folder of each kind of document; pages lie one folder deeper, in that of their theme. */
export const FOLDERS = {
  page: 'pages',
  checklist: 'checklists',
  event: 'events',
  service: 'services',
  partner: 'partners',
  notice: 'notices',
} as const satisfies Readonly<Record<DocumentKind, string>>;

/** Every kind of document, pages first. */
export const KINDS = Object.keys(FOLDERS) as readonly DocumentKind[];

/** The kind of the documents in a folder at the top of the guide; undefined for any other folder. */
export function kindOfFolder(folder: string): DocumentKind | undefined {
  return KINDS.find((kind) => FOLDERS[kind] === folder);
}

/** The kind that was probably meant by another word: its folder, a word like it, or what people call it in French or Dutch. */
export function meantKind(word: string): DocumentKind | undefined {
  const called = ALSO_CALLED[fold(word)] ?? kindOfFolder(fold(word));
  return called ?? KINDS.find((kind) => kind === nearest(word, KINDS));
}

/** What people call the kinds, in the languages of the first guide. */
const ALSO_CALLED: Readonly<Record<string, DocumentKind>> = {
  pagina: 'page',
  article: 'page',
  liste: 'checklist',
  checklijst: 'checklist',
  evenement: 'event',
  atelier: 'event',
  workshop: 'event',
  dienst: 'service',
  partenaire: 'partner',
  avis: 'notice',
  bericht: 'notice',
  melding: 'notice',
};
