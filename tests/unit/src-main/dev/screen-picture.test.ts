import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureOfScreen, pixelsOf, savePicture } from '../../../../src-main/dev/screen-picture.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const newDirectory = temporaryDirectory();

/** A screen of 2 by 2 pixels as Xvfb keeps it: blue, green / red, red; lines are longer than their pixels. */
function screen(bitsPerPixel = 32): Buffer {
  const lineBytes = 12;
  const header = Buffer.alloc(104);
  const fields: readonly (readonly [number, number])[] = [
    [0, 104],
    [4, 7],
    [16, 2],
    [20, 2],
    [28, 0],
    [44, bitsPerPixel],
    [48, lineBytes],
    [76, 1],
  ];
  for (const [at, value] of fields) header.writeUInt32BE(value, at);
  const pixels = Buffer.alloc(2 * lineBytes, 0xee);
  const colours = [0x1d5bbf, 0x13764a, 0xc23b22, 0xc23b22];
  for (const [index, colour] of colours.entries())
    pixels.writeUInt32LE(colour, Math.floor(index / 2) * lineBytes + (index % 2) * 4);
  return Buffer.concat([header, Buffer.alloc(12), pixels]);
}

test('What a screen shows is read as colours, line by line', async () => {
  const directory = await newDirectory();
  await writeFile(path.join(directory, 'Xvfb_screen0'), screen());
  const picture = await pictureOfScreen(directory);
  expect([picture.width, picture.height]).toEqual([2, 2]);
  expect(['#1d5bbf', '#13764a', '#c23b22', '#ffffff'].map((each) => pixelsOf(picture, each))).toEqual([
    1, 1, 2, 0,
  ]);

  const file = path.join(directory, 'screen.png');
  await savePicture(picture, file);
  expect([...(await sharp(file).raw().toBuffer()).subarray(0, 3)]).toEqual([0x1d, 0x5b, 0xbf]);
});

test('A screen of another depth is refused instead of shown in wrong colours', async () => {
  const directory = await newDirectory();
  await writeFile(path.join(directory, 'Xvfb_screen0'), screen(16));
  await expect(pictureOfScreen(directory)).rejects.toThrow('no XWD picture of 32 bits');
});
