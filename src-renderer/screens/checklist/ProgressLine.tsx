import type { DocumentHeader } from '../../../content/model/document.ts';
import { useWords } from '../../visit/here.tsx';
import { useTicks } from '../../visit/visit-store.ts';

/** How far along the line a visitor is, drawn and in words. */
export function ProgressLine({
  header,
}: {
  readonly header: DocumentHeader & { readonly kind: 'checklist' };
}) {
  const { t } = useWords();
  const total = header.items;
  const done = useTicks(header.id).length;
  return (
    <div className="progress" style={{ '--done': total ? done / total : 0 }}>
      <div
        className="progress__line"
        role="progressbar"
        aria-label={t('checklist.progressLabel')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={t('checklist.progress', { done, total })}
      >
        <span className="progress__thumb" />
      </div>
      <span className="progress__words">{t('checklist.progress', { done, total })}</span>
    </div>
  );
}
