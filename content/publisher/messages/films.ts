import { counted, type Words } from './words.ts';

// What is inside the file of a film.

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
