import { themeOf } from '../../../content/model/document.ts';
import { findTheme } from '../../../content/model/guide.ts';
import { capital, dayWords, hourWords } from '../../language/dates.ts';
import { useHere, useWords } from '../../visit/here.tsx';
import { useComingEvents } from '../../visit/use-coming-events.ts';

/** The next event of the guide, whatever its area; nothing when nothing is planned. */
export function NextEvent() {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const now = catalogue.localNow();
  const [event] = useComingEvents();
  if (!event) return null;
  const { header, next } = event;
  const line = findTheme(catalogue.guide, themeOf(header))?.line;
  return (
    <button
      type="button"
      className="next-event"
      data-line={line}
      data-document-id={header.id}
      data-anchor="next-event"
      onClick={() => void navigator.toDocument(header.id)}
    >
      <span className="next-event__when">
        {capital(dayWords(next.starts, now, language, t), language)} · {hourWords(next.starts, language)}
      </span>
      <span className="next-event__title">{header.title}</span>
      <span className="next-event__type">{t(`events.${header.type}`)}</span>
    </button>
  );
}
