import { Fragment } from 'react';
import type { Guide } from '../../../content/model/guide.ts';
import type { LocalTime } from '../../../content/model/kinds.ts';
import type { Language } from '../../../content/model/names.ts';
import { openingAt } from '../../../content/model/opening-hours.ts';
import { hourWords } from '../../language/dates.ts';
import { translatorFor } from '../../language/translator.ts';
import { useStill } from '../../ui/use-still.ts';
import { useHere } from '../../visit/here.tsx';
import { useMinute } from '../../visit/use-minute.ts';
import { useNoticesIn } from '../../visit/use-notices.ts';
import { useOnShow } from '../../visit/use-seat.ts';
import { Board } from './Board.tsx';
import { boardItems } from './board-items.ts';
import { NetworkMap } from './NetworkMap.tsx';
import { useTurns } from './use-turns.ts';
import './attract.css';

type AttractProps = {
  readonly guide: Guide;
  /** In this visit's order: none of them is always first. */
  readonly languages: readonly Language[];
  readonly onBegin: (language: Language) => void;
};

/**
 * The screen nobody has touched yet: every language at once, equally; the first touch is the choice. Its lines are drawn
 * once, then stations light up one after another with what today holds, then it rests.
 */
export function Attract({ guide, languages, onBegin }: AttractProps) {
  const { catalogue } = useHere();
  const now = useMinute();
  const notices = useNoticesIn(languages);
  const opening = guide.openingHours ? openingAt(guide.openingHours, now) : null;
  const items = boardItems({ catalogue, languages, now, notices, opening });
  const onShow = useOnShow();
  const still = useStill();
  const index = useTurns(items.length, items.map(({ key }) => key).join('\n'), onShow && !still);
  return (
    <div className="attract-space">
      <main
        className="attract"
        data-many={languages.length > 2 || undefined}
        style={{ '--doors': languages.length }}
      >
        <div className="attract__brand">
          <p>
            {languages.map((language, place) => (
              <Fragment key={language}>
                {place > 0 && ' · '}
                <span lang={language}>{guide.centre.name[language]}</span>
              </Fragment>
            ))}
          </p>
          {opening?.open && <OpenUntil languages={languages} until={opening.until} />}
        </div>
        <div className="attract__questions">
          {languages.map((language) => (
            <h1 key={language} lang={language}>
              {translatorFor(language)('attract.question')}
            </h1>
          ))}
        </div>
        <Board guide={guide} items={items} index={index} />
        <NetworkMap
          themes={guide.themes}
          lit={items[index]?.theme ?? null}
          hereWords={languages.map((language) => ({
            language,
            word: translatorFor(language)('attract.here'),
          }))}
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
      </main>
    </div>
  );
}

type OpenUntilProps = { readonly languages: readonly Language[]; readonly until: LocalTime };

function OpenUntil({ languages, until }: OpenUntilProps) {
  return (
    <p className="attract__open" data-opening="open">
      {languages.map((language, place) => (
        <Fragment key={language}>
          {place > 0 && ' · '}
          <span lang={language}>
            {translatorFor(language)('attract.open', { time: hourWords(until, language) })}
          </span>
        </Fragment>
      ))}
    </p>
  );
}
