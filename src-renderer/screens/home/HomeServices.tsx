import { ArrowRight, MessageCircleQuestionMark } from 'lucide-react';
import { useHere, useWords } from '../../visit/here.tsx';

/** The way to the people who help. */
export function HomeServices() {
  const { navigator } = useHere();
  const { t } = useWords();
  return (
    <button
      type="button"
      className="home-services"
      data-action="services"
      data-anchor="services"
      onClick={() => navigator.to({ screen: 'services' })}
    >
      <MessageCircleQuestionMark aria-hidden size="7.2rem" strokeWidth={2} />
      <span className="home-services__title">{t('services.title')}</span>
      <span className="home-services__hint">{t('home.services')}</span>
      <ArrowRight className="home-services__go" aria-hidden size="4rem" strokeWidth={2.4} />
    </button>
  );
}
