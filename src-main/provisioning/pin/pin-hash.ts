import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What a staff PIN is kept as: nothing of the PIN itself. */
export type PinHash = {
  /** Work in scrypt's own letters (RFC 7914): `N` rounds of blocks of `128 · r` bytes, `p` times. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly key: Buffer;
};

/** The work of new hashes: one of the settings that OWASP's password storage cheat sheet calls equal, the one with least memory but one. */
const WORK = { N: 2 ** 15, r: 8, p: 3 } as const;

/** Limits of what a settings file may ask for: a hash must neither be worth nothing nor take the machine's memory. */
const LEAST_N = 2 ** 14;
const MOST_MEMORY_BYTES = 128 * 1024 * 1024;
const MOST_P = 8;

const SALT_BYTES = 16;
const KEY_BYTES = 32;

const FORM =
  /^scrypt\$([1-9][0-9]{0,6})\$([1-9][0-9]?)\$([1-9])\$([A-Za-z0-9_-]{22,86})\$([A-Za-z0-9_-]{43})$/;

/** Reads `scrypt$N$r$p$salt$hash` (salt and hash in base64url); null for anything else, and for work out of bounds. */
export function parsePinHash(text: string): PinHash | null {
  const [, rounds, blocks, times, salt = '', key = ''] = FORM.exec(text) ?? [];
  if (rounds === undefined) return null;
  const [N, r, p] = [Number(rounds), Number(blocks), Number(times)];
  const isPowerOfTwo = Number.isInteger(Math.log2(N));
  if (!isPowerOfTwo || N < LEAST_N || memoryOf(N, r) > MOST_MEMORY_BYTES || p > MOST_P) return null;
  return { N, r, p, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
}

/** Makes the line for the settings file out of a PIN, with a salt of its own each time. */
export async function hashPin(pin: string): Promise<string> {
  const { N, r, p } = WORK;
  const salt = randomBytes(SALT_BYTES);
  const key = await keyOf(pin, { ...WORK, salt, key: Buffer.alloc(KEY_BYTES) });
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * True for the right PIN. Without a hash the same work is done against one that nothing fits, so that the time tells neither
 * whether there is a PIN nor how much of it was right.
 */
export async function fitsPin(pin: string, hash: PinHash | null): Promise<boolean> {
  const against = hash ?? NOTHING_FITS;
  const isSame = timingSafeEqual(await keyOf(pin, against), against.key);
  return isSame && hash !== null;
}

const NOTHING_FITS: PinHash = { ...WORK, salt: randomBytes(SALT_BYTES), key: randomBytes(KEY_BYTES) };

function keyOf(pin: string, { N, r, p, salt, key }: PinHash): Promise<Buffer> {
  // Node refuses what needs as much memory as this or more.
  const maxmem = 2 * memoryOf(N, r) + 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, key.length, { N, r, p, maxmem }, (error, made) => {
      if (error) reject(error);
      else resolve(made);
    });
  });
}

function memoryOf(N: number, r: number): number {
  return 128 * N * r;
}
