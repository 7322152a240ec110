import type { Words } from './words.ts';

/** `--out` names a file. */
export const outIsAFile: Words = {
  rule: 'out-is-a-file',
  what: 'This is a file, not a folder.',
  why: 'An edition is a folder with many files in it.',
  todo: 'Give --out the name of a new folder.',
};

/** `--out` names a folder with other things in it. */
export function outIsNotOurs(found: string): Words {
  return {
    rule: 'out-is-not-ours',
    what: `This folder already holds something else ("${found}").`,
    why: 'A build replaces the whole folder, and whatever else lies there would be lost.',
    todo: 'Give --out a new or empty folder, or one that an earlier build made.',
  };
}

/** `--out` lies in the guide, or the guide in `--out`. */
export const outOverlapsContent: Words = {
  rule: 'out-overlaps-content',
  what: 'This folder and the guide lie one inside the other.',
  why: 'The edition would become part of the guide, or replace it.',
  todo: 'Give --out a folder outside the guide.',
};

/** The edition could not be written. */
export function cannotWrite(code: string): Words {
  return {
    rule: 'cannot-write',
    what: `The edition could not be written: ${reasonOf(code)}.`,
    why: 'What was there before is still there, unchanged.',
    todo: 'Put that right, or give --out another folder; then build again.',
  };
}

/** What a code of the computer for a trouble with the disk means. */
export function reasonOf(code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EACCES: 'you are not allowed to write there',
    EPERM: 'you are not allowed to write there',
    EROFS: 'nothing can be written on this disk',
    EBUSY: 'another program is using this folder',
    ENOTDIR: 'part of its path is a file, not a folder',
    ENAMETOOLONG: 'its name is too long',
    EEXIST: 'a file of this name appeared meanwhile',
  };
  return reasons[code] ?? `the computer says ${code}`;
}
