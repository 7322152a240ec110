import { reasonOf } from './output.ts';
import type { Words } from './words.ts';

// Words about published trees: what terminals read.

/** The folder cannot be read. */
export function treeUnreadable(code: string): Words {
  return {
    rule: 'tree-unreadable',
    what: `This folder cannot be read: ${code === 'ENOENT' ? 'it is not there' : reasonOf(code)}.`,
    why: 'What is published there has to be known before anything can be done with it.',
    todo: 'Check the name of the folder.',
  };
}

/** The folder cannot be written. */
export function treeNotWritable(code: string): Words {
  return {
    rule: 'tree-not-writable',
    what: `Nothing can be written into this folder: ${reasonOf(code)}.`,
    why: 'What terminals read is as it was.',
    todo: 'Put that right, or give --to another folder; then run the same command again.',
  };
}

/** Something else lies there. */
export function notATree(found: string): Words {
  return {
    rule: 'not-a-tree',
    what: `This folder holds something else ("${found}") and nothing that was published.`,
    why: 'Published files would be mixed with it, and given away by a web server together with it.',
    todo: 'Give --to a new or empty folder, or one that was published into before.',
  };
}

/** Signed by other keys. */
export const treeOfAnotherCentre: Words = {
  rule: 'tree-of-another-centre',
  what: 'This tree was begun with other keys: its root.json is not the one beside your keys.',
  why: 'Its terminals trust other keys; they would take nothing you sign.',
  todo: 'Check --to and --keys: they belong to two centres, or one of them is damaged.',
};

/** Not signed by this centre. */
export function notSignedByUs(role: string): Words {
  return {
    rule: 'not-signed-by-us',
    what: `The keys of this centre did not sign this as "${role}", or not enough of them.`,
    why: 'Terminals do not take it. Somebody else changed the tree, or it is damaged.',
    todo: 'Copy the tree again from where it is whole. If nobody changed it by mistake, find out who can write there.',
  };
}

/** A signed file that is not what was signed. */
export const metadataDamaged: Words = {
  rule: 'metadata-damaged',
  what: 'This file is missing, or is not the one that was signed.',
  why: 'Terminals do not follow a tree in which it is wrong.',
  todo: 'Copy the tree again from where it is whole: everything else first, metadata/timestamp.json last.',
};

/** A blob that is not what was published. */
export const blobDamaged: Words = {
  rule: 'blob-damaged',
  what: 'This file is missing, or is not the one that was published.',
  why: 'An edition cannot be read without it.',
  todo: 'Copy it again from where the tree is whole, or publish the guide again: publish puts right what it needs.',
};

/** Written by another version. */
export const treeOfOtherVersion: Words = {
  rule: 'tree-of-other-version',
  what: 'This was published by another version of the guide command: its form is not known to this one.',
  why: 'Publishing over it could lose what it says.',
  todo: 'Use the version of the guide command that published last.',
};

/** Somebody else publishes right now. */
export function somebodyPublishes(
  holder: { readonly host: string; readonly pid: number; readonly since: string } | undefined,
): Words {
  const who = holder === undefined ? '' : ` (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
  return {
    rule: 'somebody-publishes',
    what: `Somebody else is publishing into this tree right now${who}.`,
    why: 'Two at a time would contradict each other.',
    todo: 'Wait until they are done. If that computer broke down in the middle of it, delete this file, then run the same command again.',
  };
}

/** An old copy of a tree. */
export const treeIsOlder: Words = {
  rule: 'tree-is-older',
  what: 'This tree is older than what was published into it from here before: it looks like an old copy.',
  why: 'Terminals have seen higher numbers and would refuse lower ones.',
  todo: 'Bring back the newest copy. If there is none, publish each channel with --restored: the numbers then go on above the highest ever used.',
};

/** The clock is behind. */
export function clockIsBehind(latest: string): Words {
  return {
    rule: 'clock-is-behind',
    what: `The clock of this computer is wrong: the last publication was at ${latest}, which is still to come.`,
    why: 'Signatures made now would end too soon, or be over already.',
    todo: 'Set the clock, then run the same command again.',
  };
}

/** The root has ended. */
export function rootEnded(expires: string): Words {
  return {
    rule: 'root-ended',
    what: `root.json ended on ${expires.slice(0, 10)}.`,
    why: 'Terminals take nothing new until a new version of it is signed; they go on showing what they have.',
    todo: 'Bring the root keys together: npm run guide -- refresh --also root --to DIR --keys DIR,DIR',
  };
}

/** Shown on a copy: terminals would not follow. */
export function notFollowed(detail: string): Words {
  return {
    rule: 'not-followed',
    what: `Terminals would not follow this (${detail}).`,
    why: 'It was tried on a copy before anything was written. The tree is as it was.',
    todo: 'Look at the tree with "verify". If it is in order there, please report this sentence.',
  };
}

/** The reason of {@link notFollowed} where a file is too large. */
export function metadataTooLarge(path: string, most: number): string {
  return `${path} would have more than the ${most} bytes that terminals read of it: there are too many channels`;
}

/** Could not be written; nothing visible happened. */
export function treeNotWritten(code: string): Words {
  return {
    rule: 'tree-not-written',
    what: `The publication could not be written: ${reasonOf(code)}.`,
    why: 'What was new was taken away again; terminals see what they saw before.',
    todo: 'Put that right, then run the same command again.',
  };
}

/** Could not be finished, and part of it may be seen. */
export function publicationUnfinished(code: string): Words {
  return {
    rule: 'publication-unfinished',
    what: `The publication could not be finished: ${reasonOf(code)}.`,
    why: 'The tree is in order at every step, so terminals see the old or the new; but the last step is missing.',
    todo: 'Put that right, then run the same command again.',
  };
}

/** Nothing there yet. */
export const nothingPublished: Words = {
  rule: 'nothing-published',
  what: 'Nothing was published into this tree yet.',
  why: 'There is no edition to work with.',
  todo: 'Publish first: npm run guide -- publish --to DIR --channel canary --keys DIR',
};
