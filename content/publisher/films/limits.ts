/** Longest film, in seconds: people stand in front of it, and a running film keeps the next one waiting. */
export const MAX_FILM_SECONDS = 300;

/** Largest file of a film, in bytes (64 MiB): five minutes in 1080p take about that, and every terminal fetches them. */
export const MAX_FILM_BYTES = 64 * 1024 ** 2;

/** Longest side of the picture, in pixels: no screen shows more. */
export const MAX_FILM_SIDE = 1920;

/** Shortest side of the picture, in pixels: less is blurred across a screen. */
export const MIN_FILM_SIDE = 180;

/** How much later than the film its last caption may end, and how much its files may differ in length, in seconds. */
export const FILM_TOLERANCE_SECONDS = 0.5;

/** Most signs of one caption: two lines under the picture. */
export const MAX_CAPTION_CHARACTERS = 90;

/** Most signs of a caption for each second it is seen. */
export const MAX_CAPTION_SPEED = 20;

/** A transcript has at least this part of the words of the captions: it says all they say, and what is seen. */
export const MIN_TRANSCRIPT_PART = 0.5;
