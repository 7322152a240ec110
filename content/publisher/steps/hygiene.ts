import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { lineAndColumn, type Problem, problemAt, wholeFile } from '../problem.ts';
import type { SourceFile, Sources } from './read-sources.ts';
import { decodeText } from './sort-files.ts';

/** Longest text file of a guide, in characters: about forty screens. */
export const MAX_TEXT_CHARACTERS = 100_000;

/** Longest line of a text file, in characters: about eight hundred words. */
export const MAX_LINE_CHARACTERS = 5_000;

/** How many `:::` blocks can be open at the same place. */
const MAX_OPEN_BLOCKS = 8;

/** How many brackets can be open at the same place of YAML. */
const MAX_OPEN_BRACKETS = 12;

/** The files that can be read further, and what was found on the way. */
export type Cleaned = {
  readonly sources: Sources;
  /** Invisible signs in files that can be read all the same. */
  readonly problems: readonly Problem[];
};

/**
 * Sets aside text files that no person can have meant: not text, endless, or nested so deeply that reading them takes
 * for ever. What is only invisible is reported, and the file read on.
 */
export function clean({ files, problems }: Sources): Cleaned {
  const kept: SourceFile[] = [];
  const refused: Problem[] = [];
  const noticed: Problem[] = [];
  for (const file of files) {
    const text = isText(file.path) ? decodeText(file.bytes) : undefined;
    const wrong = isText(file.path) ? unreadable(file, text) : undefined;
    if (wrong !== undefined) {
      refused.push(wrong);
      continue;
    }
    kept.push(file);
    if (text !== undefined) noticed.push(...invisibleSigns(file.path, text));
  }
  return { sources: { files: kept, problems: [...problems, ...refused] }, problems: noticed };
}

function isText(path: string): boolean {
  return path.endsWith('.md') || path.endsWith('.yaml') || path.endsWith('.vtt');
}

/** The one reason not to read a file any further; `text` is undefined when it is not UTF-8. */
function unreadable(file: SourceFile, text: string | undefined): Problem | undefined {
  const whole = wholeFile(file.path);
  const content = disguised(file.bytes);
  if (content !== undefined) return problemAt(whole, say.notText(content));
  // Another encoding is told where the files are sorted.
  if (text === undefined) return undefined;
  const at = (offset: number, words: Words): Problem =>
    problemAt({ file: file.path, ...lineAndColumn(text, offset) }, words);

  const control = /[^\P{Cc}\n\t]/u.exec(text);
  if (control !== null) return at(control.index, say.controlCharacter(codeOf(control[0])));
  const place = badLine(text, at) ?? deepBrackets(file.path, text, at);
  if (place !== undefined || text.length <= MAX_TEXT_CHARACTERS) return place;
  return problemAt(whole, say.textTooLong(text.length, MAX_TEXT_CHARACTERS));
}

/** Brackets in brackets in YAML: all of `guide.yaml`, or the lines on top of a text. */
function deepBrackets(
  path: string,
  text: string,
  at: (offset: number, words: Words) => Problem,
): Problem | undefined {
  const end = path.endsWith('.yaml') ? text.length : /^---\n[\s\S]*?\n---(?=\s)/.exec(text)?.[0].length;
  let open = 0;
  for (let offset = 0; offset < (end ?? 0); offset++) {
    const sign = text[offset];
    if (sign === '[' || sign === '{') open++;
    else if (sign === ']' || sign === '}') open--;
    if (open > MAX_OPEN_BRACKETS) return at(offset, say.nestedTooDeep);
  }
  return undefined;
}

/** How files begin that are sometimes given the name of a text. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['504b0304', 'a ZIP archive, as the documents of text programs are'],
  ['d0cf11e0', 'a document of a text program'],
  ['7b5c727466', 'a document of a text program'],
  ['25504446', 'a PDF document'],
  ['89504e47', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
];

function disguised(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('hex');
  return BEGINNINGS.find(([sign]) => start.startsWith(sign))?.[1];
}

/** Many `- ` or `> ` in front of a line, a line that begins far to the right, many colons in a row. */
const NESTED = /^\s*(?:(?:[-*+]|\d+[.)])\s+|>\s*){9}|^\s{41,}\S|:{13}/;

function badLine(text: string, at: (offset: number, words: Words) => Problem): Problem | undefined {
  let offset = 0;
  let open = 0;
  for (const line of text.split('\n')) {
    if (line.length > MAX_LINE_CHARACTERS)
      return at(offset, say.lineTooLong(line.length, MAX_LINE_CHARACTERS));
    if (/^\s*:{3,}\s*$/.test(line)) open = Math.max(0, open - 1);
    else if (/^\s*:{3,}\s*\p{L}/u.test(line)) open++;
    if (open > MAX_OPEN_BLOCKS || NESTED.test(line)) return at(offset, say.nestedTooDeep);
    offset += line.length + 1;
  }
  return undefined;
}

/** Signs nobody can see, and how each sort is told. */
const INVISIBLE: readonly { readonly find: RegExp; readonly words: (code: string) => Words }[] = [
  { find: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, words: say.bidiCharacter },
  // The joiner U+200D is part of many pictograms; between letters it has no business here.
  {
    find: /[\u200b\u200c\u2028\u2029\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]|(?<=[\p{Script=Latin}\d])\u200d|\u200d(?=[\p{Script=Latin}\d])/u,
    words: say.invisibleCharacter,
  },
  { find: /[\ue000-\uf8ff]/u, words: say.privateSign },
  { find: /\ufffd/u, words: () => say.lostLetter },
];

/** The first sign of each sort. */
function invisibleSigns(path: string, text: string): Problem[] {
  return INVISIBLE.flatMap(({ find, words }) => {
    const found = find.exec(text);
    if (found === null) return [];
    return [problemAt({ file: path, ...lineAndColumn(text, found.index) }, words(codeOf(found[0])))];
  });
}

/** `U+200B` for a zero-width space. */
function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
