import { expect, test } from 'vitest';
import { louder, quieter } from '../../../../src-renderer/staff/sections/tests/volume-steps.ts';

const bounds = { quietest: 20, loudest: 85 };

test.each([
  [50, 40, 60],
  [47, 40, 50],
  [20, null, 30],
  [25, 20, 30],
  [85, 80, null],
  [80, 70, 85],
  // Outside of the bounds, somebody else has put it there: one touch leads back in.
  [5, null, 10],
  [100, 90, null],
])('From %i %% one touch leads to %s and %s', (percent, down, up) => {
  expect(quieter({ percent, ...bounds })).toBe(down);
  expect(louder({ percent, ...bounds })).toBe(up);
});
