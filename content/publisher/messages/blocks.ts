import { listed, suggested, type Words } from './words.ts';

/** A block with three colons that the guide does not know. */
export function unknownBlock(name: string, known: readonly string[], nearest: string | undefined): Words {
  return {
    rule: 'unknown-block',
    what: `The guide does not know the block ":::${name}".`,
    why: `These blocks exist: ${listed(known)}.`,
    todo: `${suggested(nearest)}Correct the name, or write it as an ordinary paragraph.`,
  };
}

/** A block written with two colons. */
export function twoColons(name: string): Words {
  return {
    rule: 'two-colons',
    what: `"::${name}" has two colons; a block has three.`,
    why: 'A block begins with a line such as :::tip[Title] and ends with a line that has only :::',
    todo: 'Write three colons, and close the block with a line :::',
  };
}

/** A line of its own written with three colons. */
export function threeColons(name: string): Words {
  return {
    rule: 'three-colons',
    what: `":::${name}" has three colons; this one has two.`,
    why: `It is one line with nothing inside: ${lineExample(name)}`,
    todo: 'Write two colons, and take the closing ::: out.',
  };
}

/** `::checklist` or `::events` that is shown as text. */
export function brokenLineBlock(line: string): Words {
  return {
    rule: 'broken-line-block',
    what: `The line "${line}" looks like a block of one line, but cannot be read as one.`,
    why: `It stands alone: two colons, its name without a space, its details in curly brackets, as in ${lineExample('checklist')} or ${lineExample('events')}`,
    todo: 'Correct the line: nothing before and after it, an empty line above and below, one { and one }.',
  };
}

/** `::events[Title]`. */
export function lineBlockWithTitle(name: string): Words {
  return {
    rule: 'line-block-with-title',
    what: `"::${name}" has words in square brackets.`,
    why: 'It shows the titles of what it offers.',
    todo: 'Take the square brackets out; write a heading or a sentence above it if it needs one.',
  };
}

/** A detail in curly brackets that a block does not have. */
export function unknownBlockDetail(
  name: string,
  key: string,
  known: readonly string[],
  nearest: string | undefined,
): Words {
  return {
    rule: 'unknown-block-detail',
    what: `"::${name}" knows no "${key}".`,
    why: `In its curly brackets can stand ${listed(known)}, as in ${lineExample(name)}`,
    todo: `${suggested(nearest)}Correct the name, or take it out.`,
  };
}

/** `::checklist` alone. */
export const checklistWithoutId: Words = {
  rule: 'checklist-without-id',
  what: '"::checklist" does not say which checklist.',
  why: `It names one in curly brackets: ${lineExample('checklist')}`,
  todo: 'Add the id of a checklist.',
};

/** `::checklist` with an id that does not exist. */
export function unknownChecklist(id: string, nearest: string | undefined): Words {
  return {
    rule: 'unknown-checklist',
    what: `"::checklist" names "${id}", and the guide has no such document.`,
    why: 'The id of a checklist is checklists/ and the name of its file, without language and ending.',
    todo: `${suggested(nearest)}Correct the id, or take the line out.`,
  };
}

/** `::checklist` with the id of another kind of document. */
export function notAChecklist(id: string): Words {
  return {
    rule: 'not-a-checklist',
    what: `"::checklist" names "${id}", which is not a checklist.`,
    why: 'It offers boxes to tick in the middle of a text.',
    todo: 'Name a checklist, or write a link: [words](id).',
  };
}

function lineExample(name: string): string {
  return name === 'events' ? '::events{type=workshop theme=employment}' : '::checklist{id=checklists/my-cv}';
}

/** A block that begins wrongly and is shown as text. */
export function brokenBlock(line: string): Words {
  return {
    rule: 'broken-block',
    what: `The line "${line}" looks like the beginning of a block, but cannot be read as one.`,
    why: 'A block begins with three colons, its name without a space and its title in square brackets: :::tip[Title]',
    todo: 'Correct the line: no space after the colons, one [ and one ] around the title, nothing after it.',
  };
}

/** A `:::` that closes nothing. */
export const strayClosing: Words = {
  rule: 'stray-closing',
  what: 'This ::: closes nothing.',
  why: 'Every ::: belongs to a block that was opened above it.',
  todo: 'Take it out, or look for a block above that is opened wrongly or closed twice.',
};

/** A block that is never closed. */
export function blockNotClosed(name: string): Words {
  return {
    rule: 'block-not-closed',
    what: `The block ":::${name}" is never closed.`,
    why: 'Everything after it would become part of the block.',
    todo: 'Write a line that has only ::: after its last line. If it is there, the block above is not closed; a block around another block needs four colons.',
  };
}

/** `{…}` after a block. */
export function blockAttributes(name: string): Words {
  return {
    rule: 'block-attributes',
    what: `There are curly brackets { } after ":::${name}".`,
    why: 'The blocks of the guide have a title and nothing else.',
    todo: 'Take the curly brackets and what is in them out.',
  };
}

/** A block without its title. */
export function blockWithoutTitle(name: string): Words {
  return {
    rule: 'block-without-title',
    what: `The block ":::${name}" has no title.`,
    why: 'The title tells a visitor, and a screen reader, whether to read on.',
    todo: `Write it in square brackets: :::${name}[The title]`,
  };
}

/** `:::steps[Title]`. */
export const stepsWithTitle: Words = {
  rule: 'steps-with-title',
  what: 'The block ":::steps" has a title.',
  why: 'Steps stand under the heading above them.',
  todo: 'Take the square brackets out; write a heading above the block if it needs one.',
};

/** `:::steps` with something else than one numbered list. */
export const stepsWithoutList: Words = {
  rule: 'steps-without-list',
  what: 'The block ":::steps" does not hold exactly one numbered list.',
  why: 'Its steps are drawn as stations of a line, one after the other.',
  todo: 'Put one list with 1. 2. 3. into the block, and everything else outside of it.',
};

/** A block with nothing in it. */
export function emptyBlock(name: string): Words {
  return {
    rule: 'empty-block',
    what: `The block ":::${name}" is empty.`,
    why: 'Visitors would see a frame with nothing in it.',
    todo: 'Write a sentence into it, or take the block out.',
  };
}

/** `:::next` in a page. */
export const nextInPage: Words = {
  rule: 'next-in-page',
  what: 'The block ":::next" does not stand in a checklist.',
  why: 'Only checklists end with it. Other documents have the lines "next" and "related" on top instead.',
  todo: 'Use "next" and "related" on top of the file, or a paragraph with links.',
};

/** `:::next` before the end of a checklist, or twice. */
export const nextNotLast: Words = {
  rule: 'next-not-last',
  what: 'The block ":::next" is not the last thing of this checklist.',
  why: 'It is shown once, when everything above is ticked or passed.',
  todo: 'Move it to the very end of the file, and keep only one.',
};
