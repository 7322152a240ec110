import { languageName, type Words } from './words.ts';

/** A sentence with too many words. */
export function longSentence(words: number, limit: number): Words {
  return {
    rule: 'long-sentence',
    what: `This sentence has ${words} words; more than ${limit} are hard to follow.`,
    why: 'Visitors read standing, many of them in a second language.',
    todo: 'Make two sentences of it.',
  };
}

/** A paragraph with too many sentences. */
export function manySentences(sentences: number, limit: number): Words {
  return {
    rule: 'long-paragraph',
    what: `This paragraph has ${sentences} sentences; ${limit} are the most that is easy to read.`,
    why: 'A wall of text is skipped.',
    todo: 'Make two paragraphs or a list of it, on both sides.',
  };
}

/** A paragraph with too many words. */
export function manyWords(words: number, limit: number): Words {
  return {
    rule: 'long-paragraph',
    what: `This paragraph has ${words} words; ${limit} are the most that is easy to read.`,
    why: 'A wall of text is skipped.',
    todo: 'Make two paragraphs or a list of it, on both sides.',
  };
}

/** A word too long for the width of the screen. */
export function longWordInTitle(word: string, length: number, limit: number): Words {
  return {
    rule: 'long-word-in-title',
    what: `The word "${word}" has ${length} letters; in a title there is room for ${limit}.`,
    why: 'Titles are set very large on a narrow screen, and a word that is too long has to be broken or sticks out.',
    todo: 'Choose a shorter word, or write it with a hyphen or as two words.',
  };
}

/** A link whose words do not say where it leads. */
export function vagueLink(words: string): Words {
  return {
    rule: 'vague-link',
    what: `The words of this link, "${words}", do not say where it leads.`,
    why: 'Many people jump from link to link, and a screen reader lists links without the text around them.',
    todo: 'Link the words that name the other document, for instance its title.',
  };
}

/** An abbreviation that nobody explains. */
export function unexplainedAbbreviation(letters: string): Words {
  return {
    rule: 'unexplained-abbreviation',
    what: `"${letters}" is not explained in this document.`,
    why: 'More than half of the visitors come for the first time, and many read in a second language.',
    todo: `Write it out the first time, with ${letters} in round brackets after it. An ordinary word needs small letters.`,
  };
}

/** A summary that only says the title again. */
export const summaryRepeatsTitle: Words = {
  rule: 'summary-repeats-title',
  what: 'The summary says the same as the title.',
  why: 'Lists show the two below each other; the summary is the place to say what a visitor will find.',
  todo: 'Say in one sentence what the document helps with.',
};

/** Two documents that nobody can tell apart. */
export function twinTitles(other: string): Words {
  return {
    rule: 'twin-titles',
    what: `"${other}" has the same title.`,
    why: 'In a list and in the search nobody can tell the two apart.',
    todo: 'Give one of them another title, or make one document of the two.',
  };
}

/** A description that describes nothing. */
export function emptyAlt(words: string): Words {
  return {
    rule: 'empty-description',
    what: `The description of this image is only "${words}".`,
    why: 'A visitor who cannot see the image learns nothing from it.',
    todo: 'Write what can be seen, as a sentence.',
  };
}

/** A title in capital letters. */
export const shouting: Words = {
  rule: 'all-capitals',
  what: 'This is written in capital letters only.',
  why: 'Capitals are slower to read, and some screen readers spell them letter by letter.',
  todo: 'Write it in small letters, with a capital at the beginning.',
};

/** `!!`, `??`, `?!`. */
export function signsPileUp(signs: string): Words {
  return {
    rule: 'signs-pile-up',
    what: `Several signs stand in a row here: "${signs}".`,
    why: 'It sounds like shouting; one sign is enough.',
    todo: 'Keep one of them, or a full stop.',
  };
}

/** `le le`. */
export function doubledWord(word: string): Words {
  return {
    rule: 'doubled-word',
    what: `The word "${word}" stands here twice in a row.`,
    why: 'It reads like a slip of the pen.',
    todo: 'Delete one of the two.',
  };
}

/** `tu` in French, `u` in Dutch. */
export function wrongAddress(found: string, language: string, expected: string): Words {
  return {
    rule: 'form-of-address',
    what: `"${found}" is another form of address than the rest of the guide has.`,
    why: `In ${languageName(language)} the guide says "${expected}" to its visitors, everywhere.`,
    todo: `Write the sentence with "${expected}". What somebody else says goes between quotation marks.`,
  };
}

/** Two items of a checklist with the same words. */
export function twinItems(words: string): Words {
  return {
    rule: 'twin-items',
    what: `Two items of this checklist say the same: "${words}".`,
    why: 'A visitor cannot tell the two boxes apart, on the screen and on the printed list.',
    todo: 'Change the words of one of them, or delete it on both sides.',
  };
}

/** The same words in two languages. */
export function sameText(here: string, there: string, file: string, line: number): Words {
  return {
    rule: 'same-text',
    what: `This text is word for word the same in ${languageName(here)} and ${languageName(there)} (line ${line} of ${file}).`,
    why: 'Usually one of the two was copied and not yet translated.',
    todo: 'Translate it; a name that is the same in both languages can stay.',
  };
}

/** A text in another language of the guide than its file. */
export function otherLanguage(expected: string, found: string): Words {
  return {
    rule: 'other-language',
    what: `This text seems to be in ${languageName(found)}, and the file is the ${languageName(expected)} one.`,
    why: 'A visitor who reads only one of the languages stops here.',
    todo: `Write it in ${languageName(expected)}.`,
  };
}

/** A text of `guide.yaml` in another language of the guide than it says. */
export function otherLanguageHere(expected: string, found: string): Words {
  return {
    rule: 'other-language',
    what: `This text seems to be in ${languageName(found)}, and stands there as ${languageName(expected)}.`,
    why: 'A visitor who reads only one of the languages stops here.',
    todo: `Write it in ${languageName(expected)}.`,
  };
}

/** A text of `guide.yaml` that is too long for its place on the screen. */
export function overflows(field: string, length: number, limit: number): Words {
  return {
    rule: 'text-too-wide',
    what: `"${field}" has ${length} characters; its place on the screen has room for ${limit}.`,
    why: 'Longer ones break over two lines, or push aside what stands beside them.',
    todo: 'Say it in fewer words.',
  };
}

/** Two themes that nobody can tell apart. */
export function twinThemes(title: string): Words {
  return {
    rule: 'twin-titles',
    what: `Another theme is called "${title}" too.`,
    why: 'On the home screen nobody can tell the two lines apart.',
    todo: 'Give one of them another title.',
  };
}
