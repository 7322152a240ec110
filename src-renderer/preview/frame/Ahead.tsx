import { Minus, Plus } from 'lucide-react';
import type { PreviewChange } from '../../../content/model/preview.ts';
import { DAYS_AHEAD, daysAhead, daysLater } from './ahead.ts';
import { changeWords, dayWords, words } from './words.ts';
import './ahead.css';

type AheadProps = {
  readonly changes: readonly PreviewChange[];
  /** The day the screens show, as `YYYY-MM-DD`. */
  readonly from: string;
  /** The moment asked for; null for now. */
  readonly at: string | null;
  readonly onAt: (at: string | null) => void;
};

/** The line of time: what the screens show now, and what appears or goes in the days after. */
export function Ahead({ changes, from, at, onAt }: AheadProps) {
  const days = daysAhead(changes, from);
  return (
    <section className="ahead">
      <ol className="ahead__line">
        <li className="ahead__stop ahead__stop--here">
          <label className="ahead__day" htmlFor="as-of">
            {at === null ? words.asOfNow : words.asOf}
          </label>
          <span className="ahead__clock">
            <input
              id="as-of"
              type="datetime-local"
              value={at ?? ''}
              // A field that is being typed into is empty for a moment: that means now.
              onChange={({ target }) => onAt(target.value === '' ? null : target.value.slice(0, 16))}
            />
            {at !== null && (
              <button type="button" className="quiet-button" onClick={() => onAt(null)}>
                {words.backToNow}
              </button>
            )}
          </span>
        </li>
        <li className="ahead__heading">
          <h2>{words.ahead}</h2>
          {days.length === 0 && <p>{words.nothingAhead}</p>}
        </li>
        {days.map(({ day, changes: onThatDay }) => (
          <li key={day} className="ahead__stop">
            <button type="button" className="ahead__day" onClick={() => onAt(`${day}T09:00`)}>
              <time dateTime={day}>{dayWords(day)}</time>
            </button>
            <ul>
              {onThatDay.map((change) => (
                <Change key={`${change.id} ${change.change}`} change={change} />
              ))}
            </ul>
          </li>
        ))}
        <li className="ahead__stop ahead__stop--end">
          <time className="ahead__until" dateTime={daysLater(from, DAYS_AHEAD)}>
            {dayWords(daysLater(from, DAYS_AHEAD))}
          </time>
        </li>
      </ol>
    </section>
  );
}

function Change({ change: { id, titles, line, change } }: { readonly change: PreviewChange }) {
  const Sign = change === 'goes' || change === 'last-date' ? Minus : Plus;
  return (
    <li className="change" data-change={change} data-change-id={id} data-line={line ?? 'ink'}>
      <Sign aria-hidden size={16} strokeWidth={3} />
      <span>
        {Object.entries(titles).map(([language, title]) => (
          <span key={language} className="change__title" lang={language}>
            {title}
          </span>
        ))}
        <span className="change__what">{changeWords[change]}</span>
      </span>
    </li>
  );
}
