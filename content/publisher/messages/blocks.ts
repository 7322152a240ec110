import { listed, suggested, type Words } from './words.ts';

/** A block with three colons that the guide does not know. */
export function unknownBlock(name: string, known: readonly string[], nearest: string | undefined): Words {
  return {
    what: `The guide does not know the block ":::${name}".`,
    why: `These blocks exist: ${listed(known)}.`,
    todo: `${suggested(nearest)}Correct the name, or write it as an ordinary paragraph.`,
  };
}

/** A block written with two colons. */
export function twoColons(name: string): Words {
  return {
    what: `"::${name}" has two colons; a block has three.`,
    why: 'A block begins with a line such as :::tip[Title] and ends with a line that has only :::',
    todo: 'Write three colons, and close the block with a line :::',
  };
}

/** A block that begins wrongly and is shown as text. */
export function brokenBlock(line: string): Words {
  return {
    what: `The line "${line}" looks like the beginning of a block, but cannot be read as one.`,
    why: 'A block begins with three colons, its name without a space and its title in square brackets: :::tip[Title]',
    todo: 'Correct the line: no space after the colons, one [ and one ] around the title, nothing after it.',
  };
}

/** A `:::` that closes nothing. */
export const strayClosing: Words = {
  what: 'This ::: closes nothing.',
  why: 'Every ::: belongs to a block that was opened above it.',
  todo: 'Take it out, or look for a block above that is opened wrongly or closed twice.',
};

/** A block that is never closed. */
export function blockNotClosed(name: string): Words {
  return {
    what: `The block ":::${name}" is never closed.`,
    why: 'Everything after it would become part of the block.',
    todo: 'Write a line that has only ::: after its last line. If it is there, the block above is not closed; a block around another block needs four colons.',
  };
}

/** `{…}` after a block. */
export function blockAttributes(name: string): Words {
  return {
    what: `There are curly brackets { } after ":::${name}".`,
    why: 'The blocks of the guide have a title and nothing else.',
    todo: 'Take the curly brackets and what is in them out.',
  };
}

/** A block without its title. */
export function blockWithoutTitle(name: string): Words {
  return {
    what: `The block ":::${name}" has no title.`,
    why: 'The title tells a visitor, and a screen reader, whether to read on.',
    todo: `Write it in square brackets: :::${name}[The title]`,
  };
}

/** `:::steps[Title]`. */
export const stepsWithTitle: Words = {
  what: 'The block ":::steps" has a title.',
  why: 'Steps stand under the heading above them.',
  todo: 'Take the square brackets out; write a heading above the block if it needs one.',
};

/** `:::steps` with something else than one numbered list. */
export const stepsWithoutList: Words = {
  what: 'The block ":::steps" does not hold exactly one numbered list.',
  why: 'Its steps are drawn as stations of a line, one after the other.',
  todo: 'Put one list with 1. 2. 3. into the block, and everything else outside of it.',
};

/** A block with nothing in it. */
export function emptyBlock(name: string): Words {
  return {
    what: `The block ":::${name}" is empty.`,
    why: 'Visitors would see a frame with nothing in it.',
    todo: 'Write a sentence into it, or take the block out.',
  };
}

/** `:::next` in a page. */
export const nextInPage: Words = {
  what: 'The block ":::next" stands in a page.',
  why: 'Only checklists end with it. A page has the lines "next" and "related" on top instead.',
  todo: 'Use "next" and "related" on top of the file, or a paragraph with links.',
};

/** `:::next` before the end of a checklist, or twice. */
export const nextNotLast: Words = {
  what: 'The block ":::next" is not the last thing of this checklist.',
  why: 'It is shown once, when everything above is ticked or passed.',
  todo: 'Move it to the very end of the file, and keep only one.',
};
