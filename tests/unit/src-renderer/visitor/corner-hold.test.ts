import { expect, test } from 'vitest';
import { holdsOppositeCorners } from '../../../../src-renderer/visitor/corner-hold.ts';

const PANEL = { width: 1080, height: 1920, pixelsPerMm: 4 };
const [TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT] = [
  { x: 20, y: 20 },
  { x: 1060, y: 20 },
  { x: 20, y: 1900 },
  { x: 1060, y: 1900 },
] as const;

test('Two fingers in corners that face each other open the staff page, whichever corners and whichever first', () => {
  for (const fingers of [
    [TOP_LEFT, BOTTOM_RIGHT],
    [BOTTOM_RIGHT, TOP_LEFT],
    [TOP_RIGHT, BOTTOM_LEFT],
  ])
    expect(holdsOppositeCorners(fingers, PANEL)).toBe(true);
});

test.each([
  ['one finger', [TOP_LEFT]],
  ['nobody', []],
  ['corners of one side', [TOP_LEFT, TOP_RIGHT]],
  ['corners of one edge', [TOP_LEFT, BOTTOM_LEFT]],
  ['a corner and the middle', [TOP_LEFT, { x: 540, y: 960 }]],
  ['one corner twice', [TOP_LEFT, { x: 60, y: 60 }]],
  ['a third finger', [TOP_LEFT, BOTTOM_RIGHT, { x: 540, y: 960 }]],
  ['a finger just outside', [TOP_LEFT, { x: 1080 - 161, y: 1900 }]],
])('%s does not', (_what, fingers) => {
  expect(holdsOppositeCorners(fingers, PANEL)).toBe(false);
});

test('On a small screen the corners do not grow together', () => {
  const small = { width: 200, height: 200, pixelsPerMm: 4 };
  expect(
    holdsOppositeCorners(
      [
        { x: 90, y: 90 },
        { x: 110, y: 110 },
      ],
      small,
    ),
  ).toBe(false);
});
