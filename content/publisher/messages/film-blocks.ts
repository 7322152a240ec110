import { counted, languageName, listed, suggested, type Words } from './words.ts';

// Films in documents: the block that shows one, and the files that belong to it.

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

/** What may stand in `new captions`: a film that is there. */
export function filmsThere(paths: readonly string[]): string {
  return paths.length === 0 ? 'There is no film in media/ yet.' : `These films are there: ${listed(paths)}.`;
}
