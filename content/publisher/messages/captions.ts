import type { Words } from './words.ts';

// The captions of a film, and their times.

/** Captions that no film needs. */
export const captionsUnused: Words = {
  rule: 'captions-unused',
  what: 'No film of the guide shows these captions.',
  why: 'Captions are called like their film, with the language before the ending: media/touch.mp4 has media/touch.fr.vtt.',
  todo: 'Correct the name, or take the file out of media/.',
};

/** A `.vtt` file without language in its name. */
export const captionsName: Words = {
  rule: 'captions-name',
  what: 'The name of these captions does not say in which language they are.',
  why: 'Captions are called like their film, with the language before the ending: media/touch.mp4 has media/touch.fr.vtt.',
  todo: 'Rename the file.',
};

/** Something else than WebVTT; `isSrt` when its times are those of SubRip. */
export function captionsWithoutHead(isSrt: boolean): Words {
  return {
    rule: 'captions-without-head',
    what: `These captions do not begin with a line WEBVTT${isSrt ? '; they look like SRT' : ''}.`,
    why: 'The kiosk takes captions as WebVTT, a text file that every caption program can write.',
    todo: isSrt
      ? 'Save them as WebVTT; or write WEBVTT and an empty line on top, and a point instead of the comma in each time.'
      : 'Write WEBVTT on the first line and an empty line below it.',
  };
}

/** Captions without a single caption. */
export const captionsEmpty: Words = {
  rule: 'captions-empty',
  what: 'There is no caption in this file.',
  why: 'A film without words gets captions too: they say what is heard, or that nothing is.',
  todo: 'Write at least one: a line 00:00:01.000 --> 00:00:04.000 and the words below it.',
};

/** `STYLE` or `REGION`. */
export function captionsStyle(name: string): Words {
  return {
    rule: 'captions-style',
    what: `There is a block ${name} in these captions.`,
    why: 'How captions look is decided by the kiosk, so that all are easy to read.',
    todo: 'Take the block out.',
  };
}

/** Words without times above them. */
export function captionWithoutTimes(line: string): Words {
  const short = line.length > 40 ? `${line.slice(0, 40)}...` : line;
  return {
    rule: 'caption-without-times',
    what: `Here stands "${short}" without a line of times above it.`,
    why: 'An empty line ends a caption; the next one begins with its times.',
    todo: 'Write a line such as 00:00:01.000 --> 00:00:04.000 above it, or take out the empty line before it.',
  };
}

/** Times of another form. */
export function captionTimes(line: string): Words {
  const comma = /\d,\d{3}/.test(line) ? ' It has a comma where WebVTT has a point.' : '';
  return {
    rule: 'caption-times',
    what: `"${line}" is not a line of times.${comma}`,
    why: 'Without it nobody knows when the caption is seen.',
    todo: 'Write it in this form: 00:00:01.000 --> 00:00:04.000',
  };
}

/** A caption that ends before it begins. */
export const captionEndsFirst: Words = {
  rule: 'caption-ends-first',
  what: 'This caption ends before it begins, or at the same moment.',
  why: 'It would never be seen.',
  todo: 'Correct one of its two times.',
};

/** A caption before or over the one above it. */
export function captionTooEarly(line: number): Words {
  return {
    rule: 'caption-too-early',
    what: `This caption begins before the one of line ${line} has ended.`,
    why: 'One caption is shown at a time, in the order of the file.',
    todo: 'Let it begin when the other ends, or later.',
  };
}

/** A caption after the end of the film; both as times of WebVTT. */
export function captionBeyondFilm(end: string, film: string, length: string): Words {
  return {
    rule: 'caption-beyond-film',
    what: `This caption ends at ${end}, and "${film}" at ${length}.`,
    why: 'Its end would never be seen. Often it means that the captions belong to another cut of the film.',
    todo: 'Correct its times, or take it out.',
  };
}

/** `-->` in the words of a caption. */
export const captionArrow: Words = {
  rule: 'caption-arrow',
  what: 'There is "-->" in the middle of a caption.',
  why: 'It belongs between two times only. Often the empty line above a caption is missing.',
  todo: 'Put an empty line above the times, or take the arrow out of the words.',
};

/** A caption without words. */
export const captionEmpty: Words = {
  rule: 'caption-empty',
  what: 'This caption has no words.',
  why: 'Visitors would see an empty strip.',
  todo: 'Write its words on the line below its times, or take it out.',
};

/** Code in a caption. */
export function captionMarkup(tag: string): Words {
  return {
    rule: 'caption-markup',
    what: `There is code in this caption (${tag.slice(0, 40)}).`,
    why: 'Captions are words only; WebVTT has a few marks of its own, such as <i> and <v Name>, and no others.',
    todo: 'Take it out. A sign < that is meant is written &lt;',
  };
}

/** A caption that does not fit under the picture. */
export function longCaption(signs: number, limit: number): Words {
  return {
    rule: 'long-caption',
    what: `This caption has ${signs} signs; two lines have room for ${limit}.`,
    why: 'It would cover the text below, and nobody reads that much at once.',
    todo: 'Make two captions of it.',
  };
}

/** A caption that is gone before it is read. */
export function fastCaption(signs: number, seconds: number, limit: number): Words {
  return {
    rule: 'fast-caption',
    what: `This caption has ${signs} signs and is seen for ${seconds} s: more than ${limit} in a second.`,
    why: 'Many visitors read in a second language.',
    todo: 'Say it in fewer words, or let it stay longer.',
  };
}
