import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import './document-card.css';

type DocumentCardProps = {
  readonly id: string;
  readonly title: string;
  /** A few words above the title: when, or how to get in. */
  readonly note: string;
  readonly icon?: ReactNode;
  readonly onTouch: () => void;
};

/** A document offered beside the line: an event, a service, a notice. */
export function DocumentCard({ id, title, note, icon, onTouch }: DocumentCardProps) {
  return (
    <button type="button" className="document-card" data-document-id={id} onClick={onTouch}>
      {icon}
      <span className="document-card__words">
        <span className="document-card__note">{note}</span>
        <span className="document-card__title">{title}</span>
      </span>
      <ArrowRight aria-hidden size="4rem" strokeWidth={2.4} />
    </button>
  );
}
