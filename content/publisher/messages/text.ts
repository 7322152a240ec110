import type { Words } from './words.ts';

/** Raw HTML. */
export function rawHtml(found: string): Words {
  const short = found.length > 40 ? `${found.slice(0, 40)}...` : found;
  return {
    what: `There is HTML code here: ${short.replaceAll('\n', ' ')}`,
    why: 'The guide holds text and blocks only; code is never shown to visitors and never run.',
    todo: 'Take it out. Use **bold**, *emphasis*, lists and the ::: blocks instead.',
  };
}

/** A note in HTML. */
export const htmlComment: Words = {
  what: 'There is a hidden note (<!-- ... -->) in the text.',
  why: 'What is not for visitors does not belong into the text; forgotten notes have been published before.',
  todo: 'Take it out.',
};

/** `# Title`. */
export const topHeading: Words = {
  what: 'A heading begins with one #.',
  why: 'The title of the document stands in the lines on top of the file; it is the only one of that size.',
  todo: 'Write ## for a heading.',
};

/** `#### Title` and deeper. */
export function deepHeading(level: number): Words {
  return {
    what: `A heading begins with ${level} #.`,
    why: 'On a narrow screen two sizes of headings are enough.',
    todo: 'Write ## for a heading, or ### for a heading below it.',
  };
}

/** `###` before any `##`. */
export const headingTooSoon: Words = {
  what: 'A heading with ### comes before any heading with ##.',
  why: 'Screen readers go from heading to heading and would miss a level.',
  todo: 'Write ## for this heading.',
};

/** A heading inside a list or a block. */
export const headingInside: Words = {
  what: 'There is a heading inside a list or a block.',
  why: 'Headings are the stations of the whole page.',
  todo: 'Move it out, or write it in **bold**.',
};

/** A line underlined with `---` or `===`. */
export const underlinedHeading: Words = {
  what: 'A line of --- or === right below a text turns that text into a heading.',
  why: 'The guide writes headings with ## only, so that nobody makes one by accident.',
  todo: 'Write ## before the heading, or take the line of signs out.',
};

/** A heading without words. */
export const emptyHeading: Words = {
  what: 'This heading has no words.',
  why: 'It would be an empty station on the line beside the text.',
  todo: 'Write the heading, or take the # out.',
};

/** A heading that is too long. */
export function headingTooLong(length: number, limit: number): Words {
  return {
    what: `This heading has ${length} characters; the most is ${limit}.`,
    why: 'It is a station on the line beside the text, and a long one does not fit.',
    todo: 'Say it in fewer words; 40 characters are best.',
  };
}

/** A table. */
export const table: Words = {
  what: 'There is a table here.',
  why: 'A table does not fit a tall screen with large letters, and cannot be read aloud well.',
  todo: 'Write it as a list, one line of the table per item.',
};

/** A code block or code in a line. */
export const code: Words = {
  what: 'This text would be shown as computer code.',
  why: 'Text between ` ` or with four or more spaces before it is taken for code.',
  todo: 'Take the ` signs or the spaces at the start of the line out.',
};

/** A footnote. */
export const footnote: Words = {
  what: 'There is a footnote here.',
  why: 'A kiosk has no foot of the page.',
  todo: 'Say it in the sentence, or in a :::tip block.',
};

/** A blockquote. */
export const blockquote: Words = {
  what: 'A paragraph begins with >, which makes it a quotation.',
  why: 'The guide has no block for quotations.',
  todo: 'Write it as a paragraph, or as a :::tip block.',
};

/** `~~text~~`. */
export const struckOut: Words = {
  what: 'There is struck-out text here (~~ ... ~~).',
  why: 'Visitors should find what counts now, and a screen reader does not say that it is struck out.',
  todo: 'Take it out.',
};

/** A line `---` in the text. */
export const ruler: Words = {
  what: 'There is a dividing line (---) here.',
  why: 'Headings divide a text; a screen reader cannot say a line.',
  todo: 'Take it out, or write a heading with ##.',
};

/** `**` that did not become bold. */
export const leftoverStars: Words = {
  what: 'The stars ** do not make anything bold here: visitors would see them.',
  why: 'The stars stand directly against the first and the last word: **like this**.',
  todo: 'Take out spaces between the stars and the words, and check that each ** has its partner.',
};

/** A numbered list that begins with another number. */
export function listStart(start: number): Words {
  return {
    what: `This numbered list begins with ${start}.`,
    why: 'Lists are always numbered from 1, and visitors would see 1.',
    todo: 'Begin with 1. If it goes on with a list above, indent what stands between the two.',
  };
}

/** An item without text. */
export const emptyItem: Words = {
  what: 'This item of the list is empty.',
  why: 'Visitors would see a dot with nothing beside it.',
  todo: 'Write the item, or take the line out.',
};

/** A document without text. */
export const emptyDocument: Words = {
  what: 'This document has no text.',
  why: 'A visitor would open it and find nothing.',
  todo: 'Write at least one paragraph below the second ---.',
};

/** Markdown that none of the other messages describes. */
export function unknownMarkdown(kind: string): Words {
  return {
    what: `The guide does not know this kind of Markdown ("${kind}").`,
    why: 'Only headings, paragraphs, lists, links, images and the ::: blocks can be shown.',
    todo: 'Write it in another way.',
  };
}
