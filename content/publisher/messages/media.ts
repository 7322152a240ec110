import { listed, suggested, type Words } from './words.ts';

/** An image without a description. */
export const imageWithoutAlt: Words = {
  rule: 'image-without-alt',
  what: 'This image has no description: there is nothing between [ and ].',
  why: 'A visitor who cannot see it would miss it altogether.',
  todo: 'Write between [ and ] what can be seen, as a sentence.',
};

/** An image from the web. */
export function imageFromWeb(target: string): Words {
  return {
    rule: 'image-from-web',
    what: `This image comes from "${target}".`,
    why: 'The kiosk has no web: the image would never appear.',
    todo: 'Save the image into the folder media/ and write media/ and its name here.',
  };
}

/** An image that does not lie in `media/`. */
export function imageOutsideMedia(target: string, nearest: string | undefined): Words {
  return {
    rule: 'image-outside-media',
    what: `This image is at "${target}", which is not in the folder media/.`,
    why: 'All images of the guide lie in its folder media/, and a text names them from there.',
    todo: `${suggested(nearest)}Put the image into media/ and write media/ and its name here.`,
  };
}

/** An image that does not exist. */
export function imageMissing(target: string, nearest: string | undefined): Words {
  return {
    rule: 'image-missing',
    what: `There is no image "${target}".`,
    why: 'Visitors would see an empty frame.',
    todo: `${suggested(nearest)}Correct the name, or put the image into media/.`,
  };
}

/** An image inside a sentence. */
export const imageInText: Words = {
  rule: 'image-in-text',
  what: 'This image stands inside a paragraph or beside another image.',
  why: 'Images take the whole width of the screen.',
  todo: 'Put it on a line of its own, with an empty line before and after it.',
};

/** An image that no document shows. */
export const imageUnused: Words = {
  rule: 'image-unused',
  what: 'No document shows this image.',
  why: 'It would be sent to every terminal for nothing; often it means that a text has forgotten it.',
  todo: 'Show it in a document, or take it out of media/.',
};

/** A file in `media/` that is no image of a known kind; `looksLike` is what its content resembles. */
export function notAnImage(looksLike: string): Words {
  return {
    rule: 'not-an-image',
    what: `This is not an image that the kiosk can show: inside, it is ${looksLike}.`,
    why: 'The guide takes drawings as SVG, and images as JPEG, PNG, WebP, AVIF, TIFF or GIF. The content counts, not the name.',
    todo: 'Save the picture again as JPEG (a photograph), PNG or SVG (a drawing).',
  };
}

/** A PNG called `.jpg` and the like. */
export function wrongEnding(content: string, endings: readonly string[]): Words {
  return {
    rule: 'wrong-ending',
    what: `The name of this image does not fit: inside, it is ${content}.`,
    why: 'The ending of the name has to say what the file really is.',
    todo: `Rename it so that it ends in ${listed(endings, 'or')}, and change the texts that show it.`,
  };
}

/** A drawing without a size. */
export const imageWithoutSize: Words = {
  rule: 'image-without-size',
  what: 'The size of this drawing cannot be found.',
  why: 'The screen keeps its place free while it loads, and needs width and height for that.',
  todo: 'Save it again from a drawing program; an SVG needs a viewBox such as viewBox="0 0 1600 900".',
};

/** An SVG that cannot be read. */
export function svgBroken(detail: string): Words {
  return {
    rule: 'svg-broken',
    what: `This SVG drawing is damaged: ${detail}.`,
    why: 'Visitors would see an empty frame.',
    todo: 'Save it again from a drawing program, as "plain SVG".',
  };
}

/** An SVG with a program in it. */
export function svgScript(element: string): Words {
  return {
    rule: 'svg-script',
    what: `This SVG drawing holds a small program (<${element}>).`,
    why: 'Programs have no place in the guide: they could do anything on the kiosk.',
    todo: 'Save the drawing again as "plain SVG", or delete that part of it.',
  };
}

/** An SVG with `onclick` and the like. */
export function svgEvent(attribute: string): Words {
  return {
    rule: 'svg-event',
    what: `This SVG drawing reacts to touch or to being loaded (${attribute}).`,
    why: 'Behind it stands a small program, and programs have no place in the guide.',
    todo: 'Save the drawing again as "plain SVG", or delete that part of it.',
  };
}

/** An SVG with a web page, a film or a sound in it. */
export function svgForeign(element: string): Words {
  return {
    rule: 'svg-foreign',
    what: `This SVG drawing holds something else than a drawing (<${element}>).`,
    why: 'The kiosk shows drawings only: shapes, lines and colours.',
    todo: 'Save the drawing again as "plain SVG", or delete that part of it.',
  };
}

/** An SVG that needs another file. */
export function svgReference(target: string): Words {
  const short = target.length > 60 ? `${target.slice(0, 60)}...` : target;
  return {
    rule: 'svg-reference',
    what: `This SVG drawing needs something from elsewhere ("${short}").`,
    why: 'The kiosk has no web and shows each drawing alone: that part would be missing.',
    todo: 'Save the drawing again with everything inside it, or delete that part of it.',
  };
}

/** An SVG with abbreviations of its own (a DTD with entities). */
export const svgEntities: Words = {
  rule: 'svg-entities',
  what: 'This SVG drawing begins with abbreviations of its own (<!DOCTYPE ... [ ... ]>).',
  why: 'They can hide anything, and they are not needed.',
  todo: 'Save the drawing again as "plain SVG", or delete that part of it.',
};

/** An SVG with words in it. */
export const svgWords: Words = {
  rule: 'svg-words',
  what: 'This SVG drawing holds words.',
  why: 'The same drawing is shown in every language, and words in it cannot be read aloud.',
  todo: 'Take the words out of the drawing and write them in its caption, or turn a logo into outlines.',
};
