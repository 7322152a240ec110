import { CalendarDays } from 'lucide-react';
import { themeOf } from '../../../content/model/document.ts';
import { findTheme } from '../../../content/model/guide.ts';
import type { ThemeId } from '../../../content/model/names.ts';
import { capital } from '../../language/dates.ts';
import { DocumentCard } from '../../ui/DocumentCard.tsx';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { StopList } from '../../ui/StopList.tsx';
import { Title } from '../../ui/Title.tsx';
import { DocumentStop } from '../../visit/DocumentStop.tsx';
import { EventCard } from '../../visit/EventCard.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useComingEvents } from '../../visit/use-coming-events.ts';
import './theme-screen.css';

/** How many of the next events a line shows; the agenda has them all. */
const EVENTS_SHOWN = 3;

/** One area as a line: first what there is to read, then what to tick, what is on, who helps. */
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
  const own = shown.filter((header) => themeOf(header) === id);
  const pages = own.filter(({ kind }) => kind === 'page');
  const checklists = own.filter(({ kind }) => kind === 'checklist');
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
            <p>{t('theme.stops', { count: pages.length + checklists.length })}</p>
          </div>
        </div>
      }
    >
      {pages.length + checklists.length === 0 && <p className="theme-empty">{t('theme.empty')}</p>}
      <div className="theme-stops">
        {pages.length > 0 && (
          <StopList>
            {pages.map((header) => (
              <DocumentStop key={header.id} header={header} />
            ))}
          </StopList>
        )}
        {checklists.length > 0 && (
          <section data-anchor="checklists">
            <h2>{t('theme.checklists')}</h2>
            <StopList>
              {checklists.map((header) => (
                <DocumentStop key={header.id} header={header} />
              ))}
            </StopList>
          </section>
        )}
      </div>
      {events.length > 0 && (
        <section className="aside-stops" data-anchor="events">
          <h2>{t('theme.events')}</h2>
          {events.slice(0, EVENTS_SHOWN).map((event) => (
            <EventCard key={event.header.id} event={event} />
          ))}
          {events.length > EVENTS_SHOWN && (
            <Pill
              look="outline"
              data-action="events"
              start={<CalendarDays aria-hidden size="3.4rem" strokeWidth={2.2} />}
              onClick={() => navigator.to({ screen: 'events' })}
            >
              {t('home.agenda')}
            </Pill>
          )}
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
