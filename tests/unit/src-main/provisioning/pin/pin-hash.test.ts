import type { ScryptOptions } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { fitsPin, hashPin, parsePinHash } from '../../../../../src-main/provisioning/pin/pin-hash.ts';
import { whyWeak } from '../../../../../src-main/provisioning/pin/weak-pins.ts';

/** What was asked of scrypt, which is the real one. */
const work = vi.hoisted(() => [] as unknown[]);
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const scrypt = (
    pin: string,
    salt: Buffer,
    keyBytes: number,
    options: ScryptOptions,
    done: (error: Error | null, key: Buffer) => void,
  ) => {
    work.push({ ...options, saltBytes: salt.length, keyBytes });
    real.scrypt(pin, salt, keyBytes, options, done);
  };
  return { ...real, scrypt };
});

describe('What a PIN is kept as', () => {
  test('fits that PIN and no other, and is another text each time', async () => {
    const [one, other] = await Promise.all([hashPin('739105'), hashPin('739105')]);
    expect(one).not.toBe(other);
    const hash = parsePinHash(one);
    expect(hash).not.toBeNull();
    expect(await fitsPin('739105', hash)).toBe(true);
    for (const wrong of ['739106', '73910', '7391050', '']) expect(await fitsPin(wrong, hash)).toBe(false);
  });

  test('is fitted by nothing where there is none', async () => {
    expect(await fitsPin('739105', null)).toBe(false);
  });

  test('takes the same work whether it was right, wrong, or not there, so that no time tells', async () => {
    const hash = parsePinHash(await hashPin('739105'));
    work.length = 0;
    await fitsPin('739105', hash);
    await fitsPin('1', hash);
    await fitsPin('739105', null);
    expect(work).toHaveLength(3);
    expect(work).toEqual([work[0], work[0], work[0]]);
    expect(work[0]).toMatchObject({ N: 32_768, r: 8, p: 3, saltBytes: 16, keyBytes: 32 });
  });

  test.each([
    'scrypt$32768$8$3$short$hWhU-L2JxM8gNvyktj5nG9BWJOrLKg6lwqlHKi18xus',
    'scrypt$32767$8$3$xITzFE-tnYcJbpYzoG-S7A$hWhU-L2JxM8gNvyktj5nG9BWJOrLKg6lwqlHKi18xus',
    'scrypt$8192$8$3$xITzFE-tnYcJbpYzoG-S7A$hWhU-L2JxM8gNvyktj5nG9BWJOrLKg6lwqlHKi18xus',
    'scrypt$262144$8$1$xITzFE-tnYcJbpYzoG-S7A$hWhU-L2JxM8gNvyktj5nG9BWJOrLKg6lwqlHKi18xus',
    'scrypt$32768$8$9$xITzFE-tnYcJbpYzoG-S7A$hWhU-L2JxM8gNvyktj5nG9BWJOrLKg6lwqlHKi18xus',
    '739105',
    '',
  ])('is not %j', (text) => {
    expect(parsePinHash(text)).toBeNull();
  });
});

describe('A new PIN', () => {
  test.each([
    '123456',
    '654321',
    '012345',
    '890123',
    '000000',
    '111112',
    '121212',
    '123123',
    '123321',
    '112233',
    '147258',
    '159753',
    '12345678',
    '98765432',
    '12341234',
    '78907890',
    '1234567',
    '12345',
    '',
    'abcdef',
    '12 456',
    '1234567890123',
  ])('cannot be %j, and is not repeated in the words that say so', (pin) => {
    const why = whyWeak(pin);
    expect(why).not.toBeNull();
    if (pin.length > 2) expect(why).not.toContain(pin);
  });

  test.each(['739105', '204816', '9031725', '480275193846', '110794'])('can be %j', (pin) => {
    expect(whyWeak(pin)).toBeNull();
  });
});
