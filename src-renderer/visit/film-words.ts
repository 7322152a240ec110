import type { Translate } from '../language/translator.ts';
import type { FilmSetting } from '../ui/blocks/film-setting.ts';

/** What is said around a film, in the language of the visit. */
export function filmWords(t: Translate): FilmSetting['words'] {
  return {
    play: t('film.play'),
    pause: t('film.pause'),
    again: t('film.again'),
    place: t('film.place'),
    at: (now, total) => t('film.at', { now, total }),
    sound: { off: t('film.soundOff'), soft: t('film.soundSoft'), loud: t('film.soundLoud') },
    captionsOn: t('film.captionsOn'),
    captionsOff: t('film.captionsOff'),
    transcript: t('film.transcript'),
    broken: t('film.broken'),
  };
}
