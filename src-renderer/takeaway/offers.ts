import type { GuideDocument } from '../../content/model/document.ts';
import type { LocalTime } from '../../content/model/kinds.ts';
import type { DocumentId } from '../../content/model/names.ts';
import { lastMoment, occurrencesOf } from '../../content/model/occurrences.ts';
import type { Ticket } from '../../src-main/contract/ticket.ts';
import { capital, dayWords } from '../language/dates.ts';
import { TIMES_TOLD } from '../visit/facts.ts';
import type { Plan } from '../visit/plan.ts';
import { calendarEntry } from './calendar-entry.ts';
import { contactCard } from './contact-card.ts';
import { occurrenceAt } from './occurrence-at.ts';
import { ticketOfChecklist } from './ticket-of-checklist.ts';
import { ticketOfDocument } from './ticket-of-document.ts';
import { type PlanSources, ticketOfPlan } from './ticket-of-plan.ts';
import { type TextWords, ticketText } from './ticket-text.ts';
import type { TicketWords } from './ticket-words.ts';

/** What a phone makes of a code: a text to keep, a date for its calendar, somebody for its contacts. */
export type OfferKind = 'text' | 'calendar' | 'contact';

/** One thing a visitor can take on a phone: one code, or several numbered ones. */
export type Offer = {
  readonly kind: OfferKind;
  /** The same in every language. */
  readonly key: string;
  /** What it is, for instance the title of an event. */
  readonly title: string;
  /** What sets it apart from its neighbours, for instance the day. */
  readonly words: string;
  /** The contents of the codes, in order; never empty. */
  readonly codes: readonly string[];
  /** How many lines were left out of a text. */
  readonly leftOut: number;
};

/** What is taken home: the offers for a phone, and the ticket for paper. */
export type Takeaway = {
  readonly ticket: Ticket;
  readonly offers: readonly Offer[];
};

/** What a takeaway is made with. */
export type TakeawaySources = PlanSources & {
  readonly plan: Plan;
  readonly words: TicketWords;
};

/** One document to take home: its dates first, its contact first, its text otherwise. Null when it cannot be had. */
export function takeawayOfDocument(id: DocumentId, sources: TakeawaySources): Takeaway | null {
  const document = sources.document(id);
  if (!document) return null;
  const { words } = sources;
  if (document.kind === 'checklist') {
    const ticket = ticketOfChecklist(document, sources.ticks(id), words);
    return { ticket, offers: [textOffer(ticket, words)] };
  }
  const ticket = ticketOfDocument(document, words);
  return { ticket, offers: [...directOffers(document, sources), textOffer(ticket, words)] };
}

/** The plan to take home: all of it as a text, then each date and each contact that a phone can keep. */
export function takeawayOfPlan(sources: TakeawaySources): Takeaway {
  const { plan, words } = sources;
  const ticket = ticketOfPlan(plan, sources, words);
  const kept = plan.flatMap(({ thing }) => {
    const document = sources.document(thing.id);
    if (!document) return [];
    if (thing.kind === 'event') return calendarOffers(document, [thing.starts], sources);
    return thing.kind === 'contact' ? directOffers(document, sources) : [];
  });
  return { ticket, offers: [textOffer(ticket, words), ...kept] };
}

/** What a phone can put where it belongs by itself: dates into its calendar, people into its contacts. */
function directOffers(document: GuideDocument, sources: TakeawaySources): readonly Offer[] {
  const { words, plan } = sources;
  switch (document.kind) {
    case 'event': {
      const { header } = document;
      const chosen = plan.flatMap(({ thing }) =>
        thing.kind === 'event' && thing.id === header.id ? [thing.starts] : [],
      );
      const next = occurrencesOf(header, words.now, lastMoment(header.starts), TIMES_TOLD);
      // Whoever has chosen a date wants that one.
      return calendarOffers(document, chosen.length > 0 ? chosen : next.map(({ starts }) => starts), sources);
    }
    case 'service':
    case 'partner': {
      const card = contactCard(document, words.guide, words);
      const { id, title } = document.header;
      return card === null
        ? []
        : [
            {
              kind: 'contact',
              key: `contact:${id}`,
              title,
              words: words.t('takeaway.kind.contact'),
              codes: [card],
              leftOut: 0,
            },
          ];
    }
    default:
      return [];
  }
}

function calendarOffers(
  document: GuideDocument,
  starts: readonly LocalTime[],
  { words }: TakeawaySources,
): readonly Offer[] {
  if (document.kind !== 'event') return [];
  const { header } = document;
  return starts.flatMap((begin) => {
    const time = occurrenceAt(header, begin);
    if (!time) return [];
    return {
      kind: 'calendar' as const,
      key: `event:${header.id}@${begin}`,
      title: header.title,
      words: capital(dayWords(begin, words.now, words.language, words.t), words.language),
      codes: [calendarEntry(document, time, words.guide)],
      leftOut: 0,
    };
  });
}

function textOffer(ticket: Ticket, { t }: TicketWords): Offer {
  const said: TextWords = {
    partTitle: (title, part, of) => `${title} (${part}/${of})`,
    leftOut: (count) => t('takeaway.leftOut', { count }),
  };
  const { parts, leftOut } = ticketText(ticket, said);
  return {
    kind: 'text',
    key: 'text',
    title: ticket.title,
    words: t('takeaway.kind.text'),
    codes: parts,
    leftOut,
  };
}
