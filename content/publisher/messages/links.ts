import { suggested, type Words } from './words.ts';

/** A link to a web address, an e-mail or a telephone. */
export function webLink(target: string): Words {
  return {
    rule: 'web-link',
    what: `This link goes to "${target}", outside the guide.`,
    why: 'The kiosk has no web, no mail and no telephone: a visitor would touch it and nothing would happen.',
    todo: 'Write the address as ordinary text, without [ ]( ) or < >, so that a visitor can note it down.',
  };
}

/** A link to a document that does not exist. */
export function unknownLink(target: string, nearest: string | undefined): Words {
  return {
    rule: 'unknown-link',
    what: `This link goes to "${target}", and the guide has no such document.`,
    why: 'A link holds the id of a document, for instance employment/first-interview: folder and name, without language and ending.',
    todo: `${suggested(nearest)}Correct the id, or take the link out.`,
  };
}

/** A link upwards or to another disk. */
export function linkLeavesGuide(target: string): Words {
  return {
    rule: 'link-leaves-guide',
    what: `This link goes to "${target}", a file on a disk.`,
    why: 'Links go to documents of the guide by their id, never to files and never out of its folder.',
    todo: 'Write the id of a document, for instance employment/first-interview, or take the link out.',
  };
}

/** A link to a heading. */
export function linkToPlace(target: string): Words {
  return {
    rule: 'link-to-place',
    what: `This link goes to "${target}", a place inside a document.`,
    why: 'Links go to whole documents.',
    todo: 'Leave out everything from the # on, or take the link out.',
  };
}

/** A link to the document it stands in. */
export const linkToSelf: Words = {
  rule: 'link-to-self',
  what: 'This link goes to the document it stands in.',
  why: 'A visitor would touch it and nothing would change.',
  todo: 'Link to another document, or take the link out.',
};

/** A link without a target. */
export const linkWithoutTarget: Words = {
  rule: 'link-without-target',
  what: 'This link goes nowhere: there is nothing between ( and ).',
  why: 'A visitor would touch it and nothing would happen.',
  todo: 'Write the id of a document between ( and ), or take the link out.',
};

/** A link without words. */
export const linkWithoutWords: Words = {
  rule: 'link-without-words',
  what: 'This link has no words: there is nothing between [ and ].',
  why: 'A visitor cannot see it, and a screen reader cannot say it.',
  todo: 'Write between [ and ] what the visitor will find.',
};

/** `[words](id "title")`. */
export const linkWithTitle: Words = {
  rule: 'link-with-title',
  what: 'This link has a text in quotation marks after the id.',
  why: 'On a touch screen nobody would ever see it.',
  todo: 'Leave it out, or say it in the sentence.',
};

/** `[words][label]` and `[label]: target`. */
export const linkByReference: Words = {
  rule: 'link-by-reference',
  what: 'This link keeps its target in another place of the file.',
  why: 'The guide has only one form of link.',
  todo: 'Write it as [words](employment/first-interview).',
};

/** Something like a link that Markdown did not take for one. */
export const brokenLink: Words = {
  rule: 'broken-link',
  what: 'This looks like a link, but it is not complete: visitors would see its brackets.',
  why: 'A link is [words](id), with no space between ] and ( and no space in the id.',
  todo: 'Write it as [words](employment/first-interview).',
};

/** `next`, `related` or `featured` names a document that does not exist. */
export function unknownReference(key: string, target: string, nearest: string | undefined): Words {
  return {
    rule: 'unknown-reference',
    what: `"${key}" names "${target}", and the guide has no such document.`,
    why: 'It holds the id of a document, for instance employment/first-interview: folder and name, without language and ending.',
    todo: `${suggested(nearest)}Correct the id, or take it out.`,
  };
}

/** `next` or `related` names the document itself. */
export function referenceToSelf(key: string): Words {
  return {
    rule: 'reference-to-self',
    what: `"${key}" names this very document.`,
    why: 'A visitor who has read it wants to go on to something else.',
    todo: 'Name another document, or take it out.',
  };
}
