import { CalendarDays } from 'lucide-react';
import { Pill } from '../../ui/Pill.tsx';
import { EventRow } from '../../visit/EventRow.tsx';
import { useHere, useWords } from '../../visit/here.tsx';
import { useAgenda } from '../../visit/use-agenda.ts';

/** How many events the home screen shows; the agenda has them all. */
const EVENTS_SHOWN = 3;

/** What goes on today; on a day without anything, what comes next. */
export function Today() {
  const { navigator } = useHere();
  const { t } = useWords();
  const { today, week, later } = useAgenda();
  const coming = [...week.flatMap(({ entries }) => entries), ...later];
  const isQuiet = today.length === 0;
  return (
    <section className="today" data-anchor="today">
      <div className="today__head">
        <h2>{t(isQuiet ? 'home.soon' : 'events.today')}</h2>
        <Pill
          look="outline"
          data-action="events"
          start={<CalendarDays aria-hidden size="3.4rem" strokeWidth={2.2} />}
          onClick={() => navigator.to({ screen: 'events' })}
        >
          {t('home.agenda')}
        </Pill>
      </div>
      {isQuiet && (
        <p className="today__quiet">{t(coming.length === 0 ? 'events.none' : 'agenda.nothingToday')}</p>
      )}
      <ol className="event-rows">
        {(isQuiet ? coming : today).slice(0, EVENTS_SHOWN).map((entry) => (
          <EventRow key={`${entry.header.id} ${entry.time.starts}`} entry={entry} dated={isQuiet} />
        ))}
      </ol>
    </section>
  );
}
