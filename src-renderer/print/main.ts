import './print-fonts.css';
import './paper.css';
import './a4.css';
import './receipt.css';
import { LAY_OUT, type TicketForPaper } from '../../src-main/contract/printing.ts';
import { layOut } from './lay-out.ts';

// Called from behind the glass; this page itself can call nobody.
Object.assign(window, {
  [LAY_OUT]: async (given: TicketForPaper): Promise<number> => {
    document.documentElement.lang = given.ticket.language;
    document.body.replaceChildren(layOut(given, document));
    // Asking for a height makes the page look for its fonts, and only then can be waited for them.
    measuredMm();
    await document.fonts.ready;
    for (const title of document.querySelectorAll<HTMLElement>('h1, h2')) fit(title);
    return measuredMm();
  },
});

/** Below this part of its size a title is broken inside a word rather than made smaller. */
const SMALLEST = 0.6;

/** A long word (Dutch has many) makes its title smaller instead of being broken in the middle. */
function fit(title: HTMLElement): void {
  title.style.overflowWrap = 'normal';
  const fits = title.clientWidth / Math.max(1, title.scrollWidth);
  title.style.overflowWrap = '';
  if (fits < 1) title.style.setProperty('--fit', String(Math.max(SMALLEST, fits - 0.02)));
}

/** How high the ticket is, in millimetres. */
function measuredMm(): number {
  const height = document.body.firstElementChild?.getBoundingClientRect().height ?? 0;
  return (height * 25.4) / 96;
}
