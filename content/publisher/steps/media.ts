import { imageSize } from 'image-size';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import type { SourceFile } from './read-sources.ts';
import { decodeText } from './sort-files.ts';
import { svgMistakes } from './svg.ts';

/** An image as its content shows it, or the fact that it is not right. Sizes in CSS pixels. */
export type MediaFacts =
  | { readonly kind: 'image'; readonly type: string; readonly width: number; readonly height: number }
  | { readonly kind: 'broken' };

type ImageKind = { readonly name: string; readonly type: string; readonly endings: readonly string[] };

/** The kinds of image the kiosk shows, by what image-size calls them. */
const KINDS: Readonly<Record<string, ImageKind>> = {
  svg: { name: 'an SVG drawing', type: 'image/svg+xml', endings: ['.svg'] },
  png: { name: 'a PNG image', type: 'image/png', endings: ['.png'] },
  jpg: { name: 'a JPEG image', type: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
  webp: { name: 'a WebP image', type: 'image/webp', endings: ['.webp'] },
};

/**
 * Looks into every file of `media/`: its kind by content, its size, and for drawings whether they are safe. `unread` are
 * files that are there but could not be taken in.
 */
export function inspectMedia(
  files: readonly SourceFile[],
  unread: ReadonlySet<string>,
): {
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly problems: readonly Problem[];
} {
  const media = new Map<string, MediaFacts>([...unread].map((path) => [path, { kind: 'broken' }]));
  const problems: Problem[] = [];
  for (const file of files) {
    const found = inspect(file, problems);
    media.set(file.path, found ?? { kind: 'broken' });
  }
  return { media, problems };
}

function inspect(file: SourceFile, problems: Problem[]): MediaFacts | undefined {
  const refuse = (words: Words): undefined => {
    problems.push(problemAt(wholeFile(file.path), words));
  };
  const size = measure(file.bytes);
  const kind = size === undefined ? undefined : KINDS[size.type];
  if (size === undefined || kind === undefined)
    return refuse(say.notAnImage(resembles(file.bytes, size?.type)));
  if (!kind.endings.some((ending) => file.path.endsWith(ending))) {
    return refuse(say.wrongEnding(kind.name, kind.endings));
  }
  if (kind.type === 'image/svg+xml') {
    const text = decodeText(file.bytes);
    if (text === undefined) return refuse(say.notUtf8);
    const mistakes = svgMistakes(text);
    for (const { line, column, words } of mistakes) {
      problems.push(problemAt({ file: file.path, line, column }, words));
    }
    if (mistakes.length > 0) return undefined;
  }
  if (!(size.width >= 1 && size.height >= 1)) return refuse(say.imageWithoutSize);
  return { kind: 'image', type: kind.type, width: Math.round(size.width), height: Math.round(size.height) };
}

/** Kind and size as the image is shown; undefined when image-size knows no such kind. Size 0 when it is damaged. */
function measure(bytes: Uint8Array): { type: string; width: number; height: number } | undefined {
  try {
    const { type, width, height, orientation } = imageSize(bytes);
    if (type === undefined) return undefined;
    // Cameras store a portrait as a landscape with a note to turn it (EXIF orientation 5 to 8).
    return (orientation ?? 1) >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    const type = startsLike(bytes);
    return type !== undefined && type in KINDS ? { type, width: 0, height: 0 } : undefined;
  }
}

/** Signatures that say what a file really is. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['25504446', 'pdf'],
  ['89504e47', 'png'],
  ['ffd8ff', 'jpg'],
  ['474946', 'gif'],
];

function startsLike(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  const signature = SIGNATURES.find(([sign]) => start.startsWith(sign))?.[1];
  if (signature !== undefined) return signature;
  return /<svg[\s>]/.test(Buffer.from(bytes.subarray(0, 1000)).toString('latin1')) ? 'svg' : undefined;
}

/** What a file resembles, in words. */
function resembles(bytes: Uint8Array, type: string | undefined): string {
  if (bytes.length === 0) return 'empty';
  switch (startsLike(bytes)) {
    case 'zip':
      return 'a ZIP archive';
    case 'pdf':
      return 'a PDF document';
    default:
      return type === undefined ? 'something else' : `a ${type.toUpperCase()} image`;
  }
}
