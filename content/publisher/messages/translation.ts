import type { Text, TextRole } from '../translation/texts.ts';
import { counted, languageName, listed, type Words } from './words.ts';

/** The line about `export-translation` in the overview. */
export const exportSummary = 'write all texts into a file (XLIFF) for a translation bureau';

/** What `guide export-translation --help` shows. */
export const exportUsage = `Usage: npm run guide -- export-translation LANGUAGE [--from LANGUAGE] [--out FILE] [--content DIR] [--json]

Writes an XLIFF 2.0 file with every text of the guide in one language, and what there is of it in LANGUAGE.
Translation bureaus work on it with their own tools; "import-translation" takes it back in.

  LANGUAGE         the language to translate into: nl, fr ...
  --from LANGUAGE  the language to translate from (the guide's first other language if you leave it out)
  --out FILE       a new file (guide.fr-nl.xlf in the project's folder, by its languages, if you leave it out)
  --content DIR    the folder with guide.yaml in it (content/guide of this project if you leave it out)
  --json           print one JSON object instead of sentences

A document that has no file in LANGUAGE yet goes along without a translation; the import makes its file.
`;

/** The line about `import-translation` in the overview. */
export const importSummary = 'take a translated XLIFF file back into the guide';

/** What `guide import-translation --help` shows. */
export const importUsage = `Usage: npm run guide -- import-translation FILE [--dry-run] [--content DIR] [--json]

Puts the translations of an XLIFF file into the files of its language. Only texts with new words change;
everything else in those files, and all other files, stay byte for byte. If anything in FILE is not right,
nothing is changed at all.

  FILE           the file that "export-translation" made, translated
  --dry-run      say what would change, and change nothing
  --content DIR  the folder with guide.yaml in it (content/guide of this project if you leave it out)
  --json         print one JSON object instead of sentences
`;

/** `export-translation` without a language. */
export const exportWithoutLanguage = 'Please say which language to translate into, for instance nl.';

/** `import-translation` without a file. */
export const importWithoutFile = 'Please say which file holds the translation.';

const ROLES: Readonly<Record<Exclude<TextRole, 'field'>, string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  item: 'item of a list',
  box: 'box to tick in a checklist',
  help: 'explanation of the box above',
  'block-title': 'title of a coloured block',
  question: 'question',
  alt: 'what can be seen in a picture, read aloud to people who do not see it',
  caption: 'caption of a picture',
  cue: 'caption of a film, read while it plays: two short lines at most',
};

/** For the translator: what a text is, how long it may be, where it stands. */
export function translationNote({ role, field, limit, line }: Omit<Text, 'content'>, path: string): string {
  const what = role === 'field' ? (field ?? '') : ROLES[role];
  const most = limit === undefined ? '' : `, at most ${limit} characters`;
  return `${what}${most} (${path}, line ${line})`;
}

/** What was sent out. */
export type ExportFacts = {
  readonly out: string;
  readonly from: string;
  readonly to: string;
  readonly documents: number;
  readonly texts: number;
  readonly untranslated: number;
};

/** The summary of an export. */
export function exported({ out, from, to, documents, texts, untranslated }: ExportFacts): string {
  const rest = untranslated === 0 ? '' : ` ${counted(untranslated, 'text')} of them not translated yet.`;
  return `${out} holds ${counted(texts, 'text')} of ${counted(documents, 'file')}, from ${languageName(from)} to ${languageName(to)}.${rest}`;
}

/** What came back. */
export type ImportFacts = {
  readonly to: string;
  readonly dryRun: boolean;
  readonly files: readonly { readonly path: string; readonly texts: number; readonly isNew: boolean }[];
  readonly untranslated: readonly string[];
  readonly absent: readonly string[];
};

/** The summary of an import. */
export function imported({ to, dryRun, files, untranslated, absent }: ImportFacts): string {
  const texts = files.reduce((sum, file) => sum + file.texts, 0);
  const lines = [
    files.length === 0
      ? 'Nothing changes: every translation in this file is already in the guide.'
      : `${counted(texts, `${languageName(to)} text`)} in ${counted(files.length, 'file')} ${dryRun ? 'would change' : 'changed'}:`,
    ...files.map((file) => `  ${file.path} (${file.isNew ? 'new file' : counted(file.texts, 'text')})`),
  ];
  if (untranslated.length > 0) lines.push(`Still without any translation: ${untranslated.join(', ')}`);
  if (absent.length > 0) lines.push(`Not in this translation, so left as they are: ${absent.join(', ')}`);
  return lines.join('\n');
}

/** Above what an import leaves to be put right. */
export const remarksHeading = 'Before the next build, these have to be put right in the translated files:';

/** Above the reasons why an import was refused. */
export const importRefused = 'This translation cannot be taken in.';

/** Above the reasons why an export was refused. */
export const exportRefused = 'The guide cannot be sent for translation yet.';

/** The two sides of a document do not have the same texts. */
export function differentTexts(
  other: string,
  missing: Pick<Text, 'role' | 'field' | 'line'> | undefined,
  more: Pick<Text, 'role' | 'field' | 'line'> | undefined,
): Words {
  const name = (text: Pick<Text, 'role' | 'field'>): string =>
    text.role === 'field' ? `"${text.field}"` : ROLES[text.role];
  return {
    rule: 'translation-different-texts',
    what:
      missing !== undefined
        ? `This file lacks a text that ${other} has on line ${missing.line}: ${name(missing)}.`
        : `This file has a text that ${other} lacks: ${more === undefined ? '' : name(more)}.`,
    why: 'Each text is translated beside its partner, so both languages need the same texts in the same order.',
    todo: 'Add it on the side that lacks it, or take it out on the other; then try again.',
  };
}

/** The guide's languages cannot be read. */
export const languagesUnknown: Words = {
  rule: 'translation-languages-unknown',
  what: 'The languages of the guide cannot be read from its guide.yaml.',
  why: 'Nobody can tell which files belong to the translation.',
  todo: 'Run "npm run guide -- build" and put right what it says about guide.yaml.',
};

/** A language the guide does not have. */
export function languageOutsideGuide(language: string, languages: readonly string[]): Words {
  return {
    rule: 'translation-language',
    what: `The guide has no language "${language}".`,
    why: `These are its languages: ${listed(languages)}.`,
    todo: 'Use one of them, or add the new one to "languages" in guide.yaml first.',
  };
}

/** From a language into itself. */
export function sameLanguage(language: string): Words {
  return {
    rule: 'translation-same-language',
    what: `The translation would be from "${language}" into "${language}".`,
    why: 'A translation needs two languages.',
    todo: 'Name another language to translate from or into.',
  };
}

/** The output of an export exists. */
export const exportExists: Words = {
  rule: 'translation-out-exists',
  what: 'This file exists already.',
  why: 'It may hold a translation that somebody has worked on.',
  todo: 'Give --out another name, or move the file away.',
};

/** The output of an export could not be written. */
export function exportNotWritten(code: string): Words {
  return {
    rule: 'translation-not-written',
    what: `This file could not be written: the computer says ${code}.`,
    why: 'ENOENT: its folder does not exist; ENOSPC: the disk is full; EACCES: you are not allowed to write there.',
    todo: 'Put that right, or give --out another name.',
  };
}

/** The file of an import cannot be read. */
export function translationUnreadable(code: string): Words {
  return {
    rule: 'translation-unreadable',
    what:
      code === 'ENOENT' ? 'There is no such file.' : `This file cannot be read: the computer says ${code}.`,
    why: "Paths are counted from the project's folder.",
    todo: 'Check its name and where it lies.',
  };
}

/** The file of an import is far too large. */
export function translationTooLarge(megabytes: number): Words {
  return {
    rule: 'translation-too-large',
    what: `This file has more than ${megabytes} MB.`,
    why: 'The texts of a whole guide are much smaller, so this is probably another file.',
    todo: 'Check its name.',
  };
}

/** Writing into the guide failed and was taken back. */
export function nothingWritten(code: string): Words {
  return {
    rule: 'translation-not-written',
    what: `This file could not be written: the computer says ${code}.`,
    why: 'A translation is taken in as a whole or not at all: every file of the guide is as it was.',
    todo: 'Put that right, and import again.',
  };
}

/** A file the guide does not have (any more). */
export function unknownFile(id: string): Words {
  return {
    rule: 'translation-unknown-file',
    what: `The guide has no file that belongs to "${id}".`,
    why: 'It was removed or renamed since the export, or this translation is for another guide.',
    todo: 'Export again, or delete this <file> from the translation.',
  };
}

/** A text the document does not have (any more). */
export function unknownUnit(id: string, path: string): Words {
  return {
    rule: 'translation-unknown-text',
    what: `${path} has no text "${id}".`,
    why: 'Its blocks were changed since the export, or this translation was changed by hand.',
    todo: 'Export again and let the bureau carry its translations over.',
  };
}

/** Texts the translation does not have. */
export function missingUnits(ids: readonly string[], path: string): Words {
  const shown = ids.slice(0, 5);
  const more = ids.length > shown.length ? ` and ${ids.length - shown.length} more` : '';
  return {
    rule: 'translation-missing-texts',
    what: `${counted(ids.length, 'text')} of ${path} ${ids.length === 1 ? 'is' : 'are'} not in here: ${listed(shown)}${more}.`,
    why: 'Texts were lost on the way, or were added to the guide since the export.',
    todo: 'Ask for the whole file, or export again.',
  };
}

/** The source has other words now. */
export function sourceChanged(id: string, place: string): Words {
  return {
    rule: 'translation-source-changed',
    what: `The source of "${id}" (${place}) is not what was sent out.`,
    why: 'The guide was changed since the export, or the source was changed in the translation.',
    todo: 'Export again and let the bureau carry its translations over.',
  };
}

/** The translation in the guide has other words now. */
export function targetChanged(id: string): Words {
  return {
    rule: 'translation-target-changed',
    what: `Somebody has changed the translation of "${id}" in the guide since the export, and the bureau has changed it too.`,
    why: 'One of the two would be lost unseen.',
    todo: 'Decide which one is right: put it into both the guide and this file, or export again.',
  };
}

/** Our own mark is gone. */
export function markLost(id: string): Words {
  return {
    rule: 'translation-mark-lost',
    what: `The text "${id}" has lost the mark that the export gave it (mda:metadata).`,
    why: 'The mark shows whether somebody has changed the translation in the guide in the meantime.',
    todo: 'Ask the bureau to keep the metadata of the XLIFF file.',
  };
}

/** No translation. */
export function unitUntranslated(id: string): Words {
  return {
    rule: 'translation-untranslated',
    what: `The text "${id}" has no translation.`,
    why: 'A document is translated as a whole, so that no visitor meets two languages in one text.',
    todo: 'Ask the bureau for it.',
  };
}
