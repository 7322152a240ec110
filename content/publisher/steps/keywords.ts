import { MAX_KEYWORD_CHARACTERS, MAX_KEYWORDS } from '../../model/limits.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { FrontMatter } from './front-matter.ts';
import { bare } from './reading/text.ts';
import type { Locate } from './yaml.ts';

// The keywords are one line with commas, not a list: each language has as many as people there have words, and a
// translator gets them as one text.

/** The keywords of a document, one by one; undefined when there are none. */
export function keywordsOf({ keywords }: Pick<FrontMatter, 'keywords'>): readonly string[] | undefined {
  return keywords?.split(',').map((keyword) => keyword.trim());
}

/** What is wrong with the keywords: too many, too long, twice, empty, or no other words than the title's. */
export function* keywordProblems(
  front: Pick<FrontMatter, 'keywords' | 'title'>,
  locate: Locate,
): Generator<Problem> {
  const keywords = keywordsOf(front) ?? [];
  const place = locate(['keywords']);
  const title = new Set(bare(front.title).split(' '));
  const seen = new Set<string>();
  if (keywords.length > MAX_KEYWORDS)
    yield problemAt(place, say.tooManyKeywords(keywords.length, MAX_KEYWORDS));
  for (const keyword of keywords) {
    const letters = bare(keyword);
    if (letters === '') yield problemAt(place, say.emptyKeyword());
    else if (keyword.length > MAX_KEYWORD_CHARACTERS) {
      yield problemAt(place, say.keywordTooLong(keyword, keyword.length, MAX_KEYWORD_CHARACTERS));
    } else if (seen.has(letters)) yield problemAt(place, say.keywordTwice(keyword));
    else if (letters.split(' ').every((word) => title.has(word)))
      yield problemAt(place, say.keywordInTitle(keyword));
    seen.add(letters);
  }
}
