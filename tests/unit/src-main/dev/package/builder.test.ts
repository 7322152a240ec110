import { expect, test } from 'vitest';
import { explain, flavourOf } from '../../../../../src-main/dev/package/builder.ts';

test('A packer that cannot be fetched is named as what it is, with what to do', () => {
  const words = 'getaddrinfo ENOTFOUND github.com';
  expect(explain(words, ['AppImage'])).toMatch(/AppImage.*github\.com, which cannot be reached.*mirror/s);
  expect(explain(words, ['AppImage'])).toContain(words);
});

test('Any other failure keeps its own words', () => {
  expect(explain('icon is too small', ['nsis'])).toBe(
    'electron-builder could not make the package: icon is too small',
  );
});

test('The name of a trial says that it is one', () => {
  expect(flavourOf({ development: true })).toBe('-development');
  expect(flavourOf({ development: false })).toBe('');
});
