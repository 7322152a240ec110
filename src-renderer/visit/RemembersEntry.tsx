import { EyeOff } from 'lucide-react';
import { Pill } from '../ui/Pill.tsx';
import { useHere, useWords } from './here.tsx';

/** The way to what this terminal keeps of a visitor: at the foot of home, and where a visit is left. */
export function RemembersEntry() {
  const { navigator } = useHere();
  const { t } = useWords();
  return (
    <Pill
      look="outline"
      data-action="remembers"
      start={<EyeOff aria-hidden size="3.6rem" strokeWidth={2.2} />}
      onClick={() => navigator.to({ screen: 'remembers' })}
    >
      {t('remembers.entry')}
    </Pill>
  );
}
