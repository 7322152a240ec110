import { CalendarDays, Globe, MapPin, MessageCircle, Phone, Users } from 'lucide-react';
import type { GuideDocument } from '../../../content/model/document.ts';
import { FactList } from '../../ui/blocks/FactList.tsx';
import { factsOf, isExample } from '../../visit/facts.ts';
import { useWords } from '../../visit/here.tsx';
import { useMinute } from '../../visit/use-minute.ts';

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
  const { language, t } = useWords();
  const now = useMinute();
  const facts = factsOf(document, { language, now, t }).map(({ about, label, words }) => {
    const Icon = ICONS[about];
    return { icon: <Icon aria-hidden strokeWidth={2.2} />, label, words };
  });
  if (facts.length === 0) return null;
  return <FactList facts={facts} example={isExample(document) ? t('facts.example') : null} />;
}
