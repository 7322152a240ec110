import type { Paragraph, RootContent } from 'mdast';
import type { Block, Still } from '../../model/block.ts';
import { FILM_TOLERANCE_SECONDS, MIN_TRANSCRIPT_PART } from '../films/limits.ts';
import { type FilmFacts, filmPaths } from '../films/look-into.ts';
import * as say from '../messages.ts';
// A film holds blocks, and stands among them: these modules call each other, as their subject does.
import { toBlocks } from './blocks.ts';
import type { BodyReader } from './body-reader.ts';
import { type Container, titleOf } from './boxed-blocks.ts';
import { isFromWeb, leavesGuide } from './links.ts';
import { nearest } from './nearest.ts';
import { countWords } from './reading-time.ts';

/** The names in the curly brackets of a film. */
const DETAILS = ['file'] as const;

/** What the name of the picture before a film can end in; the first that is there is taken. */
const POSTER_ENDINGS = ['svg', 'jpg', 'jpeg', 'png', 'webp', 'avif', 'gif', 'tif', 'tiff'] as const;

/** A `:::video` with all that belongs to it, or nothing when something is missing. */
export function toVideo(
  node: Container,
  label: Paragraph | undefined,
  content: readonly RootContent[],
  reader: BodyReader,
): Block[] {
  reader.mark(node, { type: 'video' });
  const anchor = `v${++reader.films}`;
  if (reader.insideFilm) reader.report(node, say.videoInVideo);
  const title = titleOf(node, label, reader);
  const around = reader.insideFilm;
  reader.insideFilm = true;
  const transcript = toBlocks(content, reader);
  reader.insideFilm = around;
  if (content.length === 0) reader.report(node, say.transcriptMissing);
  reader.markEnd(node, 'video');

  const known: readonly string[] = DETAILS;
  for (const key of Object.keys(node.attributes ?? {}).filter((each) => !known.includes(each))) {
    reader.reportAtText(node, key, say.videoDetail(key, nearest(key, known)));
  }
  const file = node.attributes?.['file'] ?? '';
  if (file === '') reader.report(node, say.videoWithoutFile);
  const film = file === '' ? undefined : filmOf(node, file, reader);
  if (film === undefined) return [];

  const stem = file.slice(0, file.lastIndexOf('.'));
  const poster = posterOf(node, file, stem, reader);
  const captions = captionsOf(node, file, stem, reader);
  if (poster === undefined || captions === undefined) return [];
  const words = countWords(transcript);
  if (content.length > 0 && words < captions.words * MIN_TRANSCRIPT_PART) {
    reader.report(node, say.transcriptTooShort(words, captions.words));
  }
  return [{ type: 'video', anchor, title, ...film, poster, captions: captions.path, transcript }];
}

type Film = Pick<Extract<Block, { type: 'video' }>, 'sources' | 'width' | 'height' | 'seconds' | 'sound'>;

/** Every file of a film; nothing when it is not right. */
function filmOf(node: Container, file: string, reader: BodyReader): Film | undefined {
  reader.usedMedia.add(file);
  const named = reader.media.get(file);
  if (named === undefined) {
    const better = nearest(`media/${file.split('/').at(-1)}`, reader.media.keys());
    if (isFromWeb(file) && !leavesGuide(file)) reader.reportAtText(node, file, say.filmFromWeb(file));
    else reader.reportAtText(node, file, say.filmMissing(file, better));
    return undefined;
  }
  if (named.kind === 'broken') {
    reader.incomplete = true;
    return undefined;
  }
  if (named.kind !== 'film') {
    reader.reportAtText(node, file, say.notAFilm(file));
    return undefined;
  }
  const sources: Film['sources'][number][] = [];
  for (const path of filmPaths(file.slice(0, file.lastIndexOf('.')))) {
    const facts = reader.media.get(path);
    if (facts === undefined) continue;
    reader.usedMedia.add(path);
    if (facts.kind !== 'film') reader.incomplete = true;
    else {
      sources.push({ type: facts.type, media: path, codecs: facts.codecs });
      if (!isSameFilm(named, facts)) reader.reportAtText(node, file, say.filmTwinsDiffer(file, path));
    }
  }
  const { width, height, seconds, sound } = named;
  return reader.incomplete ? undefined : { sources, width, height, seconds, sound };
}

function isSameFilm(a: FilmFacts, b: FilmFacts): boolean {
  const differs = Math.abs(a.width / a.height - b.width / b.height) > 0.02 || a.sound !== b.sound;
  return !differs && Math.abs(a.seconds - b.seconds) <= FILM_TOLERANCE_SECONDS;
}

function posterOf(node: Container, file: string, stem: string, reader: BodyReader): Still | undefined {
  for (const ending of POSTER_ENDINGS) {
    const path = `${stem}.${ending}`;
    const facts = reader.media.get(path);
    if (facts === undefined) continue;
    reader.usedMedia.add(path);
    if (facts.kind !== 'image') {
      reader.incomplete = true;
      return undefined;
    }
    const { media, width, height, sources } = facts;
    return { media, width, height, ...(sources.length === 0 ? {} : { sources }) };
  }
  reader.report(node, say.posterMissing(file, stem));
  return undefined;
}

function captionsOf(
  node: Container,
  file: string,
  stem: string,
  reader: BodyReader,
): { readonly path: string; readonly words: number } | undefined {
  const path = `${stem}.${reader.language}.vtt`;
  reader.usedMedia.add(path);
  const facts = reader.media.get(path);
  if (facts === undefined) reader.report(node, say.captionsMissing(path, file, reader.language));
  else if (facts.kind === 'captions') return { path, words: facts.words };
  else reader.incomplete = true;
  return undefined;
}
