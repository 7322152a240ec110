import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Station } from './Station.tsx';
import './stop-list.css';

type StopListProps = {
  /** Colour of the line; without it that of the screen. */
  readonly line?: string | undefined;
  readonly children: ReactNode;
};

/** Documents as stops on one line. */
export function StopList({ line, children }: StopListProps) {
  return (
    <ol className="stops" data-line={line}>
      {children}
    </ol>
  );
}

type StopProps = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** How long it takes, how far one is, how to get in. */
  readonly note: ReactNode;
  /** True once the visitor was there. */
  readonly passed: boolean;
  readonly onTouch: () => void;
};

/** One stop: what it is called, what one finds there, how long it takes. */
export function Stop({ id, title, summary, note, passed, onTouch }: StopProps) {
  return (
    <li className="stop" data-anchor={id}>
      <button type="button" data-document-id={id} onClick={onTouch}>
        <Station passed={passed} />
        <span className="stop__words">
          <span className="stop__title">{title}</span>
          <span className="stop__summary">{summary}</span>
          <span className="stop__note">{note}</span>
        </span>
        <ArrowRight className="stop__go" aria-hidden size="4.4rem" strokeWidth={2.4} />
      </button>
    </li>
  );
}
