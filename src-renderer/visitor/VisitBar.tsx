import { House, ListChecks } from 'lucide-react';
import type { DocumentHeader } from '../../content/model/document.ts';
import { LowBar, type LowBarItem } from '../ui/LowBar.tsx';
import { useCurrentStop, useHere, useWords } from '../visit/here.tsx';
import { useVisit } from '../visit/visit-store.ts';

/** The low bar of a visit. Its places, from left to right: home, search, my plan, comfort; then "I'm done". */
export function VisitBar({ onDone }: { readonly onDone: () => void }) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const { place } = useCurrentStop();
  const featured: DocumentHeader | undefined = catalogue.header(catalogue.guide.featured, language);
  const ticked = useVisit((visit) => (featured ? (visit.ticks[featured.id]?.length ?? 0) : 0));
  const items: LowBarItem[] = [
    {
      action: 'home',
      icon: <House aria-hidden strokeWidth={2.2} />,
      words: t('bar.home'),
      current: place.screen === 'home',
      onTouch: navigator.toHome,
    },
  ];
  if (featured) {
    items.push({
      action: 'list',
      icon: <ListChecks aria-hidden strokeWidth={2.2} />,
      words: t('bar.list'),
      count: ticked,
      current: place.screen === 'document' && place.id === featured.id,
      onTouch: () => void navigator.toDocument(featured.id),
    });
  }
  return <LowBar label={t('bar.label')} items={items} done={t('bar.done')} onDone={onDone} />;
}
