import { aKind, languageName, listed, suggested, type Words } from './words.ts';

/** A name that does not exist in the lines on top of a text. */
export function unknownKey(key: string, known: readonly string[], nearest: string | undefined): Words {
  return {
    rule: 'unknown-key',
    what: `The guide does not know "${key}".`,
    why: `These names can stand here: ${listed(known)}.`,
    todo: `${suggested(nearest)}Correct the name, or delete the line.`,
  };
}

/** A name that other kinds of documents know, for instance `minutes` on a page. */
export function keyOfOtherKinds(key: string, others: readonly string[], kind: string): Words {
  const reasons: Readonly<Record<string, string>> = {
    theme:
      kind === 'page'
        ? "A page's theme is the folder it lies in."
        : `${aKind(kind, true)} belongs to all themes.`,
    minutes: `The minutes of ${aKind(kind)} are counted from its words.`,
  };
  return {
    rule: 'key-of-other-kinds',
    what: `"${key}" can only stand in ${others.map((each) => aKind(each)).join(' or ')}, not in ${aKind(kind)}.`,
    why: reasons[key] ?? `"npm run guide -- manual --kind ${kind}" lists what ${aKind(kind)} can have.`,
    todo: 'Delete the line.',
  };
}

/** Something required is not there. */
export function missingKey(key: string): Words {
  return {
    rule: 'missing-key',
    what: `"${key}" is missing.`,
    why: 'The guide cannot do without it.',
    todo: `Add a line that begins with "${lastPart(key)}:".`,
  };
}

/** Something required is there but empty. */
export function emptyValue(key: string): Words {
  return {
    rule: 'empty-value',
    what: `"${key}" is empty.`,
    why: 'The guide cannot do without it.',
    todo: 'Write a value after the colon.',
  };
}

/** Too many characters. `length` counts what visitors will see. */
export function tooLong(key: string, length: number, limit: number): Words {
  return {
    rule: 'too-long',
    what: `"${key}" has ${length} characters; the most is ${limit}.`,
    why: 'It is set in large letters on a narrow screen, and a longer one does not fit.',
    todo: 'Say it in fewer words.',
  };
}

/** A list with too many entries. */
export function tooMany(key: string, count: number, limit: number): Words {
  return {
    rule: 'too-many',
    what: `"${key}" names ${count} documents; the most is ${limit}.`,
    why: 'A short choice helps a visitor more than a long one.',
    todo: `Keep the ${limit} that help most.`,
  };
}

/** A list that names the same thing twice. */
export function namedTwice(key: string, value: string): Words {
  return {
    rule: 'named-twice',
    what: `"${key}" names "${value}" twice.`,
    why: 'A visitor would see the same thing two times.',
    todo: 'Delete one of the two.',
  };
}

/** More keywords than a document can have. */
export function tooManyKeywords(count: number, limit: number): Words {
  return {
    rule: 'too-many-keywords',
    what: `"keywords" has ${count} of them; the most is ${limit}.`,
    why: 'A document that answers to everything is found instead of the right one.',
    todo: `Keep the ${limit} that people really say.`,
  };
}

/** A keyword that is more than a word or two. */
export function keywordTooLong(keyword: string, length: number, limit: number): Words {
  return {
    rule: 'keyword-too-long',
    what: `The keyword "${keyword}" has ${length} characters; the most is ${limit}.`,
    why: 'People type a word or two, not a sentence.',
    todo: 'Shorten it, or put a comma between its parts.',
  };
}

/** The same keyword a second time, also when it is only written otherwise. */
export function keywordTwice(keyword: string): Words {
  return {
    rule: 'keyword-twice',
    what: `The keyword "${keyword}" stands in "keywords" twice.`,
    why: 'The search takes capitals and accents for the same letters, so that the second one does nothing.',
    todo: 'Delete one of the two.',
  };
}

/** A keyword whose words are all in the title. */
export function keywordInTitle(keyword: string): Words {
  return {
    rule: 'keyword-in-title',
    what: `The keyword "${keyword}" is in the title already.`,
    why: 'The words of the title count most in the search: writing them again does nothing.',
    todo: 'Delete it, or write a word that the title does not have.',
  };
}

/** Nothing between two commas. */
export function emptyKeyword(): Words {
  return {
    rule: 'empty-keyword',
    what: 'One of the "keywords" has no letters.',
    why: 'There is nothing that anybody could type.',
    todo: 'Take out the comma too many, or write a word.',
  };
}

/** A list without an entry. */
export function emptyList(key: string): Words {
  return {
    rule: 'empty-list',
    what: `"${key}" is an empty list.`,
    why: 'The guide needs at least one.',
    todo: 'Add one.',
  };
}

/** A day that is not in the calendar or not in the right form. */
export function badDay(key: string, value: string): Words {
  return {
    rule: 'bad-day',
    what: `"${key}" is "${value}", which is not a day.`,
    why: 'A day is written year-month-day, for instance 2026-11-23, and has to be in the calendar.',
    todo: 'Write the day in this form.',
  };
}

/** Something else than a day with an hour. */
export function badDayWithHour(key: string, value: string): Words {
  return {
    rule: 'bad-day-with-hour',
    what: `"${key}" is "${value}", which is not a day with an hour.`,
    why: 'It is written year-month-day, a T, and the hour on the clock of the centre: 2026-12-01T14:00.',
    todo: 'Write it in this form, without seconds and without a zone.',
  };
}

/** A time zone that does not exist. */
export function badTimeZone(key: string, value: string): Words {
  return {
    rule: 'bad-time-zone',
    what: `"${key}" is "${value}", which is not a time zone.`,
    why: 'The hours of events are meant on the clock of the centre, and its zone tells which clock that is.',
    todo: 'Write its name as in Europe/Brussels.',
  };
}

/** `contact:` with nothing that reaches anybody. */
export function emptyContact(key: string): Words {
  return {
    rule: 'empty-contact',
    what: `"${key}" has no address, no telephone, no mail and no website.`,
    why: 'Visitors would see an empty frame.',
    todo: 'Add one of these lines under it, or delete it.',
  };
}

/** Something else than yes or no. */
export function badYesNo(key: string): Words {
  return {
    rule: 'bad-yes-no',
    what: `"${key}" has to be true or false.`,
    why: 'Nothing else can be understood here.',
    todo: 'Write true or false, without quotation marks, or delete the line: that means false.',
  };
}

/** Not a whole number, or too small. */
export function badNumber(key: string, smallest: number): Words {
  return {
    rule: 'bad-number',
    what: `"${key}" has to be a whole number, ${smallest} or more.`,
    why:
      key === 'order' ? 'It is the place in the list: 10, 20, 30 ...' : 'The guide shows or counts with it.',
    todo: 'Write digits only, without quotation marks.',
  };
}

/** Something else than words. */
export function badText(key: string): Words {
  return {
    rule: 'bad-text',
    what: `"${key}" has to be a piece of text.`,
    why: 'What stands here is read as a number, a yes/no or a list.',
    todo: 'Put the value between double quotes.',
  };
}

/** Something else than a list. */
export function badList(key: string): Words {
  return {
    rule: 'bad-list',
    what: `"${key}" has to be a list.`,
    why: 'The guide expects several values here, even if there is only one.',
    todo: `Put square brackets around it, for instance  ${lastPart(key)}: [employment/first-interview] .`,
  };
}

/** Something else than a group of lines. */
export function badGroup(key: string, known: readonly string[]): Words {
  return {
    rule: 'bad-group',
    what: key === '' ? 'There are no "name: value" lines here.' : `"${key}" has to hold several lines.`,
    why: `These names are expected ${key === '' ? 'here' : 'under it'}: ${listed(known)}.`,
    todo: 'Compare with the example in content/README.md.',
  };
}

/** Something that does not look like the id of a document. */
export function badId(key: string, value: string, nearest: string | undefined): Words {
  return {
    rule: 'bad-id',
    what: `"${key}" is "${value}", which cannot be the id of a document.`,
    why: 'An id looks like employment/first-interview: its folder and the name of its file, without language and ending.',
    todo: `${suggested(nearest)}Write the id of a document that exists.`,
  };
}

/** Something that does not look like the id of a theme. */
export function badThemeId(key: string, value: string): Words {
  return {
    rule: 'bad-theme-id',
    what: `"${key}" is "${value}", which cannot be the id of a theme.`,
    why: 'A theme id is a short word such as employment: small letters a to z, digits and single hyphens.',
    todo: 'Choose such a word; it is also the name of the folder in pages/.',
  };
}

/** Something that does not look like a language. */
export function badLanguage(key: string, value: string): Words {
  return {
    rule: 'bad-language',
    what: `"${value}" is not a language (at "${key}").`,
    why: 'A language is two small letters, for instance fr or nl.',
    todo: 'Write its two letters.',
  };
}

/** A value outside a fixed choice. */
export function notInChoice(
  key: string,
  value: string,
  choice: readonly string[],
  nearest: string | undefined,
): Words {
  return {
    rule: 'not-in-choice',
    what: `"${key}" is "${value}", which is not one of the choices.`,
    why: `It can be ${listed(choice, 'or')}.`,
    todo: `${suggested(nearest)}Choose one of these.`,
  };
}

/** A form that no more precise message describes. */
export function badValue(key: string, detail: string): Words {
  return {
    rule: 'bad-value',
    what: `"${key}" does not have the right form (${detail}).`,
    why: 'The guide cannot work with it.',
    todo: 'Compare with a document that works.',
  };
}

/** A checklist whose theme is not in guide.yaml. */
export function unknownThemeValue(
  value: string,
  themes: readonly string[],
  nearest: string | undefined,
): Words {
  return {
    rule: 'unknown-theme-value',
    what: `The guide has no theme "${value}".`,
    why: `guide.yaml lists these themes: ${listed(themes)}.`,
    todo: `${suggested(nearest)}Choose one of these.`,
  };
}

/** `validFrom` after `validUntil`. */
export function endsBeforeItBegins(from: string, until: string): Words {
  return {
    rule: 'ends-before-it-begins',
    what: `This document ends (${until}) before it begins (${from}).`,
    why: 'It would never be shown.',
    todo: 'Correct "validFrom" or "validUntil".',
  };
}

/** A text of guide.yaml that lacks a language. */
export function localizedMissing(key: string, language: string): Words {
  return {
    rule: 'localized-missing',
    what: `"${key}" has no ${languageName(language)} text.`,
    why: 'Everything a visitor reads exists in every language of the guide.',
    todo: `Add a line "${language}:" under it.`,
  };
}

/** A text of guide.yaml in a language that the guide does not have. */
export function localizedTooMany(key: string, language: string, languages: readonly string[]): Words {
  return {
    rule: 'localized-too-many',
    what: `"${key}" has a text in "${language}", and the guide has no such language.`,
    why: `The languages of the guide are ${listed(languages)}.`,
    todo: 'Delete the line, or add the language to "languages".',
  };
}

/** A featured document that is not a checklist. */
export function featuredIsNoChecklist(id: string): Words {
  return {
    rule: 'featured-is-no-checklist',
    what: `"featured" is "${id}", which is not a checklist.`,
    why: 'The home screen has a place for one checklist.',
    todo: 'Write the id of a checklist, for instance checklists/my-cv.',
  };
}

/** Opening hours that are not written as hours. */
export function badHours(key: string, value: string): Words {
  return {
    rule: 'bad-hours',
    what: `"${key}" is "${value}", which is not a stretch of a day.`,
    why: 'The kiosk tells visitors until when the floor is open, and when it opens next.',
    todo: 'Write hours as 09:00-17:00, two stretches as ["09:00-12:30", "13:30-17:00"], a closed day as [].',
  };
}

/** Opening hours that contradict themselves; `detail` says how. */
export function badOpeningHours(key: string, detail: string): Words {
  return {
    rule: 'bad-opening-hours',
    what: `"${key}" cannot be kept: ${detail}.`,
    why: 'The kiosk tells visitors until when the floor is open, and when it opens next.',
    todo: 'Put the hours of a day in order, and the first day of an exception before its last.',
  };
}

function lastPart(key: string): string {
  return key.split(', ').at(-1)?.replace(/ \d+$/, '') ?? key;
}
