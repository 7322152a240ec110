import type { Language } from '../../../content/model/names.ts';
import { translatorFor } from '../../language/translator.ts';
import './preparing.css';

/** Shown when there is no guide to show: calm, in every language, with a person to turn to. Never an error's words. */
export function Preparing({ languages }: { readonly languages: readonly Language[] }) {
  return (
    <main className="preparing">
      <span className="preparing__line" aria-hidden />
      {languages.map((language) => {
        const t = translatorFor(language);
        return (
          <section key={language} lang={language}>
            <h1>{t('preparing.title')}</h1>
            <p>{t('preparing.text')}</p>
          </section>
        );
      })}
    </main>
  );
}
