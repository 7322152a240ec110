import type { ChecklistDocument, GuideDocument } from '../../content/model/document.ts';
import type { Ticket } from '../../src-main/contract/ticket.ts';
import { factsOf, isExample } from '../visit/facts.ts';
import { line, plainSections } from './plain-lines.ts';
import { type TicketWords, ticketOf } from './ticket-words.ts';

/** A page, event, service, partner or notice to take home: what to know at a glance, then every word of its text. */
export function ticketOfDocument(
  document: Exclude<GuideDocument, ChecklistDocument>,
  words: TicketWords,
): Ticket {
  const { header, body } = document;
  const facts = factsOf(document, { ...words, toKeep: true }).flatMap(({ label, words: said }) =>
    line(words.t('takeaway.fact', { label, words: said.join(' · ') }), 'station'),
  );
  return ticketOf(words, {
    title: header.title,
    lead: header.summary,
    sections: [{ lines: facts }, ...plainSections(body, words.embed)],
    example: isExample(document),
  });
}
