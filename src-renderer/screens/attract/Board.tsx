import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { findTheme, type Guide } from '../../../content/model/guide.ts';
import { Station } from '../../ui/Station.tsx';
import type { BoardItem } from './board-items.ts';
import './board.css';

type BoardProps = {
  readonly guide: Pick<Guide, 'themes'>;
  readonly items: readonly BoardItem[];
  /** Which of them is shown. */
  readonly index: number;
};

/** The departure board: one thing at a time in every language at once, equally; nothing when there is nothing. */
export function Board({ guide, items, index }: BoardProps) {
  const item = items[index];
  if (!item) return <div className="board board--empty" />;
  return (
    <section
      className={`board board--${item.look}`}
      data-line={findTheme(guide, item.theme ?? undefined)?.line ?? 'ink'}
      data-board={item.look}
    >
      {/* Another thing is another element: it comes in, the old one is simply gone. */}
      <div className="board__item" key={item.key}>
        <span className="board__sign">
          {item.hour !== null && <b className="board__hour">{item.hour}</b>}
          {signOf(item)}
        </span>
        <div className="board__words">
          {item.words.map(({ language, label, title, text }) => (
            <p key={language} lang={language}>
              <span className="board__label">{label}</span>
              <span className="board__title">{title}</span>
              {text !== null && <span className="board__text">{text}</span>}
            </p>
          ))}
        </div>
      </div>
      {items.length > 1 && (
        <span className="board__turns" aria-hidden>
          {items.map(({ key }, place) => (
            <i key={key} data-now={place === index || undefined} />
          ))}
        </span>
      )}
    </section>
  );
}

function signOf({ look }: BoardItem): ReactNode {
  switch (look) {
    case 'event':
      return <Station />;
    case 'closed':
      return <Station size="large" />;
    case 'notice':
      return <Info aria-hidden size="7.2rem" strokeWidth={2} />;
    case 'urgent':
      return <TriangleAlert aria-hidden size="9.6rem" strokeWidth={2} />;
  }
}
