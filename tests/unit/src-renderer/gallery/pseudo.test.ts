import { expect, test } from 'vitest';
import { pseudo } from '../../../../src-renderer/gallery/pseudo.ts';

test('A text in the pseudo-language is longer, accented, and shows both its ends', () => {
  const made = pseudo('Où voulez-vous aller ?');
  expect(made).toMatch(/^⟦Øù vöûlëž-vöûš âllër .*⟧$/);
  expect(made.length).toBeGreaterThanOrEqual(Math.floor('Où voulez-vous aller ?'.length * 1.4));
});

test('What is filled in later stays as it is', () => {
  expect(pseudo('{{done}} sur {{total}}')).toMatch(/^⟦\{\{done\}\} šûr \{\{total\}\}/);
});

test('A long addition can be broken into lines', () => {
  expect(pseudo('a'.repeat(100))).toMatch(/~ ~/);
});
