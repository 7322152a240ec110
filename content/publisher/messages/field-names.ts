import { languageName, listed, suggested, type Words } from './words.ts';

// Ids, languages and themes in front matter and guide.yaml.

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
