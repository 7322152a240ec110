import type { Words } from './words.ts';

/** `###` in a checklist. */
export const subheadingInChecklist: Words = {
  rule: 'subheading-in-checklist',
  what: 'A checklist has only headings with ##, one for each group.',
  why: 'A visitor ticks group by group.',
  todo: 'Write ## to begin a new group, or use a paragraph.',
};

/** A box in a page. */
export const boxInPage: Words = {
  rule: 'box-in-page',
  what: 'There is a box to tick here ("[ ]").',
  why: 'Boxes can only stand in the groups of a checklist.',
  todo: 'Take the [ ] out, or make this document a checklist.',
};

/** `- [x]`. */
export const tickedBox: Words = {
  rule: 'ticked-box',
  what: 'This box is already ticked.',
  why: 'Every visitor begins with empty boxes.',
  todo: 'Write - [ ] with a space between the brackets.',
};

/** An item of a checklist without its box. */
export const itemWithoutBox: Words = {
  rule: 'item-without-box',
  what: 'This item has no box to tick.',
  why: 'In a group of a checklist each item is something to tick.',
  todo: 'Begin it with "- [ ] ", with one space between the brackets and one after them.',
};

/** An item of a checklist that does not begin with words. */
export const itemWithoutWords: Words = {
  rule: 'item-without-words',
  what: 'This item has no words beside its box.',
  why: 'A visitor has to know what the box stands for.',
  todo: 'Write the words directly after "- [ ] ".',
};

/** A group without boxes. */
export const groupWithoutBoxes: Words = {
  rule: 'group-without-boxes',
  what: 'This group has no boxes to tick.',
  why: 'A group of a checklist is a title, perhaps a sentence, and then a list of boxes.',
  todo: 'Add items that begin with "- [ ] ", or take the group out.',
};

/** Something after the boxes of a group. */
export const afterBoxes: Words = {
  rule: 'after-boxes',
  what: 'There is something after the boxes of this group.',
  why: 'A group of a checklist is a title, perhaps a sentence, and then one list of boxes.',
  todo: 'Move it above the boxes, indent it so that it explains the last box, or begin a new group with ##.',
};

/** A checklist without groups. */
export const noGroups: Words = {
  rule: 'no-groups',
  what: 'This checklist has no groups.',
  why: 'Visitors tick group by group.',
  todo: 'Add a heading with ## and below it items that begin with "- [ ] ".',
};
