import type { Display } from 'electron';
import { expect, test } from 'vitest';
import { displayNow } from '../../../../src-main/platform/display.ts';

const screenOf = (display: Partial<Display>) => ({
  getPrimaryDisplay: () =>
    ({
      size: { width: 1080, height: 1920 },
      scaleFactor: 1,
      touchSupport: 'available',
      ...display,
    }) as Display,
});

test('The screen is told in its own pixels, whatever it is scaled by', () => {
  expect(displayNow(screenOf({}))).toEqual({ widthPx: 1080, heightPx: 1920, scaleFactor: 1, touch: true });
  expect(displayNow(screenOf({ size: { width: 1280, height: 720 }, scaleFactor: 1.5 }))).toMatchObject({
    widthPx: 1920,
    heightPx: 1080,
    scaleFactor: 1.5,
  });
});

test('Touch counts only when the system says that it is there', () => {
  expect(displayNow(screenOf({ touchSupport: 'unknown' }))?.touch).toBe(false);
  expect(displayNow(screenOf({ touchSupport: 'unavailable' }))?.touch).toBe(false);
});

test('A screen without pixels is none', () => {
  expect(displayNow(screenOf({ size: { width: 0, height: 0 } }))).toBeNull();
});
