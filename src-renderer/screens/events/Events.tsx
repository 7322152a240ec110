import { useMemo } from 'react';
import { capital, dayName, dayWords } from '../../language/dates.ts';
import { Pill } from '../../ui/Pill.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { EventRow } from '../../visit/EventRow.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useAgenda } from '../../visit/use-agenda.ts';
import { useMinute } from '../../visit/use-minute.ts';
import { setEventWish, useVisit } from '../../visit/visit-store.ts';
import { Filters } from './Filters.tsx';
import './events.css';

/** What is on: today, in the next days, later; past ones leave by themselves. */
export function Events({ stop, back, languageSwitch }: ScreenProps) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const areaRef = useKeptPlace(stop);
  const now = useMinute();
  const wish = useVisit((visit) => visit.eventWish);
  const { today, week, later } = useAgenda(wish);
  const all = catalogue.headers(language);
  const events = useMemo(() => all.filter((header) => header.kind === 'event'), [all]);
  const isFiltered = wish.type !== null || wish.spoken !== null;
  const isEmpty = today.length + week.length + later.length === 0;
  return (
    <ScreenFrame
      line="ink"
      head="plain"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="events-title">
          <Title>{t('agenda.title')}</Title>
          <p>{capital(dayName(now, language), language)}</p>
          <Filters events={events} wish={wish} />
        </div>
      }
    >
      <div className="events">
        {isEmpty && isFiltered ? (
          <section className="events__part" data-anchor="nothing">
            <p className="events__nothing">{t('agenda.nothingLike')}</p>
            <Pill data-action="show-all" onClick={() => setEventWish({ type: null, spoken: null })}>
              {t('agenda.showAll')}
            </Pill>
          </section>
        ) : (
          <section className="events__part" data-part="today">
            <h2 data-anchor="today">{t('events.today')}</h2>
            {today.length === 0 ? (
              <p className="events__nothing">
                {t(isFiltered ? 'agenda.nothingLikeToday' : 'agenda.nothingToday')}
              </p>
            ) : (
              <ol className="event-rows">
                {today.map((entry) => (
                  <EventRow key={`${entry.header.id} ${entry.time.starts}`} entry={entry} />
                ))}
              </ol>
            )}
          </section>
        )}
        {week.length > 0 && (
          <section className="events__part" data-part="week">
            <h2 data-anchor="week">{t('agenda.week')}</h2>
            {week.map(({ day, entries }) => (
              <div key={day} className="events__day">
                <h3 data-anchor={day}>{capital(dayWords(`${day}T00:00`, now, language, t), language)}</h3>
                <ol className="event-rows">
                  {entries.map((entry) => (
                    <EventRow key={`${entry.header.id} ${entry.time.starts}`} entry={entry} />
                  ))}
                </ol>
              </div>
            ))}
          </section>
        )}
        {later.length > 0 && (
          <section className="events__part" data-part="later">
            <h2 data-anchor="later">{t('agenda.later')}</h2>
            <ol className="event-rows">
              {later.map((entry) => (
                <EventRow key={entry.header.id} entry={entry} dated />
              ))}
            </ol>
          </section>
        )}
      </div>
    </ScreenFrame>
  );
}
