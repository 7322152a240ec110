import type { Words } from './words.ts';

// The search words of a document.

/** More keywords than a document can have. */
export function tooManyKeywords(count: number, limit: number): Words {
  return {
    rule: 'too-many-keywords',
    what: `"keywords" has ${count} of them; the most is ${limit}.`,
    why: 'A document that answers to everything is found instead of the right one.',
    todo: `Keep the ${limit} that people really say.`,
  };
}

/** A keyword that is more than a word or two. */
export function keywordTooLong(keyword: string, length: number, limit: number): Words {
  return {
    rule: 'keyword-too-long',
    what: `The keyword "${keyword}" has ${length} characters; the most is ${limit}.`,
    why: 'People type a word or two, not a sentence.',
    todo: 'Shorten it, or put a comma between its parts.',
  };
}

/** The same keyword a second time, also when it is only written otherwise. */
export function keywordTwice(keyword: string): Words {
  return {
    rule: 'keyword-twice',
    what: `The keyword "${keyword}" stands in "keywords" twice.`,
    why: 'The search takes capitals and accents for the same letters, so that the second one does nothing.',
    todo: 'Delete one of the two.',
  };
}

/** A keyword whose words are all in the title. */
export function keywordInTitle(keyword: string): Words {
  return {
    rule: 'keyword-in-title',
    what: `The keyword "${keyword}" is in the title already.`,
    why: 'The words of the title count most in the search: writing them again does nothing.',
    todo: 'Delete it, or write a word that the title does not have.',
  };
}

/** Nothing between two commas. */
export function emptyKeyword(): Words {
  return {
    rule: 'empty-keyword',
    what: 'One of the "keywords" has no letters.',
    why: 'There is nothing that anybody could type.',
    todo: 'Take out the comma too many, or write a word.',
  };
}
