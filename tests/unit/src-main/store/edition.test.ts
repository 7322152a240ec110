import { expect, test } from 'vitest';
import { type Edition, editionShelf } from '../../../../src-main/store/edition.ts';

const edition = (seq: number) => ({ seq }) as Edition;

test('An empty shelf has nothing to show', () => {
  expect(editionShelf().current()).toBeNull();
});

test('The latest edition is shown, the earlier ones stay at hand', () => {
  const shelf = editionShelf();
  const [third, twelfth] = [edition(3), edition(12)];
  shelf.add(twelfth);
  shelf.add(third);
  expect(shelf.current()).toBe(twelfth);
  expect(shelf.bySeq(3)).toBe(third);
  expect(shelf.bySeq(4)).toBeUndefined();
});
