import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type ImageKind, isMovingPng } from './kinds.ts';
import { AVIF, MAX_PIXELS, MAX_SIDE, MIN_WIDTH, WEBP, widthsOf } from './limits.ts';
import type { ImageTool } from './sharp.ts';

/** One image in one format and one size, in pixels. */
export type Rendition = {
  readonly type: 'image/avif' | 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
};

/**
 * A pixel image as terminals get it: turned upright, in the colours of screens, without anything a camera wrote into it
 * (place, time, owner), AVIF before WebP, each from narrow to wide. Or the words of a refusal.
 */
export async function makeRenditions(
  bytes: Uint8Array,
  kind: ImageKind,
  tool: ImageTool,
): Promise<readonly Rendition[] | Words> {
  const seen = await lookInto(bytes, kind, tool);
  if ('what' in seen) return seen;
  const avif: Rendition[] = [];
  const webp: Rendition[] = [];
  for (const width of widthsOf(seen.width)) {
    const pixels = await decode(bytes, width, tool);
    if (pixels === undefined) return say.imageDamaged;
    const { data, ...raw } = pixels;
    const [small, plain] = await Promise.all([
      tool.open(data, { raw }).avif(AVIF).toBuffer(),
      tool.open(data, { raw }).webp(WEBP).toBuffer(),
    ]);
    const size = { width: raw.width, height: raw.height };
    avif.push({ type: 'image/avif', ...size, bytes: small });
    webp.push({ type: 'image/webp', ...size, bytes: plain });
  }
  return [...avif, ...webp];
}

/** Colour spaces that are those of a screen, by what sharp calls them. */
const SCREEN_COLOURS = new Set(['srgb', 'rgb', 'rgb16', 'b-w', 'grey16']);

/** Size of an upright image, or what is wrong with it, from its head alone. */
async function lookInto(
  bytes: Uint8Array,
  kind: ImageKind,
  tool: ImageTool,
): Promise<{ readonly width: number } | Words> {
  let head: Awaited<ReturnType<ReturnType<ImageTool['open']>['metadata']>>;
  try {
    // The limit has a message of its own below; here only the head is read.
    head = await tool.open(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return say.imageDamaged;
  }
  const { width, height } = head.autoOrient;
  if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) {
    return say.imageTooLarge(width, height, MAX_PIXELS, MAX_SIDE);
  }
  const pages = head.pages ?? 1;
  if (kind.id === 'tiff' && pages > 1) return say.imageManyPages(pages);
  if (pages > 1 || (kind.id === 'png' && isMovingPng(bytes))) return say.imageMoves;
  if (!SCREEN_COLOURS.has(head.space)) return say.imageColours(head.space);
  if (width < MIN_WIDTH) return say.imageTooNarrow(width, MIN_WIDTH);
  return { width };
}

type Pixels = {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
};

/** The pixels of an image in a width; undefined when it is damaged on the way. */
async function decode(bytes: Uint8Array, width: number, tool: ImageTool): Promise<Pixels | undefined> {
  try {
    const { data, info } = await tool
      .open(bytes)
      .resize({ width, withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  } catch {
    return undefined;
  }
}
