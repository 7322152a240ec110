import type { DocumentKind } from '../../model/document.ts';
import { documentId } from '../../model/names.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { FOLDERS } from './folders.ts';
import { nearest, tidyName } from './nearest.ts';
import type { DocumentFile } from './sort-files.ts';
import { templateOf } from './template.ts';

/** What is asked for: a kind, a place such as `employment/first-interview` or `cv-workshop`, perhaps a theme. */
export type Wish = {
  readonly kind: DocumentKind;
  readonly place: string;
  readonly theme?: string | undefined;
};

/** What is there already. */
export type Existing = {
  readonly languages: readonly string[];
  readonly themes: readonly string[];
  readonly documents: readonly DocumentFile[];
  /** Every path of the guide folder, readable or not. */
  readonly paths: readonly string[];
};

/** The files to write, or why not: `misunderstood` is about the command, `problems` about files that are there. */
export type Plan =
  | {
      readonly is: 'ready';
      readonly id: string;
      /** The theme that was chosen for want of another. */
      readonly guessedTheme: string | undefined;
      readonly files: readonly { readonly path: string; readonly text: string }[];
    }
  | { readonly is: 'misunderstood'; readonly sentence: string }
  | { readonly is: 'taken'; readonly problems: readonly Problem[] };

/** Plans a new document in every language of the guide. */
export function planDocument(wish: Wish, existing: Existing, today: string): Plan {
  const { kind } = wish;
  const named = nameOf(wish, existing.themes);
  if ('sentence' in named) return { is: 'misunderstood', sentence: named.sentence };
  const { id, stem, theme } = named;

  const paths = existing.languages.map((language) => `${stem}.${language}.md`);
  const taken = existing.paths.filter((path) => isSide(path, stem));
  if (taken.length > 0) {
    return { is: 'taken', problems: taken.map((path) => problemAt(wholeFile(path), say.alreadyThere(id))) };
  }
  const twin = existing.documents.find((each) => each.id === id);
  if (twin !== undefined) {
    return { is: 'taken', problems: [problemAt(wholeFile(twin.path), say.idTaken(id))] };
  }
  const order = nextOrder(kind, theme, existing.documents);
  const chosen = theme ?? wish.theme ?? existing.themes[0] ?? '';
  const facts = { languages: existing.languages, theme: chosen, order, today };
  const needsTheme = kind === 'checklist' || kind === 'event';
  return {
    is: 'ready',
    id,
    guessedTheme: needsTheme && wish.theme === undefined ? chosen : undefined,
    files: paths.map((path, index) => ({
      path,
      text: templateOf(kind, existing.languages[index] ?? '', facts),
    })),
  };
}

type Named = { readonly id: string; readonly stem: string; readonly theme: string | undefined };

/** Id and place of a new document, or what is wrong with the name. */
function nameOf({ kind, place, theme }: Wish, themes: readonly string[]): Named | { sentence: string } {
  const folder = FOLDERS[kind];
  const parts = place.replace(new RegExp(`^${folder}/`), '').split('/');
  const slug = parts.pop() ?? '';
  if (kind === 'page') {
    const [inTheme] = parts;
    const example = say.newExample(
      kind,
      `${themes[0] ?? 'employment'}/${tidySlug(slug) || 'first-interview'}`,
    );
    if (inTheme === undefined) return { sentence: say.pageWithoutTheme(example) };
    if (theme !== undefined) return { sentence: say.themeOfPage };
    if (parts.length > 1 || !isSlug(slug)) return { sentence: badName(kind, place, `${tidyName(inTheme)}/`) };
    const better = nearest(inTheme, themes);
    if (!themes.includes(inTheme)) return { sentence: say.noSuchTheme(inTheme, themes, better) };
    const id = `${inTheme}/${slug}`;
    return documentId.safeParse(id).success
      ? { id, stem: `${folder}/${id}`, theme: inTheme }
      : { sentence: badName(kind, place, `${inTheme}/`) };
  }
  if (parts.length === 1 && isSlug(slug)) {
    const inTheme = themes.includes(parts[0] ?? '') && (kind === 'event' || kind === 'checklist');
    const example = say.newExample(kind, inTheme ? `${slug} --theme ${parts[0]}` : slug);
    return { sentence: say.noFolderInside(kind, folder, inTheme, example) };
  }
  const id = `${folder}/${slug}`;
  if (parts.length > 0 || !isSlug(slug) || !documentId.safeParse(id).success) {
    return { sentence: badName(kind, place, '') };
  }
  if (theme !== undefined && !themes.includes(theme)) {
    return { sentence: say.noSuchTheme(theme, themes, nearest(theme, themes)) };
  }
  return { id, stem: id, theme: undefined };
}

function badName(kind: DocumentKind, place: string, before: string): string {
  const tidy = tidySlug(place.split('/').at(-1) ?? '');
  return say.badNewName(place, tidy === '' ? undefined : say.newExample(kind, before + tidy));
}

function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** A name without language and ending that a guide accepts. */
function tidySlug(name: string): string {
  return tidyName(name.replace(/(\.[a-z]{2})?\.md$/i, ''))
    .replaceAll('.', '-')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** True for a file of the same document, whatever its language and however its capitals. */
function isSide(path: string, stem: string): boolean {
  return path.toLowerCase().startsWith(`${stem}.`) && /\.md$/i.test(path);
}

/** The place after the last one of its list. */
function nextOrder(
  kind: DocumentKind,
  theme: string | undefined,
  documents: readonly DocumentFile[],
): number {
  const orders = documents
    .filter((each) => each.kind === kind && each.folder === theme)
    .map(({ text }) => Number(/^order: *(\d+)/m.exec(text)?.[1] ?? 0));
  return (Math.floor(Math.max(0, ...orders) / 10) + 1) * 10;
}
