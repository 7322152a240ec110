import { ALargeSmall, Flag, House, Search as SearchIcon } from 'lucide-react';
import { LowBar, type LowBarItem } from '../ui/LowBar.tsx';
import { useCurrentStop, useHere, useWords } from '../visit/here.tsx';
import { usePlan } from '../visit/plan-store.ts';

type VisitBarProps = {
  readonly comfortOpen: boolean;
  readonly onComfort: () => void;
  readonly onDone: () => void;
};

/** The low bar of a visit. Its places, from left to right: home, search, my plan, comfort; then "I'm done". */
export function VisitBar({ comfortOpen, onComfort, onDone }: VisitBarProps) {
  const { navigator } = useHere();
  const { t } = useWords();
  const { place } = useCurrentStop();
  const planned = usePlan().length;
  const items: LowBarItem[] = [
    {
      action: 'home',
      icon: <House aria-hidden strokeWidth={2.2} />,
      words: t('bar.home'),
      current: place.screen === 'home',
      onTouch: navigator.toHome,
    },
    {
      action: 'search',
      icon: <SearchIcon aria-hidden strokeWidth={2.2} />,
      words: t('bar.search'),
      current: place.screen === 'search',
      onTouch: () => navigator.to({ screen: 'search' }),
    },
  ];
  items.push({
    action: 'plan',
    icon: <Flag aria-hidden strokeWidth={2.2} />,
    words: t('bar.plan'),
    count: planned,
    current: place.screen === 'plan',
    onTouch: () => void navigator.to({ screen: 'plan' }),
  });
  items.push({
    action: 'comfort',
    icon: <ALargeSmall aria-hidden strokeWidth={2.2} />,
    words: t('bar.comfort'),
    current: false,
    opens: comfortOpen ? 'comfort' : null,
    onTouch: onComfort,
  });
  return <LowBar label={t('bar.label')} items={items} done={t('bar.done')} onDone={onDone} />;
}
