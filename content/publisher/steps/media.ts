import { imageSize } from 'image-size';
import type { ImageSource } from '../../model/block.ts';
import { editionPath, type Language } from '../../model/names.ts';
import type { Cue } from '../films/captions.ts';
import { filmKind } from '../films/kinds.ts';
import { type FilmFacts, lookIntoFilm } from '../films/look-into.ts';
import { withoutPrivateNotes } from '../films/private-notes.ts';
import { type ImageWork, keptRenditions } from '../images/kept-renditions.ts';
import { imageKind, resembles } from '../images/kinds.ts';
import type { Rendition } from '../images/renditions.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { CAPTIONS, inspectCaptions } from './media-captions.ts';
import type { SourceFile } from './read-sources.ts';
import { decodeText } from './sort-files.ts';
import { svgMistakes } from './svg.ts';

/** A file of an edition that an image becomes. */
export type MediaFile = SourceFile & { readonly type: string };

/** What documents say of an image, or the fact that it is not right. Sizes in CSS pixels. */
export type MediaFacts =
  | {
      readonly kind: 'image';
      /** The file that every screen can show, and its size. */
      readonly media: string;
      readonly width: number;
      readonly height: number;
      /** The same in other widths and formats; none for drawings. */
      readonly sources: readonly ImageSource[];
    }
  | ({ readonly kind: 'film' } & FilmFacts)
  | {
      readonly kind: 'captions';
      /** How many words they have. */
      readonly words: number;
    }
  | { readonly kind: 'broken' };

/** The captions of a film in one language, for those who look at the words. */
export type CaptionsFile = {
  readonly path: string;
  readonly language: Language;
  readonly cues: readonly Cue[];
};

type Ready = { readonly facts: MediaFacts; readonly files: readonly MediaFile[] };

/**
 * Looks into every file of `media/`, by its path: its kind by content, its size, for drawings whether they are safe, for
 * films whether terminals can play them; pixel images become the files that terminals get, captions are set for their
 * language. `unread` are files that are there but could not be taken in.
 */
export async function inspectMedia(
  files: readonly SourceFile[],
  unread: ReadonlySet<string>,
  work: ImageWork,
): Promise<{
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly mediaFiles: readonly MediaFile[];
  readonly captions: readonly CaptionsFile[];
  readonly problems: readonly Problem[];
}> {
  const media = new Map<string, MediaFacts>([...unread].map((path) => [path, { kind: 'broken' }]));
  const mediaFiles: MediaFile[] = [];
  const problems: Problem[] = [];
  const stems = new Map<string, string>();
  const captions: CaptionsFile[] = [];
  // One after the other: a large image takes much memory while it is unpacked.
  for (const file of files.filter(({ path }) => !path.endsWith(CAPTIONS))) {
    const found = await inspect(file, { problems, stems, work });
    media.set(file.path, found?.facts ?? { kind: 'broken' });
    mediaFiles.push(...(found?.files ?? []));
  }
  // Captions come last: they may not outlast their film.
  for (const file of files.filter(({ path }) => path.endsWith(CAPTIONS))) {
    const found = inspectCaptions(file, media);
    problems.push(...found.problems);
    media.set(file.path, found.facts);
    mediaFiles.push(...found.files);
    captions.push(...found.captions);
  }
  return { media, mediaFiles, captions, problems };
}

type Inspection = {
  readonly problems: Problem[];
  /** Paths of pixel images without their endings, and with them. */
  readonly stems: Map<string, string>;
  readonly work: ImageWork;
};

async function inspect(file: SourceFile, { problems, stems, work }: Inspection): Promise<Ready | undefined> {
  const refuse = (words: Words): undefined => {
    problems.push(problemAt(wholeFile(file.path), words));
  };
  const film = filmKind(file.bytes);
  if (film !== undefined) {
    if (!file.path.endsWith(film.ending)) return refuse(say.filmEnding(film.name, film.ending));
    const facts = await lookIntoFilm(file.bytes, film);
    if ('what' in facts) return refuse(facts);
    const bytes = film.type === 'video/mp4' ? withoutPrivateNotes(file.bytes) : file.bytes;
    return { facts: { kind: 'film', ...facts }, files: [{ path: file.path, bytes, type: facts.type }] };
  }
  const kind = imageKind(file.bytes);
  if (kind === undefined) {
    const found = resembles(file.bytes);
    return refuse(
      found.endsWith(' film') || isFilmPath(file.path) ? say.filmKindUnknown(found) : say.notAnImage(found),
    );
  }
  if (!kind.endings.some((ending) => file.path.endsWith(ending))) {
    return refuse(say.wrongEnding(kind.name, kind.endings));
  }
  if (kind.id === 'svg') {
    const text = decodeText(file.bytes);
    if (text === undefined) return refuse(say.notUtf8);
    const mistakes = svgMistakes(text);
    for (const { line, column, words } of mistakes) {
      problems.push(problemAt({ file: file.path, line, column }, words));
    }
    return mistakes.length > 0 ? undefined : (drawing(file) ?? refuse(say.imageWithoutSize));
  }

  const stem = file.path.slice(0, file.path.lastIndexOf('.'));
  const namesake = stems.get(stem);
  if (namesake !== undefined) return refuse(say.imageNamesake(namesake));
  stems.set(stem, file.path);
  if (!editionPath.safeParse(renditionPath(stem, 'image/avif', 1600)).success) {
    return refuse(say.imageNameTooLong);
  }
  const renditions = await keptRenditions(file, kind, work);
  return 'what' in renditions ? refuse(renditions) : responsive(stem, renditions);
}

/** A drawing goes out as it is. */
function drawing(file: SourceFile): Ready | undefined {
  const { width, height } = measure(file.bytes);
  if (!(width >= 1 && height >= 1)) return undefined;
  const size = { width: Math.round(width), height: Math.round(height) };
  return {
    facts: { kind: 'image', media: file.path, ...size, sources: [] },
    files: [{ ...file, type: 'image/svg+xml' }],
  };
}

function measure(bytes: Uint8Array): { width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch {
    return { width: 0, height: 0 };
  }
}

function responsive(stem: string, renditions: readonly Rendition[]): Ready {
  const files = renditions.map(({ type, width, bytes }) => ({
    path: renditionPath(stem, type, width),
    type,
    bytes,
  }));
  const sources = renditions.map(({ type, width }) => ({
    type,
    media: renditionPath(stem, type, width),
    width,
  }));
  // WebP comes after AVIF, each from narrow to wide.
  const fallback = sources.at(-1);
  const { width, height } = renditions.at(-1) ?? {};
  if (fallback === undefined || width === undefined || height === undefined) {
    throw new Error(`${stem} became no image`);
  }
  return { facts: { kind: 'image', media: fallback.media, width, height, sources }, files };
}

/** `media/photo` → `media/photo-1080.avif`. */
function renditionPath(stem: string, type: Rendition['type'], width: number): string {
  return `${stem}-${width}.${type.slice('image/'.length)}`;
}

const FILM = /\.(?:mp4|webm)$/;

/** True for the path of a film, by its ending. */
export function isFilmPath(path: string): boolean {
  return FILM.test(path);
}

/** How many images these files of an edition show: the widths and formats of one image count once. */
export function countImages(paths: readonly string[]): number {
  const images = paths.filter(
    (path) => path.startsWith('media/') && !isFilmPath(path) && !path.endsWith(CAPTIONS),
  );
  return new Set(images.map((path) => path.replace(/-\d+\.(?:avif|webp)$/, ''))).size;
}

/** How many films these files of an edition show: the files of one film count once. */
export function countFilms(paths: readonly string[]): number {
  const films = paths.filter((path) => path.startsWith('media/') && isFilmPath(path));
  return new Set(films.map((path) => path.replace(FILM, ''))).size;
}
