/** Widths in which a pixel image is sent to terminals, in pixels, rising; none is wider than the image itself. */
export const WIDTHS = [640, 1080, 1600] as const;

/** Narrowest pixel image that is still sharp across a screen, in pixels. */
export const MIN_WIDTH = 320;

/** Most pixels an image may have: 40 megapixels take 160 MB of memory. */
export const MAX_PIXELS = 40_000_000;

/** Longest side of an image, in pixels: WebP has no more. */
export const MAX_SIDE = 16_383;

/** How images are written. Whatever changes here changes the bytes of every edition, and makes the cache forget. */
export const AVIF = {
  quality: 60,
  effort: 4,
  chromaSubsampling: '4:4:4',
  bitdepth: 8,
  lossless: false,
} as const;
export const WEBP = {
  quality: 80,
  alphaQuality: 100,
  effort: 4,
  smartSubsample: true,
  lossless: false,
} as const;

/**
 * The widths made of an image of this width: the listed ones that are smaller, and its own, at most the largest listed
 * one. One that would hardly differ from the largest is left out.
 */
export function widthsOf(width: number): readonly number[] {
  const largest = Math.min(width, WIDTHS[WIDTHS.length - 1] ?? width);
  return [...WIDTHS.filter((each) => each < largest * 0.9), largest];
}
