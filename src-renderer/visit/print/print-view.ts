import { assertNever } from '../../../content/model/assert-never.ts';
import type { PrinterState, PrintProgress, PrintRefusal } from '../../../src-main/contract/printing.ts';

/** What became of this visit's wish to print. */
export type PrintWish =
  | { readonly kind: 'none' }
  /** Touched, not yet answered. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'accepted'; readonly progress: PrintProgress }
  | { readonly kind: 'refused'; readonly why: PrintRefusal };

/** What is said about printing; each has its words. */
export type PrintStatus =
  | 'busy'
  | 'printing'
  | 'printed'
  | 'given-up'
  | 'out-of-paper'
  | 'offline'
  | 'failed'
  | 'too-long'
  | 'enough';

/** What the visitor sees: whether printing is offered, and what is said about it. Null: not a word of printing. */
export type PrintView = { readonly offered: boolean; readonly status: PrintStatus | null } | null;

const said = (status: PrintStatus): PrintView => ({ offered: false, status });
const offered = (status: PrintStatus | null): PrintView => ({ offered: true, status });

/** The rule of what is shown; `printer` is null until the terminal has answered for the first time. */
export function printView(printer: PrinterState | null, wish: PrintWish): PrintView {
  if (printer === null || printer === 'none') return null;
  switch (wish.kind) {
    case 'asked':
      return said('printing');
    case 'accepted':
      return wish.progress === 'printed' || wish.progress === 'given-up'
        ? offered(wish.progress)
        : said(wish.progress);
    case 'refused':
      if (wish.why === 'too-long' || wish.why === 'enough') return said(wish.why);
      if (wish.why === 'one-at-a-time') return said('printing');
      // What was in the way then may be mended now.
      return ofPrinter(printer);
    case 'none':
      return ofPrinter(printer);
    default:
      return assertNever(wish);
  }
}

function ofPrinter(printer: Exclude<PrinterState, 'none'>): PrintView {
  if (printer === 'ready') return offered(null);
  return printer === 'busy' ? offered('busy') : said(printer);
}
