import type { Language } from '../../../content/model/names.ts';
import { translatorFor } from '../../language/translator.ts';
import './out-of-service.css';

/** Shown while staff have put the terminal out of service: in every language, with somewhere else to go. */
export function OutOfService({ languages }: { readonly languages: readonly Language[] }) {
  return (
    <main className="out-of-service">
      <span className="out-of-service__line" aria-hidden />
      {languages.map((language) => {
        const t = translatorFor(language);
        return (
          <section key={language} lang={language}>
            <h1>{t('maintenance.title')}</h1>
            <p>{t('maintenance.text')}</p>
          </section>
        );
      })}
    </main>
  );
}
