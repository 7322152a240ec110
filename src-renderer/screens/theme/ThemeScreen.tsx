import { ArrowRight, ListChecks } from 'lucide-react';
import { type DocumentHeader, themeOf } from '../../../content/model/document.ts';
import { findTheme } from '../../../content/model/guide.ts';
import type { ThemeId } from '../../../content/model/names.ts';
import { capital } from '../../language/dates.ts';
import { DocumentCard } from '../../ui/DocumentCard.tsx';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Station } from '../../ui/Station.tsx';
import { Title } from '../../ui/Title.tsx';
import { EventCard } from '../../visit/EventCard.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useComingEvents } from '../../visit/use-coming-events.ts';
import { useTicks, useVisit } from '../../visit/visit-store.ts';
import './theme-screen.css';

/** One area as a line: every document is a stop, the ones already read are filled. */
export function ThemeScreen({
  theme: id,
  stop,
  back,
  languageSwitch,
}: ScreenProps & { readonly theme: ThemeId }) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const areaRef = useKeptPlace(stop);
  const theme = findTheme(catalogue.guide, id);
  const shown = catalogue.headers(language);
  const stops = shown.filter(
    (header) => themeOf(header) === id && (header.kind === 'page' || header.kind === 'checklist'),
  );
  // A service without an area belongs to all of them.
  const services = shown.filter(
    (header) => header.kind === 'service' && (header.theme === undefined || header.theme === id),
  );
  const events = useComingEvents({ theme: id });
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
            <p>{t('theme.stops', { count: stops.length })}</p>
          </div>
        </div>
      }
    >
      {stops.length === 0 && <p className="theme-empty">{t('theme.empty')}</p>}
      <ol className="stops">
        {stops.map((header) => (
          <StopRow key={header.id} header={header} />
        ))}
      </ol>
      {events.length > 0 && (
        <section className="aside-stops" data-anchor="events">
          <h2>{t('theme.events')}</h2>
          {events.map((event) => (
            <EventCard key={event.header.id} event={event} />
          ))}
        </section>
      )}
      {services.length > 0 && (
        <section className="aside-stops" data-anchor="services">
          <h2>{t('theme.services')}</h2>
          {services.map((service) => (
            <DocumentCard
              key={service.id}
              id={service.id}
              note={service.kind === 'service' ? capital(t(`access.${service.access}`), language) : ''}
              title={service.title}
              onTouch={() => void navigator.toDocument(service.id)}
            />
          ))}
        </section>
      )}
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
