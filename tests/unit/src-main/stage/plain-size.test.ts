import { expect, test } from 'vitest';
import { plainSizeOf } from '../../../../src-main/stage/plain-size.ts';

test('A developer gets a plain window of the size asked for', () => {
  expect(plainSizeOf('1080x1920')).toEqual({ width: 1080, height: 1920 });
});

test.each([
  '',
  '1080',
  '1080x',
  'x1920',
  '0x0',
  '10x10',
  '1080 x 1920',
  '1080x1920x24',
  '-540x960',
  '99999x99999',
])('With %j the window is a kiosk', (text) => {
  expect(plainSizeOf(text)).toBeNull();
});
