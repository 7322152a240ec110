import { CalendarDays, Globe, MapPin, MessageCircle, Phone, Users } from 'lucide-react';
import type { GuideDocument } from '../../../content/model/document.ts';
import { FactList } from '../../ui/blocks/FactList.tsx';
import { factsOf, isExample } from '../../visit/facts.ts';
import { useHere, useWords } from '../../visit/here.tsx';

const ICONS = {
  when: CalendarDays,
  where: MapPin,
  who: Users,
  how: MessageCircle,
  spoken: Globe,
  contact: Phone,
} as const;

/** What to know at a glance of an event, a service or a partner; nothing for other kinds. */
export function Facts({ document }: { readonly document: GuideDocument }) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const facts = factsOf(document, { language, now: catalogue.localNow(), t }).map(
    ({ about, label, words }) => {
      const Icon = ICONS[about];
      return { icon: <Icon aria-hidden strokeWidth={2.2} />, label, words };
    },
  );
  if (facts.length === 0) return null;
  return <FactList facts={facts} example={isExample(document) ? t('facts.example') : null} />;
}
