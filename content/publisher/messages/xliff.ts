import type { Code } from '../translation/codes.ts';
import type { Words } from './words.ts';

/** Bytes that are no text. */
export const xliffNotText: Words = {
  rule: 'xliff-not-text',
  what: 'This file is no text in UTF-8 or UTF-16.',
  why: 'XLIFF files are text; a package of a translation tool (.zip, .sdlppx ...) has to be unpacked first.',
  todo: 'Ask for the translated .xlf file itself.',
};

/** No XML. `detail` is the parser's own sentence. */
export function notXml(detail: string): Words {
  return {
    rule: 'xliff-damaged',
    what: `This file is damaged: ${detail}.`,
    why: 'It is no well-formed XML here; it may have been cut off or changed by hand.',
    todo: 'Ask for the file again, or undo the change on this line.',
  };
}

/** XML of another kind. */
export function notXliff(root: string): Words {
  return {
    rule: 'xliff-other-file',
    what: `This is no XLIFF file: it begins with <${root}>.`,
    why: 'Translations come back in the file that "export-translation" made.',
    todo: 'Ask for the translated .xlf file.',
  };
}

/** XLIFF, but not 2.x. */
export function otherXliff(version: string): Words {
  return {
    rule: 'xliff-version',
    what: `This is XLIFF of the version "${version}".`,
    why: '"export-translation" makes version 2.0; its marks are lost when a tool turns it into another version.',
    todo: 'Ask for the translation in XLIFF 2.0.',
  };
}

/** No languages on top. */
export const xliffWithoutLanguage: Words = {
  rule: 'xliff-without-language',
  what: 'This file does not say its two languages (srcLang and trgLang).',
  why: 'Without them nobody can tell which files of the guide are meant.',
  todo: 'Ask for the file again: the export has both on its second line.',
};

/** Nothing in it. */
export const emptyXliff: Words = {
  rule: 'xliff-empty',
  what: 'This file holds no texts.',
  why: 'A translation has one part for each file of the guide.',
  todo: 'Ask for the file again.',
};

/** The same file twice. */
export function doubledFile(id: string): Words {
  return {
    rule: 'xliff-doubled-file',
    what: `The part "${id}" is in here twice.`,
    why: 'Nobody can tell which of the two counts.',
    todo: 'Delete one of the two, or ask for the file again.',
  };
}

/** The same text twice. */
export function doubledUnit(id: string, file: string): Words {
  return {
    rule: 'xliff-doubled-unit',
    what: `The text "${id}" of "${file}" is in here twice.`,
    why: 'Nobody can tell which of the two counts.',
    todo: 'Delete one of the two, or ask for the file again.',
  };
}

/** A text without its source. */
export function unitWithoutSource(id: string): Words {
  return {
    rule: 'xliff-without-source',
    what: `The text "${id}" has lost its source.`,
    why: 'The source shows that the translation still belongs to the words in the guide.',
    todo: 'Ask for the file again.',
  };
}

/** A translation marked with another language. */
export function targetInOtherLanguage(id: string, found: string, expected: string): Words {
  return {
    rule: 'xliff-other-language',
    what: `The translation of "${id}" is marked as "${found}", not "${expected}".`,
    why: 'One file holds one pair of languages.',
    todo: 'Ask the bureau which language it is.',
  };
}

/** An element in a text that XLIFF does not have there. */
export function unknownInline(id: string, name: string): Words {
  return {
    rule: 'xliff-unknown-element',
    what: `There is a <${name}> in the text "${id}".`,
    why: 'XLIFF has no such thing inside of a text, and the guide would not know what to show.',
    todo: 'Take it out, or ask for the file again.',
  };
}

/** A code nobody knows. */
export function codeUnknown(unit: string, code: string): Words {
  return {
    rule: 'translation-unknown-code',
    what: `The translation of "${unit}" holds the code "${code}", which its source does not have.`,
    why: 'Codes stand for bold, emphasis, links and line breaks; this one stands for nothing.',
    todo: 'Use the codes of the source, or take it out.',
  };
}

/** A code crosses another one or has lost its other half. */
export function codeBroken(unit: string, id: string, code: Code | undefined): Words {
  return {
    rule: 'translation-broken-code',
    what: `In the translation of "${unit}", ${codeName(id, code)} is not closed where it should be.`,
    why: 'Each code has a beginning and an end, and lies whole inside or outside of another.',
    todo: 'Put both halves of the code around the same words as in the source.',
  };
}

/** A code is gone. */
export function codeLost(unit: string, id: string, code: Code | undefined): Words {
  return {
    rule: 'translation-lost-code',
    what: `The translation of "${unit}" has lost ${codeName(id, code)}.`,
    why: 'What is bold, emphasised or linked in one language is so in the other.',
    todo: 'Put the code around the words it belongs to.',
  };
}

/** A code is there twice. */
export function codeDoubled(unit: string, id: string, code: Code | undefined): Words {
  return {
    rule: 'translation-doubled-code',
    what: `The translation of "${unit}" has ${codeName(id, code)} more than once.`,
    why: 'Each code of the source stands for one place in the text.',
    todo: 'Keep it once.',
  };
}

/** A code around nothing. */
export function codeWithoutWords(unit: string): Words {
  return {
    rule: 'translation-empty-code',
    what: `In the translation of "${unit}" a code stands around no words.`,
    why: 'Nothing can be bold, emphasised or linked there.',
    todo: 'Put the words it belongs to between its two halves.',
  };
}

/** Markdown has no way to write it. */
export function cannotBeWritten(unit: string): Words {
  return {
    rule: 'translation-cannot-be-written',
    what: `The translation of "${unit}" cannot be written so that it reads back the same.`,
    why: 'Bold and emphasis cannot begin or end with a sign such as a bracket or quotation mark in the middle of a word, nor stand side by side.',
    todo: 'Move the code so that it begins and ends with a letter, or put a space beside it.',
  };
}

function codeName(id: string, code: Code | undefined): string {
  switch (code?.type) {
    case 'strong':
      return `the bold "${id}"`;
    case 'emphasis':
      return `the emphasis "${id}"`;
    case 'link':
      return `the link "${id}" to ${code.to}`;
    case 'break':
      return `the line break "${id}"`;
    default:
      return `the code "${id}"`;
  }
}
