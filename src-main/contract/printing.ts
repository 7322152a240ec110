import { z } from 'zod';
import type { Ticket } from './ticket.ts';

/** The two papers a ticket is laid out for: sheets, or a roll of 80 mm. */
export const PRINT_LAYOUTS = ['a4', 'receipt-80mm'] as const;
export const printLayout = z.enum(PRINT_LAYOUTS);
export type PrintLayout = z.infer<typeof printLayout>;

/** Why nothing comes out of a printer, as far as somebody in front of it can do something about it. */
export const PRINTER_TROUBLES = ['out-of-paper', 'offline', 'failed'] as const;
export const printerTrouble = z.enum(PRINTER_TROUBLES);
export type PrinterTrouble = z.infer<typeof printerTrouble>;

/** How the printer of this terminal is; `none` where it has none, and then nothing on the screens speaks of printing. */
export const printerState = z.enum(['none', 'ready', 'busy', ...PRINTER_TROUBLES]);
export type PrinterState = z.infer<typeof printerState>;

/** Why a ticket is not printed; `enough` is a visit that has printed a lot already, `too-long` a ticket over the page limit. */
export const printRefusal = z.enum(['none', 'one-at-a-time', 'enough', 'too-long', ...PRINTER_TROUBLES]);
export type PrintRefusal = z.infer<typeof printRefusal>;

/** What comes of a wish to print: the print system has it, or does not. */
export const printAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted') }),
  z.strictObject({ kind: z.literal('refused'), why: printRefusal }),
]);
export type PrintAnswer = Readonly<z.infer<typeof printAnswer>>;

/** How far an accepted ticket is; after `printed` and `given-up` nothing more is heard of it. */
export const printProgress = z.enum(['printing', 'printed', 'given-up', ...PRINTER_TROUBLES]);
export type PrintProgress = z.infer<typeof printProgress>;

/** What the page that lays tickets out is given. */
export type TicketForPaper = {
  readonly ticket: Ticket;
  readonly layout: PrintLayout;
  /** The day on the centre's calendar, `YYYY-MM-DD`. */
  readonly printedOn: string;
};

/** The page that lays tickets out, and the one function it has. */
export const PRINT_PAGE = 'kiosk://visitor/print/index.html';
export const LAY_OUT = 'layOutTicket';

/** Width and height of a sheet of A4, in millimetres. */
export const A4_MM = { width: 210, height: 297 } as const;

/** Width of the roll, in millimetres; as much is cut off its length as the ticket needs. */
export const ROLL_MM = 80;
