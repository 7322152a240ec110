import { expect, test } from 'vitest';
import { arrange, LYING, UPRIGHT } from '../../../../src-renderer/preview/frame/arrangement.ts';

test('upright screens stand beside each other, lying ones below each other, as large as the window allows', () => {
  const desk = { width: 1000, height: 800 };
  expect(arrange(desk, UPRIGHT, 2, 40)).toEqual({ direction: 'row', scale: 800 / 1920 });
  expect(arrange(desk, LYING, 2, 40)).toEqual({ direction: 'column', scale: (800 - 40) / 2 / 1080 });
});

test('all screens and the gaps between them fit into the room', () => {
  for (const count of [1, 2, 3]) {
    for (const [width, height] of [
      [300, 900],
      [1600, 300],
      [700, 700],
    ] as const) {
      for (const screen of [UPRIGHT, LYING]) {
        const { direction, scale } = arrange({ width, height }, screen, count, 40);
        const along = (side: number) => count * side * scale + 40 * (count - 1);
        const wide = direction === 'row' ? along(screen.width) : screen.width * scale;
        const high = direction === 'row' ? screen.height * scale : along(screen.height);
        expect(wide).toBeLessThanOrEqual(width + 0.001);
        expect(high).toBeLessThanOrEqual(height + 0.001);
      }
    }
  }
});

test('a screen is never larger than life, and a window without room is no error', () => {
  expect(arrange({ width: 9000, height: 9000 }, UPRIGHT, 2, 40).scale).toBe(1);
  expect(arrange({ width: 0, height: 0 }, UPRIGHT, 2, 40).scale).toBe(0);
});
