import { timeWords } from '../films/captions.ts';
import { filmKind } from '../films/kinds.ts';
import { lookIntoFilm } from '../films/look-into.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { isFilmPath } from './media.ts';
import { nearest } from './nearest.ts';
import type { SourceFile } from './read-sources.ts';

/** How long each caption of a template is seen, in milliseconds: time to read two lines. */
const CAPTION_MS = 4000;

/** The captions to write, or why not: `misunderstood` is about the command, `problems` about files that are there. */
export type CaptionsPlan =
  | { readonly is: 'ready'; readonly files: readonly { readonly path: string; readonly text: string }[] }
  | { readonly is: 'misunderstood'; readonly sentence: string }
  | { readonly is: 'taken'; readonly problems: readonly Problem[] };

/** Plans the captions of a film in every language that has none, with times from its beginning to its end. */
export async function planCaptions(
  film: string,
  files: readonly SourceFile[],
  languages: readonly string[],
): Promise<CaptionsPlan> {
  const films = files.filter(({ path }) => path.startsWith('media/') && isFilmPath(path));
  const names = films.map(({ path }) => path);
  const file = films.find(({ path }) => path === film || path === `media/${film}`);
  if (file === undefined) {
    const better = nearest(film, names) ?? nearest(`media/${film}`, names);
    return { is: 'misunderstood', sentence: say.noFilmForCaptions(film, names, better) };
  }
  const refused = (words: say.Words): CaptionsPlan => ({
    is: 'taken',
    problems: [problemAt(wholeFile(file.path), words)],
  });
  const kind = filmKind(file.bytes);
  const facts = kind === undefined ? say.filmDamaged : await lookIntoFilm(file.bytes, kind);
  if ('what' in facts) return refused(facts);
  const there = new Set(files.map(({ path }) => path));
  const stem = file.path.slice(0, file.path.lastIndexOf('.'));
  const missing = languages.filter((language) => !there.has(`${stem}.${language}.vtt`));
  if (missing.length === 0) return refused(say.captionsThere(file.path));
  return {
    is: 'ready',
    files: missing.map((language) => ({
      path: `${stem}.${language}.vtt`,
      text: template(facts.seconds * 1000, say.templateWords(language).caption),
    })),
  };
}

function template(length: number, words: string): string {
  const count = Math.max(1, Math.round(length / CAPTION_MS));
  const cues = Array.from({ length: count }, (_, index) => {
    const [start, end] = [index, index + 1].map((at) => timeWords(Math.floor((length / count) * at)));
    return `${start} --> ${end}\n${words}`;
  });
  return `${['WEBVTT', ...cues].join('\n\n')}\n`;
}
