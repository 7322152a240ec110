import { CalendarDays, Globe, MapPin, MessageCircle, Phone, Users } from 'lucide-react';
import type {
  EventDocument,
  GuideDocument,
  PartnerDocument,
  ServiceDocument,
} from '../../../content/model/document.ts';
import { lastMoment, occurrencesOf } from '../../../content/model/occurrences.ts';
import { capital, languageName, occurrenceWords } from '../../language/dates.ts';
import { type Fact, FactList } from '../../ui/blocks/FactList.tsx';
import { useHere, useWords } from '../../visit/here.tsx';

/** How many of the next times of an event are listed. */
const TIMES_LISTED = 4;

/** What to know at a glance of an event, a service or a partner; nothing for other kinds. */
export function Facts({ document }: { readonly document: GuideDocument }) {
  switch (document.kind) {
    case 'event':
      return <EventFacts document={document} />;
    case 'service':
      return <ServiceFacts document={document} />;
    case 'partner':
      return <PartnerFacts document={document} />;
    default:
      return null;
  }
}

function EventFacts({ document }: { readonly document: EventDocument }) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const { header, place, registration, register, places } = document;
  const now = catalogue.localNow();
  const times = occurrencesOf(header, now, lastMoment(header.starts), TIMES_LISTED);
  const how = [
    register ?? t(registration === 'walk-in' ? 'facts.walkIn' : 'facts.required'),
    ...(places === undefined ? [] : [t('facts.places', { count: places })]),
  ];
  const facts: Fact[] = [
    {
      icon: <CalendarDays aria-hidden strokeWidth={2.2} />,
      label: t('facts.when'),
      words:
        times.length > 0 ? times.map((time) => occurrenceWords(time, now, language, t)) : [t('facts.over')],
    },
    { icon: <MapPin aria-hidden strokeWidth={2.2} />, label: t('facts.where'), words: [place] },
    {
      icon: <Globe aria-hidden strokeWidth={2.2} />,
      label: t('facts.spoken'),
      words: [capital(header.spoken.map((code) => languageName(code, language)).join(', '), language)],
    },
    { icon: <MessageCircle aria-hidden strokeWidth={2.2} />, label: t('facts.how'), words: how },
  ];
  return <FactList facts={facts} example={document.example ? t('facts.example') : null} />;
}

function ServiceFacts({ document }: { readonly document: ServiceDocument }) {
  const { language, t } = useWords();
  const { header, audience, when, where, how } = document;
  const facts: Fact[] = [
    { icon: <Users aria-hidden strokeWidth={2.2} />, label: t('facts.who'), words: [audience] },
    {
      icon: <CalendarDays aria-hidden strokeWidth={2.2} />,
      label: t('facts.when'),
      words: [when, capital(t(`access.${header.access}`), language)],
    },
    { icon: <MapPin aria-hidden strokeWidth={2.2} />, label: t('facts.where'), words: [where] },
    ...(how === undefined
      ? []
      : [{ icon: <MessageCircle aria-hidden strokeWidth={2.2} />, label: t('facts.how'), words: [how] }]),
  ];
  return <FactList facts={facts} example={document.example ? t('facts.example') : null} />;
}

function PartnerFacts({ document }: { readonly document: PartnerDocument }) {
  const { t } = useWords();
  const { audience, contact } = document;
  const ways = contact
    ? [contact.address, contact.phone, contact.email, contact.website].filter((way) => way !== undefined)
    : [];
  const facts: Fact[] = [
    { icon: <Users aria-hidden strokeWidth={2.2} />, label: t('facts.who'), words: [audience] },
    ...(ways.length === 0
      ? []
      : [{ icon: <Phone aria-hidden strokeWidth={2.2} />, label: t('facts.contact'), words: ways }]),
  ];
  return <FactList facts={facts} example={contact?.example ? t('facts.example') : null} />;
}
