import * as say from '../messages.ts';
import { byCodeUnits, type Problem, problemAt, wholeFile } from '../problem.ts';
import { nearest } from './nearest.ts';
import type { DocumentFile } from './sort-files.ts';

/** What `guide.yaml` allows; undefined where it cannot be read. */
type Allowed = {
  readonly languages: readonly string[] | undefined;
  readonly themes: readonly string[] | undefined;
};

/** Checks the documents by their file names alone: themes, languages, missing sides, ids. `unread` are other files there are. */
export function checkNames(
  documents: readonly DocumentFile[],
  unread: ReadonlySet<string>,
  { languages, themes }: Allowed,
): Problem[] {
  return [
    ...duplicates(documents),
    ...(themes === undefined ? [] : foldersWithoutTheme(documents, themes)),
    ...(languages === undefined ? [] : wrongLanguages(documents, unread, languages)),
  ];
}

/** All languages of each document, documents sorted by id, languages in the guide's order. */
export function groupById<T extends { readonly file: DocumentFile }>(
  sides: readonly T[],
  languages: readonly string[],
): Map<string, T[]> {
  const place = (side: T): number =>
    (languages.indexOf(side.file.language) + languages.length + 1) % (languages.length + 1);
  const groups = new Map<string, T[]>();
  for (const side of [...sides].sort((a, b) => byCodeUnits(a.file.id, b.file.id) || place(a) - place(b))) {
    groups.set(side.file.id, [...(groups.get(side.file.id) ?? []), side]);
  }
  return groups;
}

function duplicates(documents: readonly DocumentFile[]): Problem[] {
  const seen = new Map<string, string>();
  return documents.flatMap(({ id, language, path }) => {
    const other = seen.get(`${id}.${language}`);
    seen.set(`${id}.${language}`, path);
    return other === undefined ? [] : [problemAt(wholeFile(path), say.duplicateId(id, other))];
  });
}

function foldersWithoutTheme(documents: readonly DocumentFile[], themes: readonly string[]): Problem[] {
  const folders = new Set(documents.map(({ folder }) => folder).filter((folder) => folder !== undefined));
  return [...folders]
    .filter((folder) => !themes.includes(folder))
    .map((folder) =>
      problemAt(wholeFile(`pages/${folder}`), say.unknownTheme(folder, themes, nearest(folder, themes))),
    );
}

function wrongLanguages(
  documents: readonly DocumentFile[],
  unread: ReadonlySet<string>,
  languages: readonly string[],
): Problem[] {
  const problems: Problem[] = [];
  const stems = new Map<string, DocumentFile[]>();
  for (const document of documents) {
    if (languages.includes(document.language)) {
      stems.set(document.stem, [...(stems.get(document.stem) ?? []), document]);
    } else {
      problems.push(problemAt(wholeFile(document.path), say.unknownLanguage(document.language, languages)));
    }
  }
  for (const [stem, sides] of stems) {
    const present = sides.map(({ language }) => language);
    for (const language of languages.filter((each) => !present.includes(each))) {
      const missing = `${stem}.${language}.md`;
      if (unread.has(missing)) continue;
      const words = say.missingSide(missing, language, sides[0]?.path ?? stem);
      problems.push(problemAt(wholeFile(missing), words));
    }
  }
  return problems;
}
