import { imageSize } from 'image-size';
import type { ImageSource } from '../../model/block.ts';
import { editionPath } from '../../model/names.ts';
import { type ImageWork, keptRenditions } from '../images/kept-renditions.ts';
import { imageKind, resembles } from '../images/kinds.ts';
import type { Rendition } from '../images/renditions.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
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
  | { readonly kind: 'broken' };

type Ready = { readonly facts: MediaFacts; readonly files: readonly MediaFile[] };

/**
 * Looks into every file of `media/`, by its path: its kind by content, its size, for drawings whether they are safe;
 * pixel images become the files that terminals get. `unread` are files that are there but could not be taken in.
 */
export async function inspectMedia(
  files: readonly SourceFile[],
  unread: ReadonlySet<string>,
  work: ImageWork,
): Promise<{
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly mediaFiles: readonly MediaFile[];
  readonly problems: readonly Problem[];
}> {
  const media = new Map<string, MediaFacts>([...unread].map((path) => [path, { kind: 'broken' }]));
  const mediaFiles: MediaFile[] = [];
  const problems: Problem[] = [];
  const stems = new Map<string, string>();
  // One after the other: a large image takes much memory while it is unpacked.
  for (const file of files) {
    const found = await inspect(file, { problems, stems, work });
    media.set(file.path, found?.facts ?? { kind: 'broken' });
    mediaFiles.push(...(found?.files ?? []));
  }
  return { media, mediaFiles, problems };
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
  const kind = imageKind(file.bytes);
  if (kind === undefined) return refuse(say.notAnImage(resembles(file.bytes)));
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

/** How many images these files of an edition show: the widths and formats of one image count once. */
export function countImages(paths: readonly string[]): number {
  const media = paths.filter((path) => path.startsWith('media/'));
  return new Set(media.map((path) => path.replace(/-\d+\.(?:avif|webp)$/, ''))).size;
}
