import type { DocumentKind } from '../../model/document.ts';
import { documentId, editionPath } from '../../model/names.ts';
import type { Words } from '../messages.ts';
import { badMediaName, badSlug, caseClash, noLanguageInName, notUtf8, strayFile } from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { FOLDERS, kindOfFolder } from './folders.ts';
import { tidyName } from './nearest.ts';
import type { SourceFile } from './read-sources.ts';

/** A text of the guide folder, with `\n` as its only line ends. */
export type TextFile = { readonly path: string; readonly text: string };

/** A Markdown file whose place and name say which document it is. */
export type DocumentFile = TextFile & {
  readonly id: string;
  readonly kind: DocumentKind;
  /** The folder in `pages/`; the other kinds name their theme inside. */
  readonly folder: string | undefined;
  /** The path without language and ending, for naming the other languages. */
  readonly stem: string;
  readonly language: string;
};

/** The files of a guide by what they are. */
export type SortedFiles = {
  readonly guideYaml: TextFile | undefined;
  readonly documents: readonly DocumentFile[];
  readonly media: readonly SourceFile[];
  readonly problems: readonly Problem[];
};

/** `pages/<theme>/<name>.md`, or `<folder of another kind>/<name>.md`; other files are no documents. */
function inPlace(path: string): Placed | undefined {
  const [, folder = '', theme, name = ''] = /^([^/]+)\/(?:([^/]+)\/)?([^/]+)\.md$/.exec(path) ?? [];
  const kind = kindOfFolder(folder);
  if (kind === undefined || (kind === 'page') !== (theme !== undefined)) return undefined;
  return { kind, theme, name };
}

type Placed = { readonly kind: DocumentKind; readonly theme: string | undefined; readonly name: string };

/** Tells the files of a guide apart by their names. */
export function sortFiles(files: readonly SourceFile[]): SortedFiles {
  const problems: Problem[] = [];
  const report = (path: string, words: Words): void => {
    problems.push(problemAt(wholeFile(path), words));
  };
  let guideYaml: TextFile | undefined;
  const documents: DocumentFile[] = [];
  const media: SourceFile[] = [];
  const seen = new Map<string, string>();

  for (const file of files) {
    const { path } = file;
    const clash = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    const placed = inPlace(path);
    if (clash !== undefined) report(path, caseClash(clash));
    else if (path.startsWith('media/')) {
      if (editionPath.safeParse(path).success) media.push(file);
      else report(path, badMediaName(path.split('/').map(tidyName).join('/')));
    } else if (path === 'guide.yaml' || placed !== undefined) {
      const text = decodeText(file.bytes);
      if (text === undefined) report(path, notUtf8);
      else if (placed === undefined) {
        guideYaml = { path, text };
      } else {
        const document = asDocument(path, placed, text);
        if (!('what' in document)) {
          documents.push(document);
          continue;
        }
        report(path, document);
      }
    } else {
      report(path, strayFile);
    }
  }
  return { guideYaml, documents, media, problems };
}

function asDocument(path: string, { kind, theme, name }: Placed, text: string): DocumentFile | Words {
  const [, slug, language] = /^(.+)\.([A-Za-z]{2})$/.exec(name) ?? [];
  if (slug === undefined || language === undefined) return noLanguageInName(tidyName(name));
  const id = `${theme ?? FOLDERS[kind]}/${slug}`;
  if (!documentId.safeParse(id).success || language !== language.toLowerCase()) {
    const place = theme === undefined ? FOLDERS[kind] : `${FOLDERS[kind]}/${tidyName(theme)}`;
    const better = `${place}/${tidyName(slug).replaceAll('.', '-')}.${language.toLowerCase()}.md`;
    return badSlug(path, better === path ? '' : better);
  }
  const stem = path.slice(0, -`.${language}.md`.length);
  return { path, text, id, kind, folder: theme, stem, language };
}

/** The id that a path in the guide folder stands for; undefined for anything but a well-named document. */
export function idOfPath(path: string): string | undefined {
  const placed = inPlace(path);
  const document = placed === undefined ? undefined : asDocument(path, placed, '');
  return document !== undefined && 'id' in document ? document.id : undefined;
}

/** UTF-8 without byte order mark, with `\n` line ends and composed letters; undefined when it is not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true })
      .decode(bytes)
      .replaceAll(/\r\n?/g, '\n')
      .normalize('NFC');
  } catch {
    return undefined;
  }
}
