import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { letter } from './guide-under-test.ts';

/** The good guide with one more image that the letter shows. */
export function withImage(name: string, bytes: Uint8Array | string): Record<string, string | Uint8Array> {
  return { ...letter(`![Une image](media/${name})`), [`media/${name}`]: bytes };
}

/** An image of one colour. */
export function flat(
  width: number,
  height: number,
  background: { r: number; g: number; b: number; alpha?: number } = { r: 200, g: 120, b: 40 },
): Sharp {
  return sharp({ create: { width, height, channels: background.alpha === undefined ? 3 : 4, background } });
}

/** An image in which every part is different, so that encoders have much to decide. */
export function gradient(width = 400, height = 300): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let noise = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    noise = (Math.imul(noise, 1_103_515_245) + 12_345) & 0x7fffffff;
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const wave = 60 * Math.sin(x / 17) * Math.cos(y / 23);
    pixels[at] = (x / width) * 100 + (y / height) * 40 + 50 + wave * 0.8 + ((noise >> 20) % 16);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Pictures of one size that follow each other. */
export function moving(pictures: number): Sharp {
  const [width, height] = [320, 60];
  const pixels = Buffer.concat(
    Array.from({ length: pictures }, (_, index) => Buffer.alloc(width * height * 3, 40 + index * 60)),
  );
  return sharp(pixels, { raw: { width, height: height * pictures, channels: 3, pageHeight: height } });
}

/** A PNG that says that it moves (APNG): `acTL` behind its head. */
export function movingPng(still: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from('acTL'), Buffer.from('0000000200000000', 'hex')]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(8);
  sum.writeUInt32BE(crc32(named));
  const head = 8 + 25;
  return Buffer.concat([still.subarray(0, head), length, named, sum, still.subarray(head)]);
}
