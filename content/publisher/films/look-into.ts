import type { VideoSource } from '../../model/block.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { isWholeMp4, isWholeWebm } from './containers.ts';
import { FILM_KINDS, type FilmKind } from './kinds.ts';
import { MAX_FILM_BYTES, MAX_FILM_SECONDS, MAX_FILM_SIDE, MIN_FILM_SIDE } from './limits.ts';

/** What a film is: how it is coded, its size in CSS pixels, its length in seconds, whether it can be heard. */
export type FilmFacts = Pick<VideoSource, 'type' | 'codecs'> & {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly sound: boolean;
};

/** Pictures and sounds that Electron's own FFmpeg can play, by the names of `mediabunny`, and how people call them. */
const PICTURES: Readonly<Record<FilmKind['type'], readonly string[]>> = {
  'video/mp4': ['avc', 'av1', 'vp9'],
  'video/webm': ['vp8', 'vp9', 'av1'],
};
const SOUNDS: Readonly<Record<FilmKind['type'], readonly string[]>> = {
  'video/mp4': ['aac', 'mp3', 'opus', 'flac'],
  'video/webm': ['opus', 'vorbis'],
};

/** H.264 in 8 bits and 4:2:0: baseline, main, extended, high. Others are for cutting rooms, and screens stay black. */
const PLAIN_H264 = /^avc[13]\.(?:42|4d|58|64)/i;

/** Looks into a film without unpacking it; its facts, or the words of a refusal. */
export async function lookIntoFilm(bytes: Uint8Array, kind: FilmKind): Promise<FilmFacts | Words> {
  if (bytes.length > MAX_FILM_BYTES) return say.filmTooLarge(bytes.length, MAX_FILM_BYTES);
  if (!(kind.type === 'video/mp4' ? isWholeMp4(bytes) : isWholeWebm(bytes))) return say.filmDamaged;
  let read: Awaited<ReturnType<typeof readContainer>>;
  try {
    read = await readContainer(bytes);
  } catch {
    return say.filmDamaged;
  }
  const { picture, sound, seconds } = read;
  if (picture === undefined) return say.filmWithoutPicture;
  const { codec, codecs } = picture;
  if (codec === null || !PICTURES[kind.type].includes(codec))
    return say.filmPictureUnknown(picture.called, kind.name);
  if (codec === 'avc' && !PLAIN_H264.test(codecs ?? '')) return say.filmPictureSpecial;
  if (sound !== undefined && (sound.codec === null || !SOUNDS[kind.type].includes(sound.codec))) {
    return say.filmSoundUnknown(sound.called, kind.name);
  }
  if (!(seconds > 0) || codecs === null) return say.filmWithoutLength;
  if (seconds > MAX_FILM_SECONDS) return say.filmTooLong(seconds, MAX_FILM_SECONDS);
  const { width, height } = picture;
  if (Math.max(width, height) > MAX_FILM_SIDE) return say.filmTooWide(width, height, MAX_FILM_SIDE);
  if (Math.min(width, height) < MIN_FILM_SIDE) return say.filmTooSmall(width, height, MIN_FILM_SIDE);
  return {
    type: kind.type,
    codecs: [codecs, ...(sound?.codecs ? [sound.codecs] : [])].join(', '),
    width,
    height,
    // Milliseconds are enough for anybody, and the same number on every machine.
    seconds: Math.round(seconds * 1000) / 1000,
    sound: sound !== undefined,
  };
}

/** What the container says of its first picture and its first sound. Throws when it cannot be read. */
async function readContainer(bytes: Uint8Array) {
  // Loaded only when there is a film, as most builds have none that is new.
  const { BufferSource, Input, MP4, WEBM } = await import('mediabunny');
  const input = new Input({ source: new BufferSource(bytes), formats: [MP4, WEBM] });
  try {
    const video = await input.getPrimaryVideoTrack();
    const audio = await input.getPrimaryAudioTrack();
    return {
      picture:
        video === null
          ? undefined
          : {
              codec: video.codec,
              called: String(video.internalCodecId ?? ''),
              codecs: video.codec && (await video.getCodecParameterString()),
              width: video.displayWidth,
              height: video.displayHeight,
            },
      sound:
        audio === null
          ? undefined
          : {
              codec: audio.codec,
              called: String(audio.internalCodecId ?? ''),
              codecs: audio.codec && (await audio.getCodecParameterString()),
            },
      seconds: await input.computeDuration(),
    };
  } finally {
    input.dispose();
  }
}

/** The path of every file that the film called `stem` may have, in the order in which screens try them. */
export function filmPaths(stem: string): readonly string[] {
  return FILM_KINDS.map(({ ending }) => `${stem}${ending}`);
}
