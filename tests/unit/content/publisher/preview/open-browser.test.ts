import { expect, test } from 'vitest';
import { browserCommand } from '../../../../../content/publisher/preview/open-browser.ts';

const URL = 'http://127.0.0.1:4000/';

test('each system has its own way to open an address', () => {
  expect(browserCommand(URL, 'darwin', {})).toEqual(['open', URL]);
  expect(browserCommand(URL, 'win32', {})).toEqual(['cmd', '/c', 'start', '""', URL]);
  expect(browserCommand(URL, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', URL]);
  expect(browserCommand(URL, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open', URL]);
});

test('without a screen no browser is looked for: it would take over the terminal', () => {
  expect(browserCommand(URL, 'linux', {})).toBeNull();
});
