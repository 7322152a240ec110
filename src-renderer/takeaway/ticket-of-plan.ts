import type { GuideDocument } from '../../content/model/document.ts';
import type { DocumentId } from '../../content/model/names.ts';
import { plainText } from '../../content/model/plain-text.ts';
import type { Ticket, TicketLine } from '../../src-main/contract/ticket.ts';
import { occurrenceToKeep } from '../language/dates.ts';
import { factsOf, isExample } from '../visit/facts.ts';
import { PLAN_STEPS, type Plan, type PlanStop } from '../visit/plan.ts';
import { occurrenceAt } from './occurrence-at.ts';
import { line } from './plain-lines.ts';
import { openItems } from './ticket-of-checklist.ts';
import { type TicketWords, ticketOf } from './ticket-words.ts';

/** What a plan is told with, besides its words. */
export type PlanSources = {
  /** A document of the plan, loaded; undefined or null when it cannot be had. */
  readonly document: (id: DocumentId) => GuideDocument | null | undefined;
  readonly ticks: (id: DocumentId) => readonly string[];
};

/** A visitor's plan to take home: now, this week, later; every stop with what one must know to go there, and its notes. */
export function ticketOfPlan(plan: Plan, sources: PlanSources, words: TicketWords): Ticket {
  const { t } = words;
  const documents = plan.map((stop) => sources.document(stop.thing.id));
  return ticketOf(words, {
    title: t('plan.title'),
    sections: PLAN_STEPS.map((step) => ({
      title: t(`plan.step.${step}`),
      lines: plan.filter((stop) => stop.step === step).flatMap((stop) => stopLines(stop, sources, words)),
    })).filter(({ lines }) => lines.length > 0),
    example: documents.some((document) => document && isExample(document)),
  });
}

function stopLines(stop: PlanStop, sources: PlanSources, words: TicketWords): readonly TicketLine[] {
  const { thing, notes } = stop;
  const header = words.header(thing.id);
  if (!header) return [];
  const document = sources.document(thing.id);
  const said = notes.map((note) => words.t(`plan.note.${note}`));
  switch (thing.kind) {
    case 'document':
      return line(header.title, 'station', said.join(' · '));
    case 'event': {
      const time = occurrenceAt(header, thing.starts);
      const when = time ? [occurrenceToKeep(time, words.language)] : [];
      const where = document?.kind === 'event' ? [document.place] : [];
      return line(header.title, 'station', [...when, ...where, ...said].join(' · '));
    }
    case 'contact': {
      const known = document ? factsOf(document, { ...words, toKeep: true }) : [];
      const reached = known.filter(({ about }) => about !== 'who').flatMap((fact) => fact.words);
      return line(header.title, 'station', [...reached, ...said].join(' · '));
    }
    case 'remains':
    case 'item': {
      if (document?.kind !== 'checklist') return line(header.title, 'station', said.join(' · '));
      const ticks = sources.ticks(thing.id);
      const items = document.groups.flatMap((group) => openItems(group.items, ticks));
      if (thing.kind === 'item') {
        const item = items.find(({ anchor }) => anchor === thing.anchor);
        return item ? line(plainText(item.text), 'box', said.join(' · ')) : [];
      }
      return [
        ...line(header.title, 'station', said.join(' · ')),
        ...items.flatMap(({ text }) => line(plainText(text), 'box')),
      ];
    }
  }
}
