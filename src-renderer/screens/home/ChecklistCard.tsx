import type { DocumentHeader } from '../../../content/model/document.ts';
import { useWords } from '../../visit/here.tsx';

type ChecklistCardProps = {
  readonly header: DocumentHeader;
  /** Ticked items. */
  readonly done: number;
  readonly onTouch: () => void;
};

/** The featured checklist, with its line as far as the visitor has travelled it. */
export function ChecklistCard({ header, done, onTouch }: ChecklistCardProps) {
  const { t } = useWords();
  const total = header.kind === 'checklist' ? header.items : 0;
  const begun = done > 0 && total > 0;
  return (
    <button
      type="button"
      className="checklist-card"
      data-document-id={header.id}
      data-anchor="featured"
      onClick={onTouch}
    >
      <span className="checklist-card__label">{begun ? t('home.continue') : t('home.checklist')}</span>
      <span className="checklist-card__title">{header.title}</span>
      <span className="checklist-card__line" style={{ '--done': total ? done / total : 0 }} aria-hidden>
        <span className="checklist-card__thumb" />
      </span>
      <span className="checklist-card__note">
        {begun ? t('checklist.progress', { done, total }) : t('minutes.about', { count: header.minutes })}
      </span>
    </button>
  );
}
