import { type Session, webContents } from 'electron';
import { machineClock } from '../platform/clock.ts';
import { ticketPress } from '../platform/ticket-press.ts';
import type { TerminalSettings } from '../provisioning/terminal-settings.ts';
import { PRESS_WITHIN_MS } from '../takeaway/limits.ts';
import { createPrinting, noPrinting, type Printing, type PrintingParts } from '../takeaway/printing.ts';
import { queueHere } from '../takeaway/queue-here.ts';

/** Printing on the queue that the settings name. */
export function openPrinting(
  { name, layout }: TerminalSettings['printer'],
  {
    session: ownSession,
    today,
    tell,
    log,
  }: { readonly session: Session; readonly today: () => string } & Pick<PrintingParts, 'tell' | 'log'>,
): Printing {
  if (name === null) return noPrinting;
  const printers = async () => {
    const [anyContents] = webContents.getAllWebContents();
    return (await anyContents?.getPrintersAsync())?.map((printer) => printer.name) ?? [];
  };
  return createPrinting({
    queue: queueHere({ name, printers, log }),
    layout,
    press: ticketPress({ session: ownSession, today, clock: machineClock, withinMs: PRESS_WITHIN_MS }),
    tell,
    clock: machineClock,
    log,
  });
}
