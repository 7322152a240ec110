import { describe, expect, test } from 'vitest';
import { fingerprintOf, readFingerprint } from '../../../../content/model/fingerprint.ts';

describe('The fingerprint of a root', () => {
  test('is the first hundred bits, five a sign', () => {
    expect(fingerprintOf('0'.repeat(64))).toBe('0000-0000-0000-0000-0000');
    expect(fingerprintOf('f'.repeat(64))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    // 00001 00010 00011 …: every bit in its place.
    expect(fingerprintOf(`0886${'0'.repeat(60)}`)).toBe('1230-0000-0000-0000-0000');
    expect(fingerprintOf(`${'0'.repeat(24)}f${'0'.repeat(39)}`)).toBe('0000-0000-0000-0000-000F');
    expect(fingerprintOf(`${'0'.repeat(25)}${'f'.repeat(39)}`)).toBe('0000-0000-0000-0000-0000');
  });

  test('is read however it was typed or dictated', () => {
    const written = '7K2M-XR9D-Q0ZT-H4WP-31NA';
    for (const typed of [
      written,
      '7k2mxr9dq0zth4wp31na',
      ' 7K2M XR9D Q0ZT H4WP 31NA ',
      '7K2M–XR9D–QOZT–H4WP–3INA',
      '7k2m-xr9d-qozt-h4wp-3lna',
    ]) {
      expect(readFingerprint(typed)).toBe(written);
    }
  });

  test.each([
    '',
    '7K2M-XR9D-Q0ZT-H4WP',
    '7K2M-XR9D-Q0ZT-H4WP-31NAX',
    '7K2M-XR9D-Q0ZT-H4WP-31N!',
    'U'.repeat(20),
  ])('is not %j', (typed) => {
    expect(readFingerprint(typed)).toBeNull();
  });
});
