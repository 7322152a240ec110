import { useWords } from '../../visit/here.tsx';

/** How far along the line a visitor is, drawn and in words. */
export function ProgressLine({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useWords();
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
