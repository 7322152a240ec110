import { expect, test } from 'vitest';
import {
  dayWords,
  languageName,
  placeWords,
  shownAfter,
} from '../../../../src-renderer/preview/frame/words.ts';

test('a place is written as editors understand it', () => {
  expect(placeWords('pages/a/b.fr.md', 12, 5)).toBe('pages/a/b.fr.md:12:5');
  expect(placeWords('pages/a/b.fr.md', 12, null)).toBe('pages/a/b.fr.md:12');
  expect(placeWords('media/bridge.svg', null, null)).toBe('media/bridge.svg');
});

test('days and languages have names', () => {
  expect(dayWords('2027-01-21')).toBe('Thursday 21 January 2027');
  expect(languageName('fr')).toBe('Français');
  expect(languageName('nl')).toBe('Nederlands');
  expect(shownAfter(3, 249)).toBe('Edition 3, on screen 0.2 s after saving');
});
