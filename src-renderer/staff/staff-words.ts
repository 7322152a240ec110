import { createInstance, type TFunction } from 'i18next';
import type { Language } from '../../content/model/names.ts';
import type { Words } from '../language/parity.ts';

const files = import.meta.glob<Words>('./words/*.json', { eager: true, import: 'default' });

const byLanguage = Object.entries(files).map(
  ([path, words]) => [path.slice('./words/'.length, -'.json'.length), words] as const,
);

/** Languages of the staff page, in alphabetical order: one per file in `words/`. */
export const staffLanguages: readonly Language[] = byLanguage.map(([language]) => language).sort();

/** The staff page's texts of one language; there is no fallback language. */
export type StaffTranslate = TFunction<'staff'>;

const i18n = createInstance();
void i18n.init({
  lng: staffLanguages[0] ?? 'en',
  fallbackLng: false,
  defaultNS: 'staff',
  ns: ['staff'],
  resources: Object.fromEntries(byLanguage.map(([language, staff]) => [language, { staff }])),
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The translator of a language. */
export function staffTranslator(language: Language): StaffTranslate {
  return i18n.getFixedT(language, 'staff');
}

/** The languages one place further than the last time the page was opened, so that none is always first; `opened` counts from 1. */
export function languagesAt(opened: number): readonly Language[] {
  const first = (opened - 1) % staffLanguages.length;
  return [...staffLanguages.slice(first), ...staffLanguages.slice(0, first)];
}
