import { type Session, type WebContents, WebContentsView } from 'electron';
import {
  A4_MM,
  LAY_OUT,
  PRINT_PAGE,
  type PrintLayout,
  ROLL_MM,
  type TicketForPaper,
} from '../contract/printing.ts';
import { seatPreferences } from '../lockdown/preferences.ts';
import type { Press, PressedTicket } from '../takeaway/print-queue.ts';
import type { Clock } from './clock.ts';

/** What laying out needs. */
export type PressParts = {
  /** A session of its own, in memory only, that is served the built pages and nothing else. */
  readonly session: Session;
  /** The day on the centre's calendar, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly clock: Pick<Clock, 'after'>;
  /** How long one ticket may take, in milliseconds. */
  readonly withinMs: number;
};

/** Margins of a sheet in millimetres: what every printer can reach, and room for a hole punch on the left. */
const SHEET_MARGINS_MM = { top: 14, right: 16, bottom: 16, left: 20 } as const;

/** "2 / 3" at the foot of every sheet; Chromium fills the numbers in. */
const NUMBERED = {
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="width: 100%; padding-right: 16mm; text-align: right; font: 9pt sans-serif">' +
    '<span class="pageNumber"></span> / <span class="totalPages"></span></div>',
} as const;

const MM_IN_AN_INCH = 25.4;
const inches = (mm: number) => mm / MM_IN_AN_INCH;

/** Lays tickets out in a page that nobody sees: it has no preload, can reach nothing, and its process ends with the ticket. */
export function ticketPress({ session, today, clock, withinMs }: PressParts): Press {
  return async (ticket, layout, use) => {
    const view = new WebContentsView({
      webPreferences: seatPreferences({ session, preload: null, developerTools: false }),
    });
    const contents = view.webContents;
    try {
      return await inTime(clock, withinMs, async () => {
        await contents.loadURL(PRINT_PAGE);
        const given: TicketForPaper = { ticket, layout, printedOn: today() };
        const heightMm: unknown = await contents.executeJavaScript(`${LAY_OUT}(${JSON.stringify(given)})`);
        if (typeof heightMm !== 'number')
          throw new Error('The page of tickets did not say how high the ticket is.');
        return use(await pressed(contents, layout, heightMm));
      });
    } finally {
      if (!contents.isDestroyed()) contents.close();
    }
  };
}

async function pressed(contents: WebContents, layout: PrintLayout, ticketMm: number): Promise<PressedTicket> {
  const paper =
    layout === 'a4'
      ? { widthMm: A4_MM.width, heightMm: A4_MM.height }
      : // One millimetre more, or rounding would push the last line on to a second piece.
        { widthMm: ROLL_MM, heightMm: Math.ceil(ticketMm) + 1 };
  const margins = layout === 'a4' ? SHEET_MARGINS_MM : { top: 0, right: 0, bottom: 0, left: 0 };
  const options = {
    pageSize: { width: inches(paper.widthMm), height: inches(paper.heightMm) },
    margins: {
      top: inches(margins.top),
      right: inches(margins.right),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
    },
    printBackground: true,
    generateTaggedPDF: false,
  };
  let pdf = await contents.printToPDF(options);
  const pages = pagesOf(pdf);
  // Several sheets fall apart: then, and only then, they are numbered.
  if (pages > 1) pdf = await contents.printToPDF({ ...options, ...NUMBERED });
  return {
    pdf,
    pages,
    paper,
    printOn: (printer) => printSilently(contents, printer, paper),
  };
}

/** How many pages a PDF of Chromium has: its page objects are written in the clear. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

function printSilently(
  contents: WebContents,
  printer: string,
  { widthMm, heightMm }: PressedTicket['paper'],
): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print(
      {
        silent: true,
        deviceName: printer,
        copies: 1,
        printBackground: true,
        margins: { marginType: widthMm === A4_MM.width ? 'default' : 'none' },
        // In microns.
        pageSize: { width: widthMm * 1_000, height: heightMm * 1_000 },
      },
      (done, why) => (done ? resolve() : reject(new Error(`The system did not print: ${why}`))),
    );
  });
}

async function inTime<Value>(
  clock: Pick<Clock, 'after'>,
  withinMs: number,
  work: () => Promise<Value>,
): Promise<Value> {
  let stop = () => {};
  const late = new Promise<never>((_resolve, reject) => {
    stop = clock.after(withinMs, () => reject(new Error('A ticket took too long to be laid out')));
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    stop();
  }
}
