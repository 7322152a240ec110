import { Fragment } from 'react';
import type { Guide } from '../../../content/model/guide.ts';
import type { Language } from '../../../content/model/names.ts';
import { translatorFor } from '../../language/translator.ts';
import { NetworkMap } from './NetworkMap.tsx';
import './attract.css';

type AttractProps = {
  readonly guide: Guide;
  /** In this visit's order: none of them is always first. */
  readonly languages: readonly Language[];
  readonly onBegin: (language: Language) => void;
};

/** The screen nobody has touched yet: every language at once, equally; the first touch is the choice. */
export function Attract({ guide, languages, onBegin }: AttractProps) {
  return (
    <main className="attract">
      <div className="attract__questions">
        {languages.map((language) => (
          <h1 key={language} lang={language}>
            {translatorFor(language)('attract.question')}
          </h1>
        ))}
      </div>
      <NetworkMap
        themes={guide.themes}
        hereWords={languages.map((language) => ({ language, word: translatorFor(language)('attract.here') }))}
      />
      <div className="attract__doors">
        {languages.map((language) => {
          const t = translatorFor(language);
          return (
            <button
              key={language}
              type="button"
              className="attract__door"
              lang={language}
              data-begin={language}
              onClick={() => onBegin(language)}
            >
              <span className="attract__begin">{t('attract.begin')}</span>
              <span className="attract__in-language">{t('attract.inLanguage')}</span>
            </button>
          );
        })}
      </div>
      <div className="attract__foot">
        {languages.map((language) => (
          <p key={language} lang={language}>
            {guide.centre.promise[language]}
          </p>
        ))}
      </div>
      <div className="attract__brand">
        {languages.map((language, index) => (
          <Fragment key={language}>
            {index > 0 && ' · '}
            <span lang={language}>{guide.centre.name[language]}</span>
          </Fragment>
        ))}
      </div>
    </main>
  );
}
