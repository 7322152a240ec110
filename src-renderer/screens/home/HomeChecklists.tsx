import { ListChecks } from 'lucide-react';
import type { DocumentHeader } from '../../../content/model/document.ts';
import { Pill } from '../../ui/Pill.tsx';
import { useHere, useWords } from '../../visit/here.tsx';
import { useTicks } from '../../visit/visit-store.ts';

/** The checklist of the moment with its line as far as the visitor has come, and the way to all of them. */
export function HomeChecklists() {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const featured = catalogue.header(catalogue.guide.featured, language);
  return (
    <section className="home-checklists" data-anchor="checklists">
      {featured?.kind === 'checklist' && <Featured header={featured} />}
      <Pill
        look="light"
        data-action="checklists"
        start={<ListChecks aria-hidden size="3.4rem" strokeWidth={2.2} />}
        onClick={() => navigator.to({ screen: 'checklists' })}
      >
        {t('home.checklists')}
      </Pill>
    </section>
  );
}

function Featured({ header }: { readonly header: Extract<DocumentHeader, { kind: 'checklist' }> }) {
  const { navigator } = useHere();
  const { t } = useWords();
  const done = useTicks(header.id).length;
  const total = header.items;
  return (
    <button
      type="button"
      className="checklist-card"
      data-document-id={header.id}
      onClick={() => void navigator.toDocument(header.id)}
    >
      <span className="checklist-card__label">{t(done > 0 ? 'home.continue' : 'home.checklist')}</span>
      <span className="checklist-card__title">{header.title}</span>
      <span className="checklist-card__line" style={{ '--done': done / total }} aria-hidden>
        <span className="checklist-card__thumb" />
      </span>
      <span className="checklist-card__note">
        {done > 0 ? t('checklist.progress', { done, total }) : t('minutes.about', { count: header.minutes })}
      </span>
    </button>
  );
}
