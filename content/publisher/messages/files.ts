import { counted, languageName, listed, suggested, type Words } from './words.ts';

/** The guide folder does not exist. */
export function noSuchFolder(folder: string): Words {
  return {
    rule: 'no-such-folder',
    what: `There is no folder "${folder}".`,
    why: 'This is where the guide was expected.',
    todo: 'Check the spelling after --content, or leave --content out to use the guide of this project.',
  };
}

/** The guide folder or something in it cannot be read. */
export function unreadable(reason: string): Words {
  return {
    rule: 'unreadable',
    what: `This cannot be read (${reason}).`,
    why: 'The build reads every file of the guide.',
    todo: 'Make sure that you are allowed to open it, then build again.',
  };
}

/** A symbolic link or a device inside the guide. */
export const notAnOrdinaryFile: Words = {
  rule: 'not-an-ordinary-file',
  what: 'This is a shortcut (a symbolic link) or another special file, not an ordinary one.',
  why: 'A shortcut can point outside the guide, and then another computer builds another guide.',
  todo: 'Put a real copy of the file or folder here instead.',
};

/** One file is larger than a terminal accepts. */
export function fileTooLarge(bytes: number, limit: number): Words {
  return {
    rule: 'file-too-large',
    what: `This file is too large: ${megabytes(bytes)}.`,
    why: `A terminal accepts files up to ${megabytes(limit)}.`,
    todo: 'Make a smaller version of it, for instance with fewer pixels.',
  };
}

/** All files together are larger than a terminal accepts. */
export function guideTooLarge(bytes: number, limit: number): Words {
  return {
    rule: 'guide-too-large',
    what: `All files of the guide together are too large: ${megabytes(bytes)}.`,
    why: `A terminal accepts up to ${megabytes(limit)} in all.`,
    todo: 'Make smaller versions of the largest images, or take some out.',
  };
}

/** The list of files outgrows its limit. */
export function tooManyFiles(files: number): Words {
  return {
    rule: 'too-many-files',
    what: `The guide has too many files: ${counted(files, 'file')}.`,
    why: 'The list of all files no longer fits into what a terminal reads.',
    todo: 'Remove documents and images that are no longer needed.',
  };
}

/** A text file in another encoding. */
export const notUtf8: Words = {
  rule: 'not-utf8',
  what: 'The letters of this file cannot be read: it is not saved as UTF-8.',
  why: 'With any other encoding, letters such as é or ë come out wrong.',
  todo: 'Open it in your editor and save it again, with the encoding "UTF-8".',
};

/** The folder is not a guide at all. */
export const notAGuide: Words = {
  rule: 'not-a-guide',
  what: 'This folder holds no guide: there is no guide.yaml and no folder of documents in it.',
  why: 'guide.yaml holds the name of the centre, its themes and its languages; the texts lie in pages, checklists, events and other folders beside it.',
  todo: 'Check the folder after --content; content/README.md shows what a guide looks like.',
};

/** There is no guide.yaml. */
export const noGuideYaml: Words = {
  rule: 'no-guide-yaml',
  what: 'The file guide.yaml is missing.',
  why: 'It holds the name of the centre, its themes and its languages: without it there is no guide.',
  todo: 'Create guide.yaml at the top of the guide folder; content/README.md shows an example.',
};

/** A file that is no part of a guide. */
export const strayFile: Words = {
  rule: 'stray-file',
  what: 'This file has no place in the guide.',
  why: 'The build knows guide.yaml, media/<file>, pages/<theme>/<name>.<language>.md, and <name>.<language>.md in checklists, events, services, partners and notices.',
  todo: 'Move it to one of these places, or take it out of the guide folder.',
};

/** A Markdown file without its language. */
export function noLanguageInName(slug: string): Words {
  return {
    rule: 'no-language-in-name',
    what: 'The name of this file does not say its language.',
    why: 'Each text exists once per language, and the name tells them apart.',
    todo: `Write the two letters of its language before .md, for instance "${slug}.fr.md".`,
  };
}

/** A file in a language that the guide does not have. */
export function unknownLanguage(language: string, languages: readonly string[]): Words {
  return {
    rule: 'unknown-language',
    what: `The name of this file says the language is "${language}", and the guide has no such language.`,
    why: `guide.yaml lists these languages: ${listed(languages)}.`,
    todo: 'Rename the file, or add the language to guide.yaml.',
  };
}

/** A file name that cannot be the id of a document. */
export function badSlug(name: string, better: string): Words {
  return {
    rule: 'bad-slug',
    what: `"${name}" cannot be the name of a document.`,
    why: 'Its name is its address in the guide: small letters a to z, digits and single hyphens, at most 120 characters with its folder.',
    todo: better === '' ? 'Rename the file.' : `Rename the file, for instance "${better}".`,
  };
}

/** A file in `media/` that no edition can hold. */
export function badMediaName(better: string): Words {
  return {
    rule: 'bad-media-name',
    what: 'This image cannot keep its name.',
    why: 'Names of images have small letters a to z, digits, hyphens and a dot before the ending; no spaces, no capitals, no accents.',
    todo: `Rename it, for instance "${better}", and change the texts that show it.`,
  };
}

/** Two names that differ in capitals only. */
export function caseClash(other: string): Words {
  return {
    rule: 'case-clash',
    what: `This name differs from "${other}" only in capital letters.`,
    why: 'Many computers take the two for the same file and keep only one of them.',
    todo: 'Rename one of the two, or delete it.',
  };
}

/** Two files that would be the same document. */
export function duplicateId(id: string, other: string): Words {
  return {
    rule: 'duplicate-id',
    what: `This file and "${other}" would both be the document "${id}".`,
    why: 'Each document needs an id of its own, so that links know where to go.',
    todo: 'Rename one of the two files.',
  };
}

/** A document that lacks a language. */
export function missingSide(missing: string, language: string, present: string): Words {
  return {
    rule: 'missing-side',
    what: `The ${languageName(language)} text is missing: there is no file ${missing}.`,
    why: 'Every document exists in every language of the guide, so that a visitor can change language anywhere.',
    todo: `Write ${missing} beside ${present}, or take ${present} out of the guide.`,
  };
}

/** A folder of pages that is no theme. */
export function unknownTheme(theme: string, themes: readonly string[], nearest: string | undefined): Words {
  return {
    rule: 'unknown-theme',
    what: `The guide has no theme "${theme}".`,
    why: `The folders in pages/ are the themes that guide.yaml lists: ${listed(themes)}.`,
    todo: `${suggested(nearest)}Rename the folder, or add the theme to guide.yaml.`,
  };
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 ** 2)} MB`;
}
