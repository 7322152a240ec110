import type { Words } from './words.ts';

/** `--out` names a file. */
export const outIsAFile: Words = {
  what: 'This is a file, not a folder.',
  why: 'An edition is a folder with many files in it.',
  todo: 'Give --out the name of a new folder.',
};

/** `--out` names a folder with other things in it. */
export function outIsNotOurs(found: string): Words {
  return {
    what: `This folder already holds something else ("${found}").`,
    why: 'A build replaces the whole folder, and whatever else lies there would be lost.',
    todo: 'Give --out a new or empty folder, or one that an earlier build made.',
  };
}

/** `--out` lies in the guide, or the guide in `--out`. */
export const outOverlapsContent: Words = {
  what: 'This folder and the guide lie one inside the other.',
  why: 'The edition would become part of the guide, or replace it.',
  todo: 'Give --out a folder outside the guide.',
};

/** The edition could not be written. */
export function cannotWrite(code: string): Words {
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EACCES: 'you are not allowed to write there',
    EPERM: 'you are not allowed to write there',
    EROFS: 'nothing can be written on this disk',
    EBUSY: 'another program is using this folder',
    ENOTDIR: 'part of its path is a file, not a folder',
    ENAMETOOLONG: 'its name is too long',
  };
  return {
    what: `The edition could not be written: ${reasons[code] ?? `the computer says ${code}`}.`,
    why: 'What was there before is still there, unchanged.',
    todo: 'Put that right, or give --out another folder; then build again.',
  };
}
