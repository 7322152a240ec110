import { expect, test } from 'vitest';
import {
  isAccident,
  STILL_THE_LAST_VISIT_MS,
  type Tap,
  TWICE_WITHIN_MS,
} from '../../../../src-renderer/ui/accidental-touches.ts';

/** Something to touch, as far as the rule looks at it. */
function thing(kind: 'button' | 'toggle', isConnected = true): Element {
  return { matches: () => kind === 'toggle', isConnected } as unknown as Element;
}

const [button, other, toggle, gone] = [
  thing('button'),
  thing('button'),
  thing('toggle'),
  thing('button', false),
];
const tapAt = (at: number, on: Element | null, x = 100, y = 100): Tap => ({ at, on, x, y });
const SHOWN_LONG_AGO = -10_000;

function judge(before: Tap | null, tap: Tap, shownAt = SHOWN_LONG_AGO): boolean {
  return isAccident(tap, { before, shownAt, pixelsPerMm: 4 });
}

test.each([
  ['the first touch of all', null, tapAt(0, button), false],
  ['a second touch that hits what has come under the finger', tapAt(0, gone), tapAt(120, other), true],
  ['a second touch on a key of a keyboard', tapAt(0, button), tapAt(120, button), false],
  ['a quick touch on the key beside it', tapAt(0, button), tapAt(120, other, 120), false],
  ['a second touch on something that goes on and off', tapAt(0, toggle), tapAt(120, toggle), true],
  ['a second touch after a while', tapAt(0, toggle), tapAt(TWICE_WITHIN_MS, toggle), false],
  ['a quick touch somewhere else', tapAt(0, button), tapAt(120, other, 300, 100), false],
  [
    'a quick touch somewhere else after the screen changed',
    tapAt(0, gone),
    tapAt(120, other, 300, 100),
    false,
  ],
  ['a second touch that hits nothing any more', tapAt(0, gone), tapAt(120, null), true],
  ['two touches beside all buttons', tapAt(0, null), tapAt(120, null), false],
] as const)('%s', (_what, before, tap, accident) => {
  expect(judge(before, tap)).toBe(accident);
});

test('The second touch on "I’m done" is not the first of the next visit', () => {
  const shownAt = 5_000;
  expect(judge(null, tapAt(shownAt + 150, button), shownAt)).toBe(true);
  expect(judge(null, tapAt(shownAt + STILL_THE_LAST_VISIT_MS, button), shownAt)).toBe(false);
});
