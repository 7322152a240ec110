import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** What is on a screen: three bytes a pixel, red, green, blue, line by line from the top. */
export type ScreenPicture = { readonly width: number; readonly height: number; readonly rgb: Buffer };

/** Where the header of an XWD file (version 7) tells what, in bytes from its beginning; each is 32 bits, big endian. */
const HEADER = {
  size: 0,
  version: 4,
  width: 16,
  height: 20,
  byteOrder: 28,
  bitsPerPixel: 44,
  lineBytes: 48,
  colours: 76,
} as const;

/** Bytes of one entry of the colour table that follows the header. */
const COLOUR_BYTES = 12;

/** What an Xvfb shows at this moment, which it keeps in `directory` (see `openDisplay`). Throws when that is not a picture of 32 bits. */
export async function pictureOfScreen(directory: string): Promise<ScreenPicture> {
  const bytes = await readFile(path.join(directory, 'Xvfb_screen0'));
  const field = (name: keyof typeof HEADER) => bytes.readUInt32BE(HEADER[name]);
  if (field('version') !== 7 || field('bitsPerPixel') !== 32 || field('byteOrder') !== 0)
    throw new Error(`${directory} holds no XWD picture of 32 bits in little endian order.`);
  const [width, height, lineBytes] = [field('width'), field('height'), field('lineBytes')];
  const from = field('size') + field('colours') * COLOUR_BYTES;
  const rgb = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = from + y * lineBytes + x * 4;
      const to = (y * width + x) * 3;
      rgb[to] = bytes[at + 2] ?? 0;
      rgb[to + 1] = bytes[at + 1] ?? 0;
      rgb[to + 2] = bytes[at] ?? 0;
    }
  }
  return { width, height, rgb };
}

/** How many pixels have exactly this colour, written as `#rrggbb`. */
export function pixelsOf({ rgb }: ScreenPicture, colour: string): number {
  const wanted = Number.parseInt(colour.slice(1), 16);
  let count = 0;
  for (let at = 0; at < rgb.length; at += 3) {
    if (rgb.readUIntBE(at, 3) === wanted) count += 1;
  }
  return count;
}

/** Saves it as a PNG. */
export async function savePicture({ rgb, width, height }: ScreenPicture, file: string): Promise<void> {
  await sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file);
}
