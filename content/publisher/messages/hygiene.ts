import type { Words } from './words.ts';

/** A file that is called a text and is none. */
export function notText(content: string): Words {
  return {
    rule: 'not-text',
    what: `This file is not a text: inside, it is ${content}.`,
    why: 'The guide is written in plain text files; the content of a file counts, not its name.',
    todo: 'Open the original, copy its words into a new plain text file, and take this one out of the guide folder.',
  };
}

/** Characters that stand for nothing a person can read. */
export function controlCharacter(code: string): Words {
  return {
    rule: 'control-character',
    what: `There is a sign here that is no letter and cannot be shown (${code}).`,
    why: 'It comes from a file that was damaged, or saved in another encoding such as UTF-16.',
    todo: 'Save the file again with the encoding "UTF-8". If that does not help, delete this line and write it anew.',
  };
}

/** Signs that turn the direction of the letters around them. */
export function bidiCharacter(code: string): Words {
  return {
    rule: 'bidi-character',
    what: `There is an invisible sign here that turns the direction of writing (${code}).`,
    why: 'With it a text looks different from what it says, on the screen and in your editor.',
    todo: 'Delete the words around this place and write them anew; copying them would copy the sign too.',
  };
}

/** Signs that take no place on the screen. */
export function invisibleCharacter(code: string): Words {
  return {
    rule: 'invisible-character',
    what: `There is an invisible sign here (${code}).`,
    why: 'Nobody can see it, but the words around it are no longer found, and an id with it leads nowhere.',
    todo: 'Delete the word at this place and write it anew; copying it would copy the sign too.',
  };
}

/** The sign that stands for a letter that could not be read. */
export const lostLetter: Words = {
  rule: 'lost-letter',
  what: 'A letter was lost here: there is the sign that stands for it.',
  why: 'It happens when a text goes through a program that does not know é or ë.',
  todo: 'Write the word anew, and look for others like it in this file.',
};

/** A sign that only one program or typeface knows. */
export function privateSign(code: string): Words {
  return {
    rule: 'private-sign',
    what: `There is a sign here that only the program it comes from can show (${code}).`,
    why: 'Visitors would see an empty box. Often it is the dot of a list that was pasted from a text program.',
    todo: 'Delete it; write - at the beginning of the line for a list.',
  };
}

/** A text much longer than a visitor reads. */
export function textTooLong(length: number, limit: number): Words {
  return {
    rule: 'text-too-long',
    what: `This file has ${length} characters; the most is ${limit}.`,
    why: 'Nobody reads that much standing, and it may be something else than a text.',
    todo: 'Cut it into several documents that link to each other.',
  };
}

/** A line that no person has written. */
export function lineTooLong(length: number, limit: number): Words {
  return {
    rule: 'line-too-long',
    what: `This line has ${length} characters; the most is ${limit}.`,
    why: 'No paragraph is that long: something was pasted that is not a text, or all line ends were lost.',
    todo: 'Cut it into paragraphs with an empty line between them, or take it out.',
  };
}

/** Things inside things inside things. */
export const nestedTooDeep: Words = {
  rule: 'nested-too-deep',
  what: 'Too many lists, blocks or brackets stand one inside the other here.',
  why: 'On a narrow screen there is room for one list in another, hardly for a third.',
  todo: 'Close what is open above this place (each ::: block needs its ::: at the end), or write it side by side.',
};
