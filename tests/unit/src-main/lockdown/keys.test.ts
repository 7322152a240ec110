import { describe, expect, test } from 'vitest';
import { type KeyPress, verdictOn } from '../../../../src-main/lockdown/keys.ts';

/** `Ctrl+Shift+I` as a key press. */
function press(combination: string, type = 'keyDown'): KeyPress {
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  const has = (name: string) => parts.includes(name);
  return {
    type,
    key: key || '+',
    control: has('Ctrl'),
    alt: has('Alt'),
    shift: has('Shift'),
    meta: has('Meta'),
  };
}

describe('A keyboard on the kiosk', () => {
  test.each([
    'F1',
    'F5',
    'F7',
    'F11',
    'F12',
    'F24',
    'Ctrl+r',
    'Ctrl+R',
    'Ctrl+Shift+R',
    'Ctrl+F5',
    'Ctrl+Shift+I',
    'Ctrl+Shift+J',
    'Ctrl+u',
    'Ctrl+p',
    'Ctrl+s',
    'Ctrl+o',
    'Ctrl+n',
    'Ctrl+t',
    'Ctrl+w',
    'Ctrl+q',
    'Ctrl+Q',
    'Ctrl+h',
    'Ctrl+j',
    'Ctrl+f',
    'Ctrl+l',
    'Ctrl+c',
    'Ctrl+x',
    'Ctrl+v',
    'Ctrl++',
    'Ctrl+-',
    'Ctrl+0',
    'Ctrl+Tab',
    'Ctrl+Escape',
    'Alt+ArrowLeft',
    'Alt+ArrowRight',
    'Alt+Home',
    'Alt+F4',
    'Alt+Tab',
    'Alt+ ',
    'Alt+d',
    'Ctrl+Alt+Delete',
    'Ctrl+Alt+F2',
    'Meta',
    'Meta+d',
    'Meta+l',
    'Meta+c',
    'BrowserBack',
    'BrowserRefresh',
    'BrowserHome',
    'LaunchMail',
    'ContextMenu',
    'PrintScreen',
    'ZoomIn',
    'Help',
    'Print',
    'Close',
    'Power',
  ])('cannot steer with %s', (combination) => {
    expect(verdictOn(press(combination), true)).toBe('block');
  });

  test.each([
    'a',
    'Z',
    'é',
    '€',
    '1',
    ' ',
    '+',
    'Shift+A',
    'Enter',
    'Tab',
    'Shift+Tab',
    'Escape',
    'Backspace',
    'Delete',
    'ArrowLeft',
    'PageDown',
    'Home',
    'Shift',
    'CapsLock',
    'Dead',
    'Ctrl+a',
    'Ctrl+z',
    'Ctrl+ArrowLeft',
    'Ctrl+Shift+ArrowLeft',
    'Ctrl+Backspace',
    'Ctrl+Control',
    'Alt+Alt',
    'Ctrl+Alt+@',
    'Ctrl+Alt+€',
    'Ctrl+Alt+AltGraph',
    'AltGraph',
  ])('can type and edit with %s', (combination) => {
    expect(verdictOn(press(combination), true)).toBe('allow');
  });
});

describe('A developer', () => {
  test('can open the developer tools and quit', () => {
    expect(verdictOn(press('F12'), false)).toBe('developer-tools');
    expect(verdictOn(press('Ctrl+q'), false)).toBe('quit');
    expect(verdictOn(press('Ctrl+q', 'keyUp'), false)).toBe('block');
    expect(verdictOn(press('Ctrl+r'), false)).toBe('block');
  });
});
