import { counted, type Words } from './words.ts';

/** Raw HTML. */
export function rawHtml(found: string): Words {
  const short = found.length > 40 ? `${found.slice(0, 40)}...` : found;
  return {
    rule: 'raw-html',
    what: `There is HTML code here: ${short.replaceAll('\n', ' ')}`,
    why: 'The guide holds text and blocks only; code is never shown to visitors and never run.',
    todo: 'Take it out. Use **bold**, *emphasis*, lists and the ::: blocks instead.',
  };
}

/** A note in HTML. */
export const htmlComment: Words = {
  rule: 'html-comment',
  what: 'There is a hidden note (<!-- ... -->) in the text.',
  why: 'What is not for visitors does not belong into the text; forgotten notes have been published before.',
  todo: 'Take it out.',
};

/** `# Title`. */
export const topHeading: Words = {
  rule: 'top-heading',
  what: 'A heading begins with one #.',
  why: 'The title of the document stands in the lines on top of the file; it is the only one of that size.',
  todo: 'Write ## for a heading.',
};

/** `#### Title` and deeper. */
export function deepHeading(level: number): Words {
  return {
    rule: 'deep-heading',
    what: `A heading begins with ${level} #.`,
    why: 'On a narrow screen two sizes of headings are enough.',
    todo: 'Write ## for a heading, or ### for a heading below it.',
  };
}

/** `###` before any `##`. */
export const headingTooSoon: Words = {
  rule: 'heading-too-soon',
  what: 'A heading with ### comes before any heading with ##.',
  why: 'Screen readers go from heading to heading and would miss a level.',
  todo: 'Write ## for this heading.',
};

/** A heading inside a list or a block. */
export const headingInside: Words = {
  rule: 'heading-inside',
  what: 'There is a heading inside a list or a block.',
  why: 'Headings are the stations of the whole page.',
  todo: 'Move it out, or write it in **bold**.',
};

/** A heading in a notice. */
export const headingInNotice: Words = {
  rule: 'heading-in-notice',
  what: 'There is a heading in a notice.',
  why: 'A notice is read at a glance: its title, then one or two short paragraphs.',
  todo: 'Take it out; write a page for what needs headings, and link to it.',
};

/** Words of a template that nobody wrote; `lines` is where such words stand, one for each. */
export function leftOfTemplate(first: string, lines: readonly number[]): Words {
  const where = `line${lines.length === 1 ? '' : 's'} ${[...new Set(lines)].join(', ')}`;
  return {
    rule: 'left-of-template',
    what: `${counted(lines.length, 'place is', 'places are')} still to be written (${where}), first of all "${first}".`,
    why: 'Words between [[ and ]] come from the template of "guide new"; visitors would see them.',
    todo: 'Write your own words in place of each, brackets included, or delete it.',
  };
}

/** A line underlined with `---` or `===`. */
export const underlinedHeading: Words = {
  rule: 'underlined-heading',
  what: 'A line of --- or === right below a text turns that text into a heading.',
  why: 'The guide writes headings with ## only, so that nobody makes one by accident.',
  todo: 'Write ## before the heading, or take the line of signs out.',
};

/** A heading without words. */
export const emptyHeading: Words = {
  rule: 'empty-heading',
  what: 'This heading has no words.',
  why: 'It would be an empty station on the line beside the text.',
  todo: 'Write the heading, or take the # out.',
};

/** A heading that is too long. */
export function headingTooLong(length: number, limit: number): Words {
  return {
    rule: 'heading-too-long',
    what: `This heading has ${length} characters; the most is ${limit}.`,
    why: 'It is a station on the line beside the text, and a long one does not fit.',
    todo: 'Say it in fewer words; 40 characters are best.',
  };
}

/** A table. */
export const table: Words = {
  rule: 'table',
  what: 'There is a table here.',
  why: 'A table does not fit a tall screen with large letters, and cannot be read aloud well.',
  todo: 'Write it as a list, one line of the table per item.',
};

/** A code block or code in a line. */
export const code: Words = {
  rule: 'code',
  what: 'This text would be shown as computer code.',
  why: 'Text between ` ` or with four or more spaces before it is taken for code.',
  todo: 'Take the ` signs or the spaces at the start of the line out.',
};

/** A footnote. */
export const footnote: Words = {
  rule: 'footnote',
  what: 'There is a footnote here.',
  why: 'A kiosk has no foot of the page.',
  todo: 'Say it in the sentence, or in a :::tip block.',
};

/** A blockquote. */
export const blockquote: Words = {
  rule: 'blockquote',
  what: 'A paragraph begins with >, which makes it a quotation.',
  why: 'The guide has no block for quotations.',
  todo: 'Write it as a paragraph, or as a :::tip block.',
};

/** `~~text~~`. */
export const struckOut: Words = {
  rule: 'struck-out',
  what: 'There is struck-out text here (~~ ... ~~).',
  why: 'Visitors should find what counts now, and a screen reader does not say that it is struck out.',
  todo: 'Take it out.',
};

/** A line `---` in the text. */
export const ruler: Words = {
  rule: 'ruler',
  what: 'There is a dividing line (---) here.',
  why: 'Headings divide a text; a screen reader cannot say a line.',
  todo: 'Take it out, or write a heading with ##.',
};

/** `**` that did not become bold. */
export const leftoverStars: Words = {
  rule: 'leftover-stars',
  what: 'The stars ** do not make anything bold here: visitors would see them.',
  why: 'The stars stand directly against the first and the last word: **like this**.',
  todo: 'Take out spaces between the stars and the words, and check that each ** has its partner.',
};

/** A numbered list that begins with another number. */
export function listStart(start: number): Words {
  return {
    rule: 'list-start',
    what: `This numbered list begins with ${start}.`,
    why: 'Lists are always numbered from 1, and visitors would see 1.',
    todo: 'Begin with 1. If it goes on with a list above, indent what stands between the two.',
  };
}

/** An item without text. */
export const emptyItem: Words = {
  rule: 'empty-item',
  what: 'This item of the list is empty.',
  why: 'Visitors would see a dot with nothing beside it.',
  todo: 'Write the item, or take the line out.',
};

/** A document without text. */
export const emptyDocument: Words = {
  rule: 'empty-document',
  what: 'This document has no text.',
  why: 'A visitor would open it and find nothing.',
  todo: 'Write at least one paragraph below the second ---.',
};

/** Markdown that none of the other messages describes. */
export function unknownMarkdown(kind: string): Words {
  return {
    rule: 'unknown-markdown',
    what: `The guide does not know this kind of Markdown ("${kind}").`,
    why: 'Only headings, paragraphs, lists, links, images and the ::: blocks can be shown.',
    todo: 'Write it in another way.',
  };
}
