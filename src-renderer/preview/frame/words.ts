import type { PreviewChange } from '../../../content/model/preview.ts';

// Every word of the preview's frame. Authors work in several languages; like the guide command, the frame speaks English.

export const words = {
  title: 'Preview',
  together: 'Together',
  apart: 'Apart',
  togetherHint: 'Screens go everywhere together: touch one, the other follows',
  apartHint: 'Each screen goes its own way',
  upright: 'Upright',
  lying: 'Lying',
  shape: 'How the screen stands',
  asOf: 'The guide as of',
  asOfNow: 'The guide as of now',
  backToNow: 'Back to now',
  connecting: 'Looking for the guide …',
  stopped:
    'The preview has stopped. What you see is how it was; start it again with "npm run guide -- preview".',
  noEdition: 'Nothing can be shown yet: put right what stands beside, and the screens appear.',
  toPutRight: 'To put right',
  allWell: 'Nothing to put right.',
  lastGood: 'The screens show the guide as it was before.',
  whyLabel: 'Why',
  todoLabel: 'To do',
  open: 'Show this document',
  look: 'Show the place',
  hints: 'Readers may stumble',
  hintsNote: 'The guide can be published as it is. These places would be easier to read.',
  ahead: 'The next 30 days',
  nothingAhead: 'Nothing appears and nothing goes.',
  guideIn: 'The guide in',
} as const;

/** What happens to a document on a day, in a word or two. */
export const changeWords = {
  appears: 'appears',
  goes: 'is gone',
  'first-date': 'takes place for the first time',
  'last-date': 'takes place for the last time',
  'only-date': 'takes place',
} as const satisfies Record<PreviewChange['change'], string>;

/** `1 thing to put right`, above the problems of one screen. */
export function thingsHere(count: number): string {
  return count === 1 ? '1 thing to put right here' : `${count} things to put right here`;
}

/** `1 place where readers may stumble`, above the warnings of one screen. */
export function hintsHere(count: number): string {
  return count === 1 ? '1 place where readers may stumble' : `${count} places where readers may stumble`;
}

/** How quickly the last change was seen. */
export function shownAfter(edition: number, milliseconds: number): string {
  return `Edition ${edition}, on screen ${(milliseconds / 1_000).toFixed(1)} s after saving`;
}

/** The edition on screen, when nothing was saved yet. */
export function shownEdition(edition: number): string {
  return `Edition ${edition} is on screen`;
}

/** An edition that is on its way to the screens. */
export function comingEdition(edition: number): string {
  return `Edition ${edition} is coming …`;
}

/** Where a problem is: `pages/employment/first-interview.fr.md:12:5`. */
export function placeWords(file: string, line: number | null, column: number | null): string {
  return [file, line, column].filter((part) => part !== null).join(':');
}

/** A day for people: `Friday 15 January 2027`. */
export function dayWords(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // As parts, because the comma after the weekday comes and goes with the browser's version.
  return format
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .map(({ type, value }) => (type === 'literal' ? ' ' : value))
    .join('');
}

/** A language under its own name: `Français`. */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
