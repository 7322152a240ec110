import { z } from 'zod';
import { language } from '../../content/model/names.ts';

/** Most characters of a title, of a ticket or of a section. */
export const MAX_TICKET_TITLE = 200;

/** Most characters of any other text on a ticket. */
export const MAX_TICKET_TEXT = 2_000;

/** Most sections of a ticket. */
export const MAX_TICKET_SECTIONS = 60;

/** Most lines of one section. */
export const MAX_TICKET_LINES = 120;

/** Most characters of a whole ticket: some twenty sheets of A4, which no page of the guide comes near. */
export const MAX_TICKET_CHARACTERS = 60_000;

const title = z.string().min(1).max(MAX_TICKET_TITLE);
const text = z.string().min(1).max(MAX_TICKET_TEXT);

/** How a line begins: a box to tick, a stop on the line, or nothing. */
export const ticketMark = z.enum(['box', 'station', 'none']);
export type TicketMark = z.infer<typeof ticketMark>;

/** One line of a ticket; `note` stands under it, smaller. */
export const ticketLine = z.strictObject({ text, note: text.optional(), mark: ticketMark });
export type TicketLine = Readonly<z.infer<typeof ticketLine>>;

/** Lines that belong together; without a title they follow the lead directly. */
export const ticketSection = z.strictObject({
  title: title.optional(),
  lines: z.array(ticketLine).max(MAX_TICKET_LINES).readonly(),
});
export type TicketSection = Readonly<z.infer<typeof ticketSection>>;

/**
 * What a visitor takes home, on paper or in a QR code: pure data in one language, every text plain (never HTML), every
 * list bounded. Pages make it, `takeaway` behind the glass prints it.
 */
export const ticket = z
  .strictObject({
    language,
    title,
    lead: text.optional(),
    sections: z.array(ticketSection).max(MAX_TICKET_SECTIONS).readonly(),
    footer: text.optional(),
  })
  .refine((value) => charactersOf(value) <= MAX_TICKET_CHARACTERS, 'this is more than a ticket holds');
export type Ticket = Readonly<{
  language: string;
  title: string;
  lead?: string | undefined;
  sections: readonly TicketSection[];
  footer?: string | undefined;
}>;

/** How many characters stand on a ticket. */
export function charactersOf({ title: head, lead = '', sections, footer = '' }: Ticket): number {
  const lines = sections.flatMap((section) => section.lines);
  return (
    head.length +
    lead.length +
    footer.length +
    sections.reduce((sum, section) => sum + (section.title?.length ?? 0), 0) +
    lines.reduce((sum, line) => sum + line.text.length + (line.note?.length ?? 0), 0)
  );
}
