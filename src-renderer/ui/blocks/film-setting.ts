/** How loud films are in this visit: silent until somebody asks. */
export const LOUDNESS = ['off', 'soft', 'loud'] as const;
export type Loudness = (typeof LOUDNESS)[number];

/** What the visitor has chosen for every film of the visit. */
export type FilmChoice = { readonly loudness: Loudness; readonly captions: boolean };

/** How every visit begins: no sound, with captions. */
export const FILM_CHOICE: FilmChoice = { loudness: 'off', captions: true };

/** What films need from the screen they stand on, words in the current language. */
export type FilmSetting = {
  /** A hook, so that only films are drawn again for another choice. */
  readonly useChoice: () => FilmChoice;
  readonly onChoice: (choice: FilmChoice) => void;
  readonly words: {
    readonly play: string;
    readonly pause: string;
    readonly again: string;
    /** Name of the line on which the visitor goes back and forth. */
    readonly place: string;
    /** For people who hear the screen: where the film is, both as `1:05`. */
    readonly at: (now: string, total: string) => string;
    readonly sound: Readonly<Record<Loudness, string>>;
    readonly captionsOn: string;
    readonly captionsOff: string;
    readonly transcript: string;
    /** Said when a film cannot be shown; its text is open below. */
    readonly broken: string;
  };
};

/** Volume of each loudness, 0–1. */
export const VOLUME: Readonly<Record<Loudness, number>> = { off: 0, soft: 0.35, loud: 1 };

/** The loudness that the next touch of the sound button gives. */
export function nextLoudness(loudness: Loudness): Loudness {
  return LOUDNESS[(LOUDNESS.indexOf(loudness) + 1) % LOUDNESS.length] ?? 'off';
}

/** A time of a film as people read it: `0:07`, `1:05`. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
