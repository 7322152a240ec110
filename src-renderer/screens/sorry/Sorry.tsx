import { House } from 'lucide-react';
import { Pill } from '../../ui/Pill.tsx';
import { useHere, useWords } from '../../visit/here.tsx';
import './sorry.css';

/** A page that could not be shown apologises in the visitor's language and offers a way on. */
export function Sorry() {
  const { navigator } = useHere();
  const { t } = useWords();
  return (
    <main className="sorry">
      <h1>{t('sorry.title')}</h1>
      <p>{t('sorry.text')}</p>
      <Pill
        start={<House aria-hidden size="3.8rem" strokeWidth={2.4} />}
        data-action="sorry-home"
        onClick={navigator.toHome}
      >
        {t('sorry.home')}
      </Pill>
    </main>
  );
}
