import { expect, test } from 'vitest';
import { ACCENTS, type Key, LETTERS } from '../../../../../src-renderer/screens/search/keyboard/layout.ts';

const signs = (rows: readonly (readonly Key[])[]) =>
  rows.flat().flatMap((key) => (key.kind === 'sign' ? [key.sign] : []));

test('every letter, digit, apostrophe and hyphen has one key, and rows are equally wide', () => {
  const found = signs(LETTERS);
  expect(found.toSorted()).toEqual([...'0123456789abcdefghijklmnopqrstuvwxyz’-'].toSorted());
  for (const row of [...LETTERS, ...ACCENTS]) {
    expect(row.reduce((sum, { span }) => sum + span, 0)).toBe(20);
  }
});

test('the letters stand where fingers from Belgium look for them', () => {
  expect(LETTERS.map((row) => signs([row]).join(''))).toEqual([
    '1234567890',
    'azertyuiop',
    'qsdfghjklm',
    'wxcvbn’-',
    '',
  ]);
});

test('whoever cannot hold a key reaches every accent all the same', () => {
  const held = LETTERS.flat().flatMap((key) => (key.kind === 'sign' ? key.variants : []));
  expect(held.length).toBeGreaterThan(15);
  for (const accent of held) expect(signs(ACCENTS)).toContain(accent);
});
