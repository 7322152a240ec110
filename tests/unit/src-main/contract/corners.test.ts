import { expect, test } from 'vitest';
import { CORNERS_HELD_MS, cornerWatch, holdsOppositeCorners } from '../../../../src-main/contract/corners.ts';
import { handClock } from '../../../fakes/hand-clock.ts';

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

function watched() {
  const clock = handClock();
  let held = 0;
  const watch = cornerWatch({
    panel: () => PANEL,
    after: clock.after,
    onHeld: () => {
      held += 1;
    },
  });
  return { watch, clock, held: () => held };
}

test('Corners count once they have been held to the end', () => {
  const { watch, clock, held } = watched();
  watch.down(1, TOP_LEFT);
  clock.pass(10 * CORNERS_HELD_MS);
  watch.down(2, BOTTOM_RIGHT);
  clock.pass(CORNERS_HELD_MS - 1);
  expect(held()).toBe(0);
  // Fingers tremble.
  watch.moved(2, { x: 1050, y: 1890 });
  clock.pass(1);
  expect(held()).toBe(1);
  clock.pass(10 * CORNERS_HELD_MS);
  expect(held()).toBe(1);
});

test.each<[string, (watch: ReturnType<typeof cornerWatch>) => void]>([
  ['a finger that is lifted', (watch) => watch.lifted(2)],
  ['a finger that slides away', (watch) => watch.moved(2, { x: 540, y: 960 })],
  ['a third finger', (watch) => watch.down(3, { x: 540, y: 960 })],
])('%s begins the time anew', (_what, disturb) => {
  const { watch, clock, held } = watched();
  watch.down(1, TOP_LEFT);
  watch.down(2, BOTTOM_RIGHT);
  clock.pass(CORNERS_HELD_MS - 1);
  disturb(watch);
  clock.pass(CORNERS_HELD_MS);
  expect(held()).toBe(0);
  watch.lifted(3);
  watch.down(2, BOTTOM_RIGHT);
  clock.pass(CORNERS_HELD_MS - 1);
  expect(held()).toBe(0);
  clock.pass(1);
  expect(held()).toBe(1);
});

test('A finger that was never seen to come down counts for nothing', () => {
  const { watch, clock, held } = watched();
  watch.down(1, TOP_LEFT);
  watch.moved(2, BOTTOM_RIGHT);
  watch.lifted(7);
  clock.pass(CORNERS_HELD_MS);
  expect(held()).toBe(0);
});
