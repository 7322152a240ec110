import type { Sha256 } from './names.ts';

/** Digits and capital letters without I, L, O and U, which are taken for others when read aloud (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Signs of a fingerprint; each stands for five bits. */
const LENGTH = 20;

const GROUP = 4;

/**
 * The short form of a root of trust, for people to compare: the first 100 bits of the SHA-256 of the signed part of `root.json` in
 * canonical JSON, as five groups of four signs: `7K2M-XR9D-Q0ZT-H4WP-3VNA`. Who signed it does not change it.
 */
export function fingerprintOf(digest: Sha256): string {
  const bits = BigInt(`0x${digest}`) >> BigInt(256 - LENGTH * 5);
  const signs = Array.from({ length: LENGTH }, (_each, at) => {
    const value = (bits >> BigInt((LENGTH - 1 - at) * 5)) & 31n;
    return SIGNS[Number(value)] ?? '';
  });
  return Array.from({ length: LENGTH / GROUP }, (_each, at) =>
    signs.slice(at * GROUP, (at + 1) * GROUP).join(''),
  ).join('-');
}

/** A fingerprint as somebody typed or dictated it, in its written form: capitals, no blanks, O read as 0, I and L as 1; null when it is none. */
export function readFingerprint(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[\s–-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const isOne = signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign));
  return isOne ? (signs.match(/.{4}/g)?.join('-') ?? null) : null;
}
