import { ArrowRight, ListChecks } from 'lucide-react';
import type { DocumentHeader } from '../../../content/model/document.ts';
import type { ThemeId } from '../../../content/model/names.ts';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Station } from '../../ui/Station.tsx';
import { Title } from '../../ui/Title.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useTicks, useVisit } from '../../visit/visit-store.ts';
import './theme-screen.css';

/** One area as a line: every document is a stop, the ones already read are filled. */
export function ThemeScreen({
  theme: id,
  stop,
  back,
  languageSwitch,
}: ScreenProps & { readonly theme: ThemeId }) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const areaRef = useKeptPlace(stop);
  const theme = catalogue.guide.themes.find((candidate) => candidate.id === id);
  const headers = catalogue.headers(language).filter((header) => header.theme === id);
  if (!theme) return null;
  return (
    <ScreenFrame
      line={theme.line}
      head="band"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="theme-title">
          <span className="theme-title__icon" aria-hidden>
            <LineIcon name={theme.icon} size="7.2rem" />
          </span>
          <div>
            <Title>{theme.title[language]}</Title>
            <p>{t('theme.stops', { count: headers.length })}</p>
          </div>
        </div>
      }
    >
      {headers.length === 0 && <p className="theme-empty">{t('theme.empty')}</p>}
      <ol className="stops">
        {headers.map((header) => (
          <StopRow key={header.id} header={header} />
        ))}
      </ol>
    </ScreenFrame>
  );
}

function StopRow({ header }: { readonly header: DocumentHeader }) {
  const { navigator } = useHere();
  const { t } = useWords();
  const read = useVisit((visit) => visit.read.includes(header.id));
  const done = useTicks(header.id).length;
  return (
    <li className="stop" data-anchor={header.id}>
      <button type="button" data-document-id={header.id} onClick={() => void navigator.toDocument(header.id)}>
        <Station passed={read} />
        <span className="stop__words">
          <span className="stop__title">{header.title}</span>
          <span className="stop__summary">{header.summary}</span>
          <span className="stop__note">
            {header.kind === 'checklist' ? (
              <>
                <ListChecks aria-hidden size="3.4rem" strokeWidth={2.2} />
                {done > 0
                  ? t('checklist.progress', { done, total: header.items })
                  : t('minutes.about', { count: header.minutes })}
              </>
            ) : (
              <>
                {t('minutes.read', { count: header.minutes })}
                {read && ` · ${t('theme.read')}`}
              </>
            )}
          </span>
        </span>
        <ArrowRight className="stop__go" aria-hidden size="4.4rem" strokeWidth={2.4} />
      </button>
    </li>
  );
}
