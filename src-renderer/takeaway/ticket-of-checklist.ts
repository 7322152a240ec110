import type { ChecklistDocument, ChecklistItem } from '../../content/model/document.ts';
import { plainText } from '../../content/model/plain-text.ts';
import type { Ticket } from '../../src-main/contract/ticket.ts';
import { line } from './plain-lines.ts';
import { type TicketWords, ticketOf } from './ticket-words.ts';

/** What remains of a checklist, by group, each item with a box to tick at home; `ticks` are the anchors that are done. */
export function ticketOfChecklist(
  { header, groups }: ChecklistDocument,
  ticks: readonly string[],
  words: TicketWords,
): Ticket {
  const sections = groups
    .map(({ title, items }) => ({
      title: plainText(title),
      lines: openItems(items, ticks).flatMap(({ text }) => line(plainText(text), 'box')),
    }))
    .filter(({ lines }) => lines.length > 0);
  const count = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  return ticketOf(words, {
    title: header.title,
    lead:
      count > 0 ? words.t('takeaway.remains', { count, total: header.items }) : words.t('checklist.complete'),
    sections,
  });
}

/** The items that are not ticked. */
export function openItems(
  items: readonly ChecklistItem[],
  ticks: readonly string[],
): readonly ChecklistItem[] {
  return items.filter(({ anchor }) => !ticks.includes(anchor));
}
