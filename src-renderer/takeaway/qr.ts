import { encode } from 'uqr';
import { MAX_QR_VERSION, QR_CORRECTION } from './qr-limits.ts';

/** A QR code: its modules row by row, true for dark, without the quiet zone. */
export type QrModules = readonly (readonly boolean[])[];

/**
 * Encodes a text of at most `MAX_QR_BYTES` bytes of UTF-8; throws for a longer one. The smallest version is taken, then
 * the best correction it has room for. Bytes are marked with no character set (ECI): every reader recognizes UTF-8, but
 * not every reader knows the mark.
 */
export function qrOf(text: string): QrModules {
  return encode(text, {
    ecc: QR_CORRECTION,
    boostEcc: true,
    maxVersion: MAX_QR_VERSION,
    border: 0,
  }).data;
}

const utf8 = new TextEncoder();

/** How many bytes a text takes in a code. */
export function bytesOf(text: string): number {
  return utf8.encode(text).length;
}
