import { expect, it } from 'vitest';
import { hasDisplay } from '../../../../src-main/dev/display.ts';
import { meansDiskFull, plainWords } from '../../../../src-main/dev/say.ts';

it('a message for people has no colours and no lines of code', () => {
  const error = new Error(
    '\u001b[31mThe page closed\u001b[0m\n    at eval (<anonymous>)\nwhile looking at it',
  );
  expect(plainWords(error)).toBe('The page closed\nwhile looking at it');
  expect(plainWords('just words')).toBe('just words');
});

it('a full disk is recognised by its code and by what commands print', () => {
  expect(meansDiskFull(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(true);
  expect(meansDiskFull(new Error('tar: No space left on device'))).toBe(true);
  expect(meansDiskFull(new Error('EACCES'))).toBe(false);
});

it('a Linux machine without X11 and Wayland has no screen, any other has one', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
});
