import { expect, it, vi } from 'vitest';
import * as say from '../../../../content/publisher/messages.ts';
import { at, letter, problemsOf } from './guide-under-test.ts';

vi.mock('sharp', () => {
  throw new Error('Could not load the "sharp" module');
});

it('a computer without the part that reads images says so, and what to do', async () => {
  const photo = { ...letter('![Une image](media/a.jpg)'), 'media/a.jpg': Buffer.from('ffd8ffe0', 'hex') };
  expect(await problemsOf(photo)).toEqual([at('media/a.jpg', null, null, say.imagesUnreadable)]);
});

it('and needs it for photographs only', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>';
  expect(await problemsOf({ ...letter('![Une image](media/a.svg)'), 'media/a.svg': drawing })).toEqual([]);
});
