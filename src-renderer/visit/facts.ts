import type {
  EventDocument,
  GuideDocument,
  PartnerDocument,
  ServiceDocument,
} from '../../content/model/document.ts';
import type { LocalTime } from '../../content/model/kinds.ts';
import type { Language } from '../../content/model/names.ts';
import { lastMoment, occurrencesOf } from '../../content/model/occurrences.ts';
import { capital, languageName, occurrenceToKeep, occurrenceWords } from '../language/dates.ts';
import type { Translate } from '../language/translator.ts';

/** How many of the next times of an event are told. */
export const TIMES_TOLD = 4;

/** One thing to know at a glance, in words of one language. */
export type PlainFact = {
  readonly about: 'when' | 'where' | 'who' | 'how' | 'spoken' | 'contact';
  readonly label: string;
  readonly words: readonly string[];
};

/** What facts are told in, and when. */
export type FactWords = {
  readonly language: Language;
  readonly now: LocalTime;
  readonly t: Translate;
  /** True for what is read on another day, where "tomorrow" would be wrong. */
  readonly toKeep?: boolean;
};

/** What to know at a glance of an event, a service or a partner; nothing for other kinds. */
export function factsOf(document: GuideDocument, words: FactWords): readonly PlainFact[] {
  switch (document.kind) {
    case 'event':
      return eventFacts(document, words);
    case 'service':
      return serviceFacts(document, words);
    case 'partner':
      return partnerFacts(document, words);
    default:
      return [];
  }
}

/** True when something in the document was made up to show the form. */
export function isExample(document: GuideDocument): boolean {
  switch (document.kind) {
    case 'event':
    case 'service':
      return document.example;
    case 'partner':
      return document.contact?.example ?? false;
    default:
      return false;
  }
}

function eventFacts(document: EventDocument, words: FactWords): readonly PlainFact[] {
  const { language, now, t, toKeep = false } = words;
  const { header, place, registration, register, places } = document;
  const times = occurrencesOf(header, now, lastMoment(header.starts), TIMES_TOLD);
  const when = times.map((time) =>
    toKeep ? occurrenceToKeep(time, language) : occurrenceWords(time, now, language, t),
  );
  const spoken = header.spoken.map((code) => languageName(code, language)).join(', ');
  const how = [
    register ?? t(registration === 'walk-in' ? 'facts.walkIn' : 'facts.required'),
    ...(places === undefined ? [] : [t('facts.places', { count: places })]),
  ];
  return [
    { about: 'when', label: t('facts.when'), words: when.length > 0 ? when : [t('facts.over')] },
    { about: 'where', label: t('facts.where'), words: [place] },
    { about: 'spoken', label: t('facts.spoken'), words: [capital(spoken, language)] },
    { about: 'how', label: t('facts.how'), words: how },
  ];
}

function serviceFacts(document: ServiceDocument, { language, t }: FactWords): readonly PlainFact[] {
  const { header, when, where, how } = document;
  const access = capital(t(`access.${header.access}`), language);
  return [
    { about: 'who', label: t('facts.who'), words: [header.audience] },
    { about: 'when', label: t('facts.when'), words: [when, access] },
    { about: 'where', label: t('facts.where'), words: [where] },
    ...(how === undefined ? [] : [{ about: 'how' as const, label: t('facts.how'), words: [how] }]),
  ];
}

function partnerFacts({ header, contact }: PartnerDocument, { t }: FactWords): readonly PlainFact[] {
  const ways = contact
    ? [contact.address, contact.phone, contact.email, contact.website].filter((way) => way !== undefined)
    : [];
  return [
    { about: 'who', label: t('facts.who'), words: [header.audience] },
    ...(ways.length === 0 ? [] : [{ about: 'contact' as const, label: t('facts.contact'), words: ways }]),
  ];
}
