import { Check } from 'lucide-react';
import type { DocumentHeader } from '../../../content/model/document.ts';
import type { Theme } from '../../../content/model/guide.ts';
import { useHere, useWords } from '../../visit/here.tsx';
import { useTicks } from '../../visit/visit-store.ts';

type ChecklistRowProps = {
  readonly header: Extract<DocumentHeader, { kind: 'checklist' }>;
  readonly theme: Theme | undefined;
};

/** A checklist with its line: begun, on its way, or whole. */
export function ChecklistRow({ header, theme }: ChecklistRowProps) {
  const { navigator } = useHere();
  const { language, t } = useWords();
  const total = header.items;
  const done = useTicks(header.id).length;
  const whole = done === total;
  return (
    <li data-line={theme?.line} data-anchor={header.id}>
      <button
        type="button"
        className="checklist-row"
        data-document-id={header.id}
        onClick={() => void navigator.toDocument(header.id)}
      >
        <span className="checklist-row__theme">{theme?.title[language]}</span>
        <span className="checklist-row__title">{header.title}</span>
        <span className="checklist-row__summary">{header.summary}</span>
        <span className="checklist-row__line" style={{ '--done': done / total }} aria-hidden>
          <span className="checklist-row__thumb">{whole && <Check size="3.4rem" strokeWidth={3.4} />}</span>
        </span>
        <span className="checklist-row__note">
          {whole
            ? t('checklists.whole')
            : done > 0
              ? t('checklist.progress', { done, total })
              : t('minutes.about', { count: header.minutes })}
        </span>
      </button>
    </li>
  );
}
