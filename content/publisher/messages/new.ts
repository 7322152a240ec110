import { filmsThere } from './film-blocks.ts';
import { seeManual } from './manual.ts';
import { reasonOf } from './output.ts';
import { aKind, counted, listed, suggested, type Words } from './words.ts';

/** The line about \`new\` in the overview. */
export const newSummary = 'begin a document: a file for each language, with what has to stand in it';

/** What `guide new --help` shows. */
export function newUsage(kinds: readonly string[]): string {
  return `Usage: npm run guide -- new KIND NAME [--theme THEME] [--content DIR] [--json]
       npm run guide -- new captions FILM [--content DIR] [--json]

Writes one file for each language of the guide, with all lines and headings that have to be there.
Nothing that exists is ever changed.

  KIND           ${kinds.join(', ')}
  NAME           English words in small letters with hyphens, the same for all languages; a page stands in
                 the folder of its theme:
                     npm run guide -- new page employment/first-interview
                     npm run guide -- new event cv-workshop --theme employment
                     npm run guide -- new checklist job-fair
  FILM           a film in media/: its captions are begun in every language that has none, with times all along it
                     npm run guide -- new captions media/touch.mp4
  --theme THEME  the theme that an event or a checklist is listed under (the first of the guide if you leave it out)
  --content DIR  the folder with guide.yaml in it (content/guide of this project if you leave it out)
  --json         print one JSON object instead of sentences
`;
}

/** `new` without its two words. */
export const newNeedsKindAndName = 'Please say what kind of document, and its name.';

/** A command to copy. */
export function newExample(kind: string, place: string): string {
  return `npm run guide -- new ${kind} ${place}`;
}

/** A page without the folder of its theme. */
export function pageWithoutTheme(example: string): string {
  return `A page lies in the folder of its theme, so its name has two parts. For instance: ${example}`;
}

/** `--theme` with a page. */
export const themeOfPage =
  'The theme of a page is the folder in its name: leave --theme out, or change the folder.';

/** A theme that the guide does not have. */
export function noSuchTheme(theme: string, themes: readonly string[], nearest: string | undefined): string {
  return `The guide has no theme "${theme}". ${suggested(nearest)}guide.yaml lists ${listed(themes)}.`;
}

/** A folder in the name of something that has none. */
export function noFolderInside(kind: string, folder: string, isTheme: boolean, example: string): string {
  const theme = isTheme ? ' Its theme goes behind --theme.' : '';
  return `${aKind(kind, true)} lies directly in ${folder}/, so its name has one part.${theme} For instance: ${example}`;
}

/** A name that cannot be one. */
export function badNewName(name: string, example: string | undefined): string {
  const better = example === undefined ? '' : ` For instance: ${example}`;
  return `"${name}" cannot be the name of a document: it has small letters a to z, digits and single hyphens, without language and ending.${better}`;
}

/** Above a refusal of `new`. */
export const nothingBegunHeading = 'No document was begun.';

/** A file of the new document is there already. */
export function alreadyThere(id: string): Words {
  return {
    rule: 'already-there',
    what: `"${id}" is there already.`,
    why: 'Nothing that somebody wrote is ever overwritten.',
    todo: 'Choose another name, or write in this file. If only another language is missing, copy this file under its name.',
  };
}

/** Another document has the id of the new one. */
export function idTaken(id: string): Words {
  return {
    rule: 'id-taken',
    what: `This file is the document "${id}" already.`,
    why: 'Each document needs an id of its own, so that links know where to go.',
    todo: 'Choose another name.',
  };
}

/** A new document could not be written. */
export function cannotWriteNew(code: string): Words {
  return {
    rule: 'cannot-write-new',
    what: `The files could not be written: ${reasonOf(code)}.`,
    why: 'A document in one language only would be a broken guide, so none was kept.',
    todo: 'Put that right, and try again.',
  };
}

/** What `new` made and what to do next. */
export function begun(
  kind: string,
  id: string,
  files: readonly string[],
  theme: string | undefined,
  themes: readonly string[],
): string {
  const chosen =
    theme === undefined
      ? ''
      : `\n  - The theme is "${theme}"; change it in all files if it should be another (${themes.join(', ')}).`;
  return `${counted(files.length, 'file')} for the new ${kind} "${id}":

${files.map((file) => `  ${file}`).join('\n')}

What to do next:
  - Write your words in place of everything between [[ and ]], brackets included; a build refuses what is left.${chosen}
  - Add and remove headings, paragraphs and lists as you like, in all languages alike.
  - ${seeManual(kind)}
  - "npm run guide -- check" says what is still open.
  - Other documents link to it with  [words](${id}) .`;
}

/** `new captions` with a name that is no film of the guide. */
export function noFilmForCaptions(
  name: string,
  films: readonly string[],
  nearest: string | undefined,
): string {
  return `There is no film "${name}" in the guide. ${suggested(nearest)}${filmsThere(films)}`;
}

/** `--theme` with captions. */
export const themeOfCaptions = 'Captions belong to a film, not to a theme: leave --theme out.';

/** What `new captions` says when it is done. */
export function captionsBegun(film: string, files: readonly string[]): string {
  const list = files.map((file) => `  ${file}`).join('\n');
  return `The captions of ${film} are begun:\n${list}\nWrite what is heard between each two times, and change the times as you like. What stands between [[ and ]] is yours to write.`;
}

/** Every language of a film has captions already. */
export function captionsThere(film: string): Words {
  return {
    rule: 'already-there',
    what: `The film "${film}" has captions in every language of the guide.`,
    why: 'What exists is never changed by this command.',
    todo: 'Open the files and change them.',
  };
}
