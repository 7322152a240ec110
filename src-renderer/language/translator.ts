import { createInstance, type TFunction } from 'i18next';
import type { Language } from '../../content/model/names.ts';
import type { Words } from './parity.ts';

const files = import.meta.glob<Words>('./words/*.json', { eager: true, import: 'default' });

const wordsByLanguage = new Map(
  Object.entries(files).map(([path, words]) => [path.slice('./words/'.length, -'.json'.length), words]),
);

/** Languages that have words for the screens, in alphabetical order: one per file in `words/`. */
export const screenLanguages: readonly Language[] = [...wordsByLanguage.keys()].sort();

/** Texts of one language. There is no fallback language: nothing is ever shown in the wrong one. */
export type Translate = TFunction;

const i18n = createInstance();
void i18n.init({
  lng: screenLanguages[0] ?? 'en',
  fallbackLng: false,
  defaultNS: 'words',
  ns: ['words'],
  resources: Object.fromEntries([...wordsByLanguage].map(([language, words]) => [language, { words }])),
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The translator of a language; the same function each time. */
export function translatorFor(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const made = i18n.getFixedT(language, 'words');
  translators.set(language, made);
  return made;
}

const translators = new Map<Language, Translate>();

/** Puts every text of a language through `change`: for the gallery's pseudo-language, never in a terminal's pages. */
export function changeWords(language: Language, change: (text: string) => string): void {
  const changed = (words: Words): Words =>
    Object.fromEntries(
      Object.entries(words).map(([key, value]) => [
        key,
        typeof value === 'string' ? change(value) : changed(value),
      ]),
    );
  i18n.addResourceBundle(language, 'words', changed(wordsByLanguage.get(language) ?? {}), true, true);
}
