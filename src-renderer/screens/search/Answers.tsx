import { memo, type ReactNode, useMemo } from 'react';
import { type DocumentHeader, themeOf } from '../../../content/model/document.ts';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { type Answered, ask } from '../../visit/answer-store.ts';
import { useHere, useWords } from '../../visit/here.tsx';
import { ResultRow } from './ResultRow.tsx';

const NO_TERMS: ReadonlySet<string> = new Set();

/** What was found. Drawn anew only for another answer: a key press does not wait for it. */
export const Found = memo(function Found({ answered }: { readonly answered: Answered }): ReactNode {
  const { t } = useWords();
  const { results, total, question } = answered;
  if (total === 0) return <Nothing answered={answered} />;
  return (
    <>
      <h2 className="answers__count">
        {results.length < total
          ? t('search.best', { shown: results.length, count: total })
          : t('search.found', { count: total })}
      </h2>
      <ol className="results">
        {results.map(({ header, terms }) => (
          <ResultRow key={header.id} header={header} terms={terms} question={question} />
        ))}
      </ol>
    </>
  );
});

/** Nothing was found: what may have been meant, the areas, and somebody to ask. */
function Nothing({ answered: { question, meant } }: { readonly answered: Answered }): ReactNode {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  return (
    <div className="nothing">
      <h2>{t('search.nothing', { question: question.trim() })}</h2>
      {meant !== null && (
        <p className="nothing__meant">
          {t('search.meant')}
          <Pill look="solid" data-meant={meant} onClick={() => ask(meant)}>
            {meant}
          </Pill>
        </p>
      )}
      <p>{t('search.nothingHelp')}</p>
      <ul className="nothing__areas" aria-label={t('search.areas')}>
        {catalogue.guide.themes.map(({ id, line, icon, title }) => (
          <li key={id} data-line={line}>
            <button
              type="button"
              className="area"
              data-theme-id={id}
              onClick={() => navigator.to({ screen: 'theme', theme: id })}
            >
              <LineIcon name={icon} size="3.8rem" />
              {title[language]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Before the first key: the first page of every area, which is what most people come for. */
export function Suggested(): ReactNode {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const headers = catalogue.headers(language);
  const { themes, featured } = catalogue.guide;
  const suggested = useMemo(() => {
    const list = headers.find(({ id }) => id === featured);
    const first = themes.flatMap((theme): readonly DocumentHeader[] =>
      headers.filter((header) => header.kind === 'page' && themeOf(header) === theme.id).slice(0, 1),
    );
    return list ? [list, ...first] : first;
  }, [headers, themes, featured]);
  return (
    <>
      <h2 className="answers__count">{t('search.suggested')}</h2>
      <ol className="results">
        {suggested.map((header) => (
          <ResultRow key={header.id} header={header} terms={NO_TERMS} question="" />
        ))}
      </ol>
    </>
  );
}
