import type { VIDEO_TYPES } from '../../model/block.ts';

/** A kind of file that holds a film: how authors call it, and how the names of such files end. */
export type FilmKind = {
  readonly type: (typeof VIDEO_TYPES)[number];
  readonly name: string;
  readonly ending: '.mp4' | '.webm';
};

const MP4: FilmKind = { type: 'video/mp4', name: 'an MP4 film', ending: '.mp4' };
const WEBM: FilmKind = { type: 'video/webm', name: 'a WebM film', ending: '.webm' };

/** The kinds in the order in which screens try them: the same film is usually smaller as WebM. */
export const FILM_KINDS = [WEBM, MP4] as const;

/** How MP4 files begin; photographs (AVIF, HEIC, CR3) and QuickTime films begin nearly alike. */
const MP4_START = /^.{4}ftyp(?!avi[fs]|mif1|msf1|hei|hev|crx|qt )/s;

/** The kind of a film by its content; undefined when it is none that the guide takes. */
export function filmKind(bytes: Uint8Array): FilmKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (MP4_START.test(start)) return MP4;
  return start.startsWith('\x1aE\xdf\xa3') && start.includes('webm') ? WEBM : undefined;
}
