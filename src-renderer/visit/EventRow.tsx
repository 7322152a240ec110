import { ArrowRight } from 'lucide-react';
import { themeOf } from '../../content/model/document.ts';
import { findTheme } from '../../content/model/guide.ts';
import { hourWords, languageName, shortDay, weekdayName } from '../language/dates.ts';
import { Station } from '../ui/Station.tsx';
import { type AgendaEntry, isGoingOn } from './agenda.ts';
import { useHere, useWords } from './here.tsx';
import { useMinute } from './use-minute.ts';
import './event-row.css';

type EventRowProps = {
  readonly entry: AgendaEntry;
  /** True where no heading says which day it is. */
  readonly dated?: boolean;
};

/** An event on the line of its day: its hour, a station in the colour of its area, what it is. */
export function EventRow({ entry, dated = false }: EventRowProps) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const now = useMinute();
  const { header, time } = entry;
  const spoken = header.spoken.map((code) => languageName(code, language)).join(', ');
  const hour = hourWords(time.starts, language);
  const goingOn = isGoingOn(time, now);
  const note = [
    ...(goingOn ? [t('agenda.now', { time: hourWords(time.ends, language) })] : []),
    ...(dated ? [`${weekdayName(time.starts, language)} ${hour}`] : []),
    t(`events.${header.type}`),
    spoken,
  ];
  return (
    <li
      className="event-row"
      data-line={findTheme(catalogue.guide, themeOf(header))?.line}
      data-anchor={`${header.id} ${time.starts}`}
    >
      <button type="button" data-document-id={header.id} onClick={() => void navigator.toDocument(header.id)}>
        <span className="event-row__hour" data-dated={dated || undefined}>
          {dated ? shortDay(time.starts, language) : hour}
        </span>
        <Station passed={goingOn} />
        <span className="event-row__words">
          <span className="event-row__title">{header.title}</span>
          <span className="event-row__note">{note.join(' · ')}</span>
        </span>
        <ArrowRight aria-hidden size="4rem" strokeWidth={2.4} />
      </button>
    </li>
  );
}
