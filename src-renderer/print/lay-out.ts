import type { TicketForPaper } from '../../src-main/contract/printing.ts';
import type { TicketLine, TicketSection } from '../../src-main/contract/ticket.ts';

/** Where elements are made; the page's `document`. */
type Maker = Pick<Document, 'createElement'>;

/**
 * A ticket as elements: the route drawn as a line, its sections as stations, boxes to tick. Every word goes in as text, so
 * nothing that is written in a ticket can be more than words.
 */
export function layOut({ ticket, layout, printedOn }: TicketForPaper, document: Maker): HTMLElement {
  const make = maker(document);
  const { language, title, lead, sections, footer } = ticket;
  return make('article', `ticket ticket--${layout}`, [
    make('header', 'ticket__head', [
      make('p', 'ticket__day', dayWords(printedOn, language)),
      make('h1', 'ticket__title', title),
      lead === undefined ? null : make('p', 'ticket__lead', lead),
    ]),
    ...sections.map((section) => sectionOf(section, make)),
    make('footer', 'ticket__foot', footer === undefined ? [] : [make('p', '', footer)]),
  ]);
}

type Make = ReturnType<typeof maker>;

function sectionOf({ title, lines }: TicketSection, make: Make): HTMLElement {
  return make('section', 'section', [
    title === undefined ? null : make('h2', 'section__title', title),
    make(
      'ul',
      'section__lines',
      lines.map((line) => lineOf(line, make)),
    ),
  ]);
}

function lineOf({ text, note, mark }: TicketLine, make: Make): HTMLElement {
  return make('li', `line line--${mark}`, [
    make('span', 'line__text', text),
    note === undefined ? null : make('span', 'line__note', note),
  ]);
}

/** The day as people of that language write it, in Belgium. */
function dayWords(day: string, language: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(noon);
}

function maker(document: Maker) {
  return (name: string, className: string, inside: string | readonly (HTMLElement | null)[]): HTMLElement => {
    const element = document.createElement(name);
    if (className !== '') element.className = className;
    if (typeof inside === 'string') element.textContent = inside;
    else element.append(...inside.filter((child) => child !== null));
    return element;
  };
}
