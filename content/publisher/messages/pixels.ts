import { counted, type Words } from './words.ts';

/** A pixel image that cannot be read to its end. */
export const imageDamaged: Words = {
  rule: 'image-damaged',
  what: 'This image is damaged: it cannot be read to its end.',
  why: 'Often it was not copied whole. Visitors would see half of it, or an empty frame.',
  todo: 'Copy it here again; if it does not open in another program either, save it anew.',
};

/** A pixel image that would be blurred; sizes in pixels. */
export function imageTooNarrow(width: number, least: number): Words {
  return {
    rule: 'image-too-narrow',
    what: `This image is only ${counted(width, 'pixel')} wide.`,
    why: 'It is shown across the whole screen, and would be blurred.',
    todo: `Use a larger original: at least ${least} pixels wide, best 1600.`,
  };
}

/** A pixel image that is too large to be unpacked; sizes in pixels. */
export function imageTooLarge(width: number, height: number, pixels: number, side: number): Words {
  return {
    rule: 'image-too-large',
    what: `This image has ${width} × ${height} pixels.`,
    why: `Images are taken up to ${pixels / 1_000_000} million pixels, and up to ${side} on each side; screens show 1600 across.`,
    todo: 'Make it smaller, for instance 3200 pixels wide, and save it again.',
  };
}

/** A GIF, WebP, AVIF or PNG that moves. */
export const imageMoves: Words = {
  rule: 'image-moves',
  what: 'This image moves: it holds more than one picture.',
  why: 'Movement that never stops keeps people from reading. Only still images are shown.',
  todo: 'Save the one picture that says it best as a still image.',
};

/** A TIFF like a booklet. */
export function imageManyPages(pages: number): Words {
  return {
    rule: 'image-many-pages',
    what: `This TIFF image holds ${pages} pages.`,
    why: 'An image of the guide is one picture, and nobody can tell which one is meant.',
    todo: 'Save the right page as an image of its own.',
  };
}

/** A pixel image in colours that are not those of a screen; `space` as sharp calls it. */
export function imageColours(space: string): Words {
  const meant = space === 'cmyk' ? 'for a printing press (CMYK)' : `for other work than screens (${space})`;
  return {
    rule: 'image-colours',
    what: `The colours of this image are meant ${meant}.`,
    why: 'A screen can only guess them: faces turn green or grey.',
    todo: 'Save it again in RGB colours (sRGB).',
  };
}

/** Two pixel images whose names differ in their endings only. */
export function imageNamesake(other: string): Words {
  return {
    rule: 'image-namesake',
    what: `This image and "${other}" have the same name up to the ending.`,
    why: 'Both are sent to terminals as WebP and AVIF, under that name.',
    todo: 'Give one of them another name, and change the texts that show it; or take one away.',
  };
}

/** A pixel image whose name leaves no room for widths. */
export const imageNameTooLong: Words = {
  rule: 'image-name-too-long',
  what: 'The name of this image is too long.',
  why: 'Its width is added to it, and all of it may have 240 characters.',
  todo: 'Give it a shorter name, and change the texts that show it.',
};

/** The library that reads pixel images is not there. */
export const imagesUnreadable: Words = {
  rule: 'images-unreadable',
  what: 'This computer cannot read images: a part of the guide command is not installed here (sharp).',
  why: 'Photographs are made ready for the screens by it. The image itself may be all right.',
  todo: 'Run "npm install" in the folder of the project, with optional packages; then try again.',
};

/** Printed for each image that takes its time. */
export function makingImage(path: string): string {
  return `Making ${path} ready for the screens ...`;
}
