import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { letter } from './guide-under-test.ts';

const FILMS = fileURLToPath(new URL('../../../fixtures/films/', import.meta.url));

/** One of the tiny films of `tests/fixtures/films`. */
export function film(name: string): Promise<Uint8Array> {
  return readFile(`${FILMS}${name}`);
}

/** What is seen before a film. */
export const POSTER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0"/></svg>\n';

/** Captions that fit the film of four seconds. */
export const CAPTIONS = `WEBVTT

00:00:00.500 --> 00:00:02.000
Un point part.

00:00:02.000 --> 00:00:03.900
Il suit sa ligne.
`;

/** The text that stands for it. */
export const TRANSCRIPT = 'Un point part. Il suit sa ligne jusqu’au bout.';

/** A letter that shows a film. */
export const FILM_BODY = `:::video[Un point part]{file=media/line.mp4}\n${TRANSCRIPT}\n:::`;

/** The good guide with a letter that shows a film of four seconds, and all that belongs to it. */
export async function withFilm(
  changes: Readonly<Record<string, string | Uint8Array | null>> = {},
  body = FILM_BODY,
): Promise<Record<string, string | Uint8Array | null>> {
  return {
    ...letter(body),
    'media/line.mp4': await film('line.mp4'),
    'media/line.svg': POSTER,
    'media/line.fr.vtt': CAPTIONS,
    'media/line.nl.vtt': CAPTIONS,
    ...changes,
  };
}
