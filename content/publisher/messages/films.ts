import { counted, languageName, listed, suggested, type Words } from './words.ts';

/** What terminals can play, in a sentence for authors. */
const PLAYABLE =
  'Terminals play MP4 with H.264 pictures and AAC sound, and WebM with VP8, VP9 or AV1 pictures and Opus or Vorbis sound.';

const SAVE_AGAIN =
  'Save it again as MP4 with H.264 and AAC, which every film program offers, often as "for the web".';

/** A film of another kind than MP4 or WebM; `found` is what it resembles. */
export function filmKindUnknown(found: string): Words {
  return {
    rule: 'film-kind-unknown',
    what: `This film cannot be shown: inside, it is ${found}.`,
    why: `${PLAYABLE} The content counts, not the name.`,
    todo: SAVE_AGAIN,
  };
}

/** An MP4 called `.webm` and the like. */
export function filmEnding(content: string, ending: string): Words {
  return {
    rule: 'wrong-ending',
    what: `The name of this film does not fit: inside, it is ${content}.`,
    why: 'The ending of the name has to say what the file really is.',
    todo: `Rename it so that it ends in "${ending}", and change the texts that show it.`,
  };
}

/** A film that is not whole. */
export const filmDamaged: Words = {
  rule: 'film-damaged',
  what: 'This film is damaged: its file ends too early, or cannot be read.',
  why: 'Often it was not copied whole. Visitors would see it stop, or nothing at all.',
  todo: 'Copy it here again; if it does not play to its end elsewhere either, save it anew.',
};

/** A file that only sounds. */
export const filmWithoutPicture: Words = {
  rule: 'film-without-picture',
  what: 'This film has no picture: it is only sound.',
  why: 'Visitors would look at an empty frame.',
  todo: 'Choose the file with the picture, or write what it says as a text.',
};

/** A picture that Electron cannot play; `called` is the file's own name for it. */
export function filmPictureUnknown(called: string, container: string): Words {
  return {
    rule: 'film-picture-unknown',
    what: `The picture of this film is coded in a way that terminals cannot play (${codecName(called)} in ${container}).`,
    why: PLAYABLE,
    todo: SAVE_AGAIN,
  };
}

/** H.264 for cutting rooms. */
export const filmPictureSpecial: Words = {
  rule: 'film-picture-special',
  what: 'The picture of this film is H.264 in a form for cutting rooms (10 bits, or 4:2:2).',
  why: 'Terminals play the ordinary form only: 8 bits, 4:2:0.',
  todo: 'Save it again as MP4 "for the web", with the profile "Main" or "High".',
};

/** A sound that Electron cannot play. */
export function filmSoundUnknown(called: string, container: string): Words {
  return {
    rule: 'film-sound-unknown',
    what: `The sound of this film is coded in a way that terminals cannot play (${codecName(called)} in ${container}).`,
    why: PLAYABLE,
    todo: SAVE_AGAIN,
  };
}

/** The names people know for those that stand in files. */
const CODEC_NAMES: Readonly<Record<string, string>> = {
  hvc1: 'H.265',
  hev1: 'H.265',
  mp4v: 'MPEG-4 Visual',
  'ac-3': 'Dolby AC-3',
  'ec-3': 'Dolby E-AC-3',
};

function codecName(called: string): string {
  return CODEC_NAMES[called] ?? (called === '' ? 'nobody says which' : called);
}

/** A film of unknown length, as browsers record them. */
export const filmWithoutLength: Words = {
  rule: 'film-without-length',
  what: 'This film does not say how long it is.',
  why: 'Visitors see how much is to come, and go back and forth by touch. Films recorded live in a browser are like that.',
  todo: 'Open it in a film program and save it again.',
};

/** A film that takes too long; both in seconds. */
export function filmTooLong(seconds: number, most: number): Words {
  return {
    rule: 'film-too-long',
    what: `This film lasts ${minutesWords(seconds)}; at most ${minutesWords(most)} are possible.`,
    why: 'People watch it standing, while others wait for the screen.',
    todo: 'Cut it, or make two films of it.',
  };
}

function minutesWords(seconds: number): string {
  const rest = Math.ceil(seconds) % 60;
  const minutes = counted(Math.floor(Math.ceil(seconds) / 60), 'minute');
  return rest === 0 ? minutes : `${minutes} and ${counted(rest, 'second')}`;
}

/** A film that takes too much room; both in bytes. */
export function filmTooLarge(bytes: number, most: number): Words {
  const mebibytes = (value: number): string => (value / 1024 ** 2).toFixed(1);
  return {
    rule: 'film-too-large',
    what: `This film has ${mebibytes(bytes)} MB; at most ${mebibytes(most)} MB are possible.`,
    why: 'Every terminal fetches it, some of them over a slow line.',
    todo: 'Save it again with a lower bit rate: 1.5 megabits a second are enough for a film that explains.',
  };
}

/** A picture larger than any screen; in pixels. */
export function filmTooWide(width: number, height: number, most: number): Words {
  return {
    rule: 'film-too-wide',
    what: `The picture of this film has ${width} × ${height} pixels.`,
    why: `Screens show ${most} at most; more only takes room and makes slow terminals stumble.`,
    todo: `Save it again smaller, for instance 1920 × 1080.`,
  };
}

/** A picture that would be blurred; in pixels. */
export function filmTooSmall(width: number, height: number, least: number): Words {
  return {
    rule: 'film-too-small',
    what: `The picture of this film has only ${width} × ${height} pixels.`,
    why: 'It is shown across the whole screen, and would be blurred.',
    todo: `Use a larger original: no side under ${least} pixels, best 1280 × 720.`,
  };
}

/** `:::video` that does not say which film. */
export const videoWithoutFile: Words = {
  rule: 'video-without-file',
  what: 'The block ":::video" does not say which film.',
  why: 'It names one in curly brackets: :::video[How this screen works]{file=media/touch.mp4}',
  todo: 'Add the film behind the title, as {file=media/name.mp4}.',
};

/** Something else than `file` in the curly brackets. */
export function videoDetail(key: string, nearest: string | undefined): Words {
  return {
    rule: 'unknown-block-detail',
    what: `":::video" knows no "${key}".`,
    why: 'In its curly brackets can stand "file", as in :::video[How this screen works]{file=media/touch.mp4}',
    todo: `${suggested(nearest)}Correct the name, or take it out.`,
  };
}

/** A film from the web. */
export function filmFromWeb(target: string): Words {
  return {
    rule: 'film-from-web',
    what: `This film comes from "${target}".`,
    why: 'The kiosk has no web: the film would never play.',
    todo: 'Save the film into the folder media/ and write media/ and its name here.',
  };
}

/** A film that is not in `media/`, or not there at all. */
export function filmMissing(target: string, nearest: string | undefined): Words {
  return {
    rule: 'film-missing',
    what: `There is no film "${target}".`,
    why: 'All films of the guide lie in its folder media/, and a text names them from there: media/name.mp4 or media/name.webm.',
    todo: `${suggested(nearest)}Correct the name, or put the film into media/.`,
  };
}

/** An image where a film is meant. */
export function notAFilm(target: string): Words {
  return {
    rule: 'not-a-film',
    what: `"${target}" is not a film.`,
    why: 'The block ":::video" shows a film with its captions.',
    todo: 'Name a film in MP4 or WebM; an image is written ![what can be seen](media/name.svg).',
  };
}

/** `![…](media/film.mp4)`. */
export function filmAsImage(target: string): Words {
  return {
    rule: 'film-as-image',
    what: `"${target}" is a film, written like an image.`,
    why: 'A film has a title, captions and a text for those who cannot watch it.',
    todo: `Write :::video[Title]{file=${target}}, its text on the lines below, and a line :::`,
  };
}

/** `![…](media/film.fr.vtt)`. */
export function captionsAsImage(target: string): Words {
  return {
    rule: 'captions-as-image',
    what: `"${target}" holds captions, and is written like an image.`,
    why: 'Captions are found by the name of their film.',
    todo: 'Write :::video with the name of the film.',
  };
}

/** A film without a picture to begin with. */
export function posterMissing(film: string, stem: string): Words {
  return {
    rule: 'poster-missing',
    what: `The film "${film}" has no picture to show before it plays.`,
    why: 'A film never begins by itself; until somebody touches it, its picture says what it is about.',
    todo: `Put an image with the same name beside it: ${stem}.jpg, ${stem}.png or ${stem}.svg. A good one is a frame of the film.`,
  };
}

/** A film without captions in a language. */
export function captionsMissing(path: string, film: string, language: string): Words {
  return {
    rule: 'captions-missing',
    what: `The film "${film}" has no captions in ${languageName(language)}: there is no ${path}.`,
    why: 'Sound is off in a public room, and many visitors read better than they hear. Captions are never left out.',
    todo: `Write them into ${path}: "npm run guide -- new captions ${film}" makes a file to begin with.`,
  };
}

/** `:::video` without text inside. */
export const transcriptMissing: Words = {
  rule: 'transcript-missing',
  what: 'The block ":::video" holds no text.',
  why: 'Who cannot watch the film reads it: everything that is said, and what has to be seen to understand it.',
  todo: 'Write it between the line :::video and the line :::, as paragraphs.',
};

/** A transcript that cannot say all that the captions say. */
export function transcriptTooShort(words: number, captions: number): Words {
  return {
    rule: 'transcript-too-short',
    what: `The text of this film has ${counted(words, 'word')}; its captions have ${captions}.`,
    why: 'Who cannot watch the film reads the text instead, so it says at least what the captions say.',
    todo: 'Write everything that is said, and what has to be seen to understand it.',
  };
}

/** A film in the transcript of a film. */
export const videoInVideo: Words = {
  rule: 'video-in-video',
  what: 'There is a film inside the text of another film.',
  why: 'That text stands for the film, for those who cannot watch it.',
  todo: 'Close the first block with ::: before this one, or take this one out.',
};

/** The files of one film that are not the same film. */
export function filmTwinsDiffer(first: string, second: string): Words {
  return {
    rule: 'film-twins-differ',
    what: `"${first}" and "${second}" have the same name up to the ending, but not the same length or shape.`,
    why: 'They are taken for the same film, and a screen plays the first it can; captions fit only one of them.',
    todo: 'Give one of them another name, or save both from the same original.',
  };
}

/** A film that no document shows. */
export const filmUnused: Words = {
  rule: 'film-unused',
  what: 'No document shows this film.',
  why: 'It would be sent to every terminal for nothing.',
  todo: 'Show it in a document with :::video, or take it out of media/.',
};

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

/** What may stand in `new captions`: a film that is there. */
export function filmsThere(paths: readonly string[]): string {
  return paths.length === 0 ? 'There is no film in media/ yet.' : `These films are there: ${listed(paths)}.`;
}
