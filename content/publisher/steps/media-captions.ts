import { readCaptions, timeWords, writeCaptions } from '../films/captions.ts';
import { FILM_TOLERANCE_SECONDS } from '../films/limits.ts';
import { filmPaths } from '../films/look-into.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import type { CaptionsFile, MediaFacts, MediaFile } from './media.ts';
import type { SourceFile } from './read-sources.ts';
import { wordsOf } from './reading/text.ts';
import { decodeText } from './sort-files.ts';
import { templateLeft } from './template-left.ts';

/** How the names of captions end. */
export const CAPTIONS = '.vtt';

/** What captions of a film become; `media` knows the films. */
export function inspectCaptions(
  file: SourceFile,
  media: ReadonlyMap<string, MediaFacts>,
): {
  readonly facts: MediaFacts;
  readonly files: readonly MediaFile[];
  readonly captions: readonly CaptionsFile[];
  readonly problems: readonly Problem[];
} {
  const refused = (problems: readonly Problem[]) =>
    ({ facts: { kind: 'broken' }, files: [], captions: [], problems }) as const;
  const whole = (words: Words): Problem => problemAt(wholeFile(file.path), words);

  const [, stem, language] = /^(.+)\.([a-z]{2})\.vtt$/.exec(file.path) ?? [];
  if (stem === undefined || language === undefined) return refused([whole(say.captionsName)]);
  const text = decodeText(file.bytes);
  if (text === undefined) return refused([whole(say.notUtf8)]);

  const { cues, mistakes } = readCaptions(text);
  const problems = mistakes.map(({ line, words }) => problemAt({ file: file.path, line, column: 1 }, words));
  problems.push(...templateLeft({ path: file.path, text }));
  const film = filmPaths(stem)
    .map((path) => ({ path, facts: media.get(path) }))
    .find(({ facts }) => facts?.kind === 'film');
  const last = cues.at(-1);
  if (film?.facts?.kind === 'film' && last !== undefined) {
    const length = film.facts.seconds * 1000;
    if (last.end > length + FILM_TOLERANCE_SECONDS * 1000) {
      const words = say.captionBeyondFilm(timeWords(last.end), film.path, timeWords(length));
      problems.push(problemAt({ file: file.path, line: last.line, column: 1 }, words));
    }
  }
  if (problems.length > 0) return refused(problems);
  const bytes = Buffer.from(writeCaptions(cues, language), 'utf8');
  return {
    facts: { kind: 'captions', words: cues.reduce((sum, cue) => sum + wordsOf(cue.text).length, 0) },
    files: [{ path: file.path, bytes, type: 'text/vtt' }],
    captions: [{ path: file.path, language, cues }],
    problems: [],
  };
}
