import type { PrinterState, PrintLayout } from '../contract/printing.ts';
import type { Ticket } from '../contract/ticket.ts';

/** A ticket laid out for paper, as long as its page is open. */
export type PressedTicket = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** The size of a page. */
  readonly paper: { readonly widthMm: number; readonly heightMm: number };
  /** Prints it on a printer of the system by name, without asking anybody anything: where no queue takes a PDF. */
  readonly printOn: (printer: string) => Promise<void>;
};

/** Lays a ticket out, lets it be used, and leaves nothing of it. Rejects when it cannot be laid out, or when `use` does. */
export type Press = <Used>(
  ticket: Ticket,
  layout: PrintLayout,
  use: (pressed: PressedTicket) => Promise<Used>,
) => Promise<Used>;

/** Where a job stands; `over` is one that failed, was cancelled, or that the queue does not know any more. */
export type JobState = 'waiting' | 'printing' | 'printed' | 'over';

/** One queue of the system's printers. Every call but `look` rejects when the print system says no, or nothing. */
export type PrintQueue = {
  /** How the printer is; `failed` also when nobody answers. Never rejects. */
  readonly look: () => Promise<Exclude<PrinterState, 'none'>>;
  /** Hands a ticket over and answers the number of its job. */
  readonly submit: (ticket: PressedTicket) => Promise<number>;
  readonly stateOf: (job: number) => Promise<JobState>;
  /** Ends a job wherever it stands, and removes its bytes from the spool and its name from the history; rejects while it is still there. */
  readonly forget: (job: number) => Promise<void>;
  /** The same for every job that this terminal ever handed over. */
  readonly forgetAll: () => Promise<void>;
};
