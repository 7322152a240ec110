import type { DocumentHeader } from '../../content/model/document.ts';
import type { Guide } from '../../content/model/guide.ts';
import type { LocalTime } from '../../content/model/kinds.ts';
import type { DocumentId, Language } from '../../content/model/names.ts';
import {
  charactersOf,
  MAX_TICKET_CHARACTERS,
  MAX_TICKET_LINES,
  MAX_TICKET_SECTIONS,
  MAX_TICKET_TITLE,
  type Ticket,
  type TicketSection,
} from '../../src-main/contract/ticket.ts';
import { dateWords } from '../language/dates.ts';
import type { Translate } from '../language/translator.ts';
import { bounded, type Embed } from './plain-lines.ts';

/** What tickets are written with: one language, the centre, the moment. */
export type TicketWords = {
  readonly language: Language;
  readonly t: Translate;
  readonly now: LocalTime;
  readonly guide: Pick<Guide, 'centre'>;
  /** The header of a document in that language. */
  readonly header: (id: DocumentId) => DocumentHeader | undefined;
  readonly embed: Embed;
};

/** A ticket of the parts that hold something, within every bound; what is beyond a bound is left out and said so. */
export function ticketOf(
  { language, t, guide, now }: TicketWords,
  parts: {
    readonly title: string;
    readonly lead?: string | undefined;
    readonly sections: readonly TicketSection[];
    readonly example?: boolean;
  },
): Ticket {
  const { centre } = guide;
  const from = [centre.name[language], centre.city[language]].filter((name) => name !== undefined).join(', ');
  const origin = `${from} · ${dateWords(now, language)}`;
  const make = (sections: readonly TicketSection[], cut: boolean): Ticket => {
    const said = [
      ...(parts.example ? [t('takeaway.example')] : []),
      ...(cut ? [t('takeaway.shortened')] : []),
      origin,
    ];
    const footer = bounded(said.join('\n'));
    return {
      language,
      title: bounded(parts.title, MAX_TICKET_TITLE),
      ...(parts.lead ? { lead: bounded(parts.lead) } : {}),
      sections,
      ...(footer ? { footer } : {}),
    };
  };
  const wanted = parts.sections
    .filter((section) => section.title !== undefined || section.lines.length > 0)
    .map((section) => ({
      ...(section.title === undefined ? {} : { title: bounded(section.title, MAX_TICKET_TITLE) }),
      lines: section.lines,
    }));
  let sections: TicketSection[] = wanted
    .slice(0, MAX_TICKET_SECTIONS)
    .map((section) => ({ ...section, lines: section.lines.slice(0, MAX_TICKET_LINES) }));
  let cut = linesIn(sections) < linesIn(wanted);
  while (sections.length > 0 && charactersOf(make(sections, true)) > MAX_TICKET_CHARACTERS) {
    sections = sections.slice(0, -1);
    cut = true;
  }
  return make(sections, cut);
}

function linesIn(sections: readonly TicketSection[]): number {
  return sections.reduce((sum, { lines }) => sum + lines.length, 0);
}
