import { imageSize } from 'image-size';

/** A kind of file that may lie in `media/`: how authors call it, and how the names of such files end. */
export type ImageKind = {
  readonly id: 'svg' | 'png' | 'jpeg' | 'webp' | 'avif' | 'gif' | 'tiff';
  readonly name: string;
  readonly endings: readonly string[];
};

const SVG: ImageKind = { id: 'svg', name: 'an SVG drawing', endings: ['.svg'] };
const PNG: ImageKind = { id: 'png', name: 'a PNG image', endings: ['.png'] };
const JPEG: ImageKind = { id: 'jpeg', name: 'a JPEG image', endings: ['.jpg', '.jpeg'] };
const WEBP: ImageKind = { id: 'webp', name: 'a WebP image', endings: ['.webp'] };
const AVIF: ImageKind = { id: 'avif', name: 'an AVIF image', endings: ['.avif'] };
const GIF: ImageKind = { id: 'gif', name: 'a GIF image', endings: ['.gif'] };
const TIFF: ImageKind = { id: 'tiff', name: 'a TIFF image', endings: ['.tif', '.tiff'] };

/** The first bytes (Latin-1) that say what a file really is. */
const SIGNATURES: readonly (readonly [RegExp, ImageKind])[] = [
  [/^\x89PNG/, PNG],
  [/^\xff\xd8\xff/, JPEG],
  [/^RIFF.{4}WEBP/s, WEBP],
  [/^.{4}ftyp(?:avif|avis|(?:mif1|msf1).{4}(?:.{4})*?avif)/s, AVIF],
  [/^GIF8/, GIF],
  [/^(?:II[*+]\0|MM\0[*+])/, TIFF],
];

/** The kind of an image by its content; undefined when it is none that the guide takes. */
export function imageKind(bytes: Uint8Array): ImageKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  const found = SIGNATURES.find(([signature]) => signature.test(start.slice(0, 64)))?.[1];
  return found ?? (/<svg[\s>]/.test(start) ? SVG : undefined);
}

/** What a file that is no image of the guide resembles, in words. */
export function resembles(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'empty';
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'a ZIP archive';
  if (start.startsWith('%PDF')) return 'a PDF document';
  if (/^.{4}ftyp(?:hei|hev)/s.test(start)) return 'a HEIC photograph, as some telephones take them';
  if (/^.{4}(?:ftypqt|moov|wide|mdat)/s.test(start)) return 'a QuickTime film';
  if (start.startsWith('\x1aE\xdf\xa3')) return 'a Matroska film';
  if (/^RIFF.{4}AVI /s.test(start)) return 'an AVI film';
  try {
    const { type } = imageSize(bytes);
    return type === undefined ? 'something else' : `a ${type.toUpperCase()} image`;
  } catch {
    return 'something else';
  }
}

/** True for a PNG that moves (APNG): it says so before its first pixels. */
export function isMovingPng(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 8 <= data.length) {
    const name = data.toString('latin1', at + 4, at + 8);
    if (name === 'acTL') return true;
    if (name === 'IDAT') return false;
    at += 12 + data.readUInt32BE(at);
  }
  return false;
}
