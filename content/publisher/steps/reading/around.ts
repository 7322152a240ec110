import { MAX_CAPTION_CHARACTERS, MAX_CAPTION_SPEED } from '../../films/limits.ts';
import * as say from '../../messages.ts';
import { type Problem, problemAt } from '../../problem.ts';
import type { Texts } from '../compile-guide.ts';
import type { GuideText } from '../guide-yaml.ts';
import type { CaptionsFile } from '../media.ts';
import { strayLanguage } from './languages.ts';
import { lengthWarnings } from './lengths.ts';
import { type Passage, type PassageKind, plain } from './passages.ts';
import { slipWarnings } from './slips.ts';
import { bare, wordsOf } from './text.ts';

/** From how many words on the same text in two languages is no coincidence. */
export const SAME_TEXT_WORDS = 4;

/**
 * The most signs of a text of `guide.yaml`, so that it keeps its place: a theme's title on one line of the home screen,
 * the centre's name beside the choice of language, its promise on one line at the foot of attract.
 */
export const MAX_GUIDE_TEXT_CHARACTERS = { title: 28, name: 34, city: 28, promise: 60 } as const;

/** What readers would stumble over outside the documents: in `guide.yaml`, and in the captions of films. */
export function warningsAround({ guide, captions, languages }: Texts): Problem[] {
  return [
    ...guide.flatMap((text) => guideTextWarnings(text, guide, languages)),
    ...captions
      .filter(({ language }) => languages.includes(language))
      .flatMap((file) => captionWarnings(file, captions, languages)),
  ];
}

function passage(kind: PassageKind, text: string, place: GuideText['place']): Passage {
  return { kind, text: plain(text), links: [], placeAt: () => place, box: false };
}

function guideTextWarnings(
  text: GuideText,
  all: readonly GuideText[],
  languages: readonly string[],
): Problem[] {
  const { field, language, place } = text;
  const kind = field === 'title' || field === 'name' ? 'title' : field === 'summary' ? 'summary' : 'detail';
  const read = passage(kind, text.text, place);
  const twins = all.filter((other) => other.name === text.name && other.language !== language);
  const same = twins.find(
    (twin) => wordsOf(twin.text).length >= SAME_TEXT_WORDS && bare(twin.text) === bare(text.text),
  );
  // Each pair is told once, at the second of its languages.
  const second = same !== undefined && all.indexOf(same) < all.indexOf(text);
  const stray = same === undefined ? strayLanguage(text.text, language, languages) : undefined;
  const title = all.find(
    (other) => other.name === `${text.name.replace(/\.summary$/, '')}.title` && other.language === language,
  );
  const limit = field === 'summary' ? undefined : MAX_GUIDE_TEXT_CHARACTERS[field];
  const length = [...text.text].length;
  return [
    ...lengthWarnings(read, language),
    ...slipWarnings(read, language),
    ...(limit !== undefined && length > limit ? [say.overflows(field, length, limit)] : []).map((words) =>
      problemAt(place, words),
    ),
    ...(second
      ? [problemAt(place, say.sameText(language, same.language, same.place.file, same.place.line ?? 1))]
      : []),
    ...(stray === undefined ? [] : [problemAt(place, say.otherLanguageHere(language, stray))]),
    ...(field === 'summary' && title !== undefined && bare(title.text) === bare(text.text)
      ? [problemAt(place, say.summaryRepeatsTitle)]
      : []),
    ...twinThemes(text, all),
  ];
}

/** Two lines of the network with the same name. */
function twinThemes(text: GuideText, all: readonly GuideText[]): Problem[] {
  if (text.field !== 'title') return [];
  const first = all.find(
    ({ field, language, text: words }) =>
      field === 'title' && language === text.language && bare(words) === bare(text.text),
  );
  return first === undefined || first === text ? [] : [problemAt(text.place, say.twinThemes(first.text))];
}

function captionWarnings(
  file: CaptionsFile,
  all: readonly CaptionsFile[],
  languages: readonly string[],
): Problem[] {
  const { path, language, cues } = file;
  const whole = cues.map(({ text }) => text).join(' ');
  const top = { file: path, line: cues[0]?.textLine ?? 1, column: 1 };
  const stem = path.slice(0, -`${language}.vtt`.length);
  const twin = all.find(
    (other) =>
      other.path !== path &&
      other.path === `${stem}${other.language}.vtt` &&
      wordsOf(whole).length >= SAME_TEXT_WORDS &&
      bare(other.cues.map(({ text }) => text).join(' ')) === bare(whole),
  );
  const stray = twin === undefined ? strayLanguage(whole, language, languages) : undefined;
  return [
    ...cues.flatMap(({ text, start, end, textLine }) => {
      const place = { file: path, line: textLine, column: 1 };
      const signs = [...text].length;
      const seconds = (end - start) / 1000;
      return [
        ...slipWarnings(passage('caption', text, place), language),
        ...(signs > MAX_CAPTION_CHARACTERS
          ? [problemAt(place, say.longCaption(signs, MAX_CAPTION_CHARACTERS))]
          : []),
        ...(signs > seconds * MAX_CAPTION_SPEED
          ? [problemAt(place, say.fastCaption(signs, seconds, MAX_CAPTION_SPEED))]
          : []),
      ];
    }),
    ...(twin === undefined || twin.path > path
      ? []
      : [problemAt(top, say.sameText(language, twin.language, twin.path, twin.cues[0]?.textLine ?? 1))]),
    ...(stray === undefined ? [] : [problemAt(top, say.otherLanguage(language, stray))]),
  ];
}
