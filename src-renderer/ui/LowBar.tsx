import type { ReactNode } from 'react';
import { Pill } from './Pill.tsx';
import './low-bar.css';

/** One place the low bar leads to. */
export type LowBarItem = {
  readonly action: string;
  readonly icon: ReactNode;
  readonly words: string;
  /** How many things wait there, in a small station at the icon; nothing for none. */
  readonly count?: number;
  readonly current: boolean;
  /** For what opens here instead of leading away: the id of it while it is open, null while it is not. */
  readonly opens?: string | null;
  readonly onTouch: () => void;
};

type LowBarProps = {
  readonly label: string;
  readonly items: readonly LowBarItem[];
  readonly done: string;
  readonly onDone: () => void;
};

/** The bar that is always there and always in the same place: up to four places to go, and "I'm done". */
export function LowBar({ label, items, done, onDone }: LowBarProps) {
  return (
    <nav className="low-bar" aria-label={label}>
      {items.map(({ action, icon, words, count = 0, current, opens, onTouch }) => (
        <button
          key={action}
          type="button"
          className="low-bar__item"
          data-action={action}
          aria-current={current ? 'page' : undefined}
          aria-expanded={opens === undefined ? undefined : opens !== null}
          aria-controls={opens ?? undefined}
          onClick={onTouch}
        >
          <span className="low-bar__icon">
            {icon}
            {count > 0 && <span className="low-bar__count">{count}</span>}
          </span>
          <span>{words}</span>
        </button>
      ))}
      <span className="low-bar__space" />
      <Pill look="light" data-action="end-visit" onClick={onDone}>
        {done}
      </Pill>
    </nav>
  );
}
