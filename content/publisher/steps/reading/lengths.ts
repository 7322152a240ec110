import type { Language } from '../../../model/names.ts';
import * as say from '../../messages.ts';
import { type Problem, problemAt } from '../../problem.ts';
import type { Passage } from './passages.ts';
import { sentencesOf, wordsOf } from './text.ts';

/** Most words of a sentence. */
export const MAX_SENTENCE_WORDS = 25;

/** Most sentences of a paragraph. */
export const MAX_PARAGRAPH_SENTENCES = 4;

/** Most words of a paragraph. */
export const MAX_PARAGRAPH_WORDS = 80;

/** Most letters of a word in a title: as many as stand side by side on a portrait screen. */
export const MAX_TITLE_WORD_CHARACTERS = 22;

/** What is too long in a passage for somebody who reads standing. */
export function lengthWarnings({ kind, text, placeAt }: Passage, language: Language): Problem[] {
  // What is read aloud of an image may say more in one breath.
  if (kind === 'alt') return [];
  const sentences = sentencesOf(text, language);
  const warnings = sentences.flatMap((sentence) => {
    const words = wordsOf(sentence.text).length;
    const lead = sentence.text.length - sentence.text.trimStart().length;
    return words > MAX_SENTENCE_WORDS
      ? [problemAt(placeAt(sentence.at + lead), say.longSentence(words, MAX_SENTENCE_WORDS))]
      : [];
  });
  if (kind === 'title') warnings.push(...longWords(text, placeAt));
  if (kind !== 'paragraph') return warnings;
  const words = wordsOf(text).length;
  if (sentences.length > MAX_PARAGRAPH_SENTENCES) {
    const many = say.manySentences(sentences.length, MAX_PARAGRAPH_SENTENCES);
    warnings.push(problemAt(placeAt(0), many));
  } else if (words > MAX_PARAGRAPH_WORDS) {
    warnings.push(problemAt(placeAt(0), say.manyWords(words, MAX_PARAGRAPH_WORDS)));
  }
  return warnings;
}

function longWords(title: string, placeAt: Passage['placeAt']): Problem[] {
  // A line can end after a hyphen, and at the place of a soft one.
  return [...title.matchAll(/[^\s\u00ad-]+/gu)]
    .filter(([word]) => [...word].length > MAX_TITLE_WORD_CHARACTERS)
    .map((match) => {
      const words = say.longWordInTitle(match[0], [...match[0]].length, MAX_TITLE_WORD_CHARACTERS);
      return problemAt(placeAt(match.index), words);
    });
}
