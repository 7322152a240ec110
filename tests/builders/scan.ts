import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// A phone's camera in place of one: ZXing's C++ reader, which shares no line with the encoder of the app.

const { resolve } = createRequire(import.meta.url);

/** What lies between a code and a reader. */
export type Camera = {
  /** Pixels the camera gives to one module. */
  readonly pixelsPerModule: number;
  /** Standard deviation of the blur, in those pixels. */
  readonly blur: number;
};

/** Reads every QR code in a picture, from left to right; an empty list when there is none it can read. */
export async function scan(picture: Sharp): Promise<readonly string[]> {
  await ready;
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = await readBarcodes(
    { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' },
    { formats: ['QRCode'], maxNumberOfSymbols: 4, tryInvert: false, tryDownscale: false },
  );
  return found
    .filter(({ isValid }) => isValid)
    .sort((a, b) => a.position.topLeft.x - b.position.topLeft.x)
    .map(({ text }) => text);
}

/** A code as pixels, dark on white, with its quiet zone. */
export function pictureOf(
  modules: readonly (readonly boolean[])[],
  quiet: number,
  pixelsPerModule: number,
): Sharp {
  const side = (modules.length + 2 * quiet) * pixelsPerModule;
  const pixels = Buffer.alloc(side * side, 255);
  for (const [row, cells] of modules.entries()) {
    for (const [column, dark] of cells.entries()) {
      if (!dark) continue;
      for (let y = 0; y < pixelsPerModule; y += 1) {
        const begin = ((row + quiet) * pixelsPerModule + y) * side + (column + quiet) * pixelsPerModule;
        pixels.fill(0, begin, begin + pixelsPerModule);
      }
    }
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } });
}

/** The picture as a modest camera takes it: fewer pixels, a soft lens, grey instead of black and white. */
export async function throughCamera(picture: Sharp, side: number, camera: Camera): Promise<Sharp> {
  const width = Math.round(side * camera.pixelsPerModule);
  const { data, info } = await picture
    .resize(width, width, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const soft = sharp(data, { raw: info }).linear(0.6, 60);
  return camera.blur > 0 ? soft.blur(camera.blur) : soft;
}

/** The picture with a smudge of `part` of its side over its lower middle, held at a slant: a dirty screen, a hasty hand. */
export async function smudged(picture: Sharp, side: number, part: number): Promise<Sharp> {
  const width = Math.round(side * part);
  const smudge = { create: { width, height: width, channels: 3 as const, background: '#b9b4aa' } };
  const dirty = await picture
    .toColourspace('srgb')
    .composite([{ input: smudge, left: Math.round(side * 0.45), top: Math.round(side * 0.55) }])
    .png()
    .toBuffer();
  return sharp(dirty).rotate(7, { background: '#ffffff' });
}

const ready = (async () => {
  // The reader would fetch its WebAssembly from a server; here it gets the file.
  const wasm = await readFile(resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
})();
