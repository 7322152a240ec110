import { useCallback, useEffect, useState } from 'react';
import type { PrinterState } from '../../../src-main/contract/printing.ts';
import type { Ticket } from '../../../src-main/contract/ticket.ts';
import { useHere } from '../here.tsx';
import { type PrintView, type PrintWish, printView } from './print-view.ts';

/** How often the printer is asked how it is while a screen offers it, in milliseconds: somebody may just be putting in paper. */
const ASK_EVERY_MS = 4_000;

/** Printing for a screen: what to show, and what a touch does. */
export function usePrint(): { readonly view: PrintView; readonly print: (ticket: Ticket) => void } {
  const { kiosk } = useHere();
  const [printer, setPrinter] = useState<PrinterState | null>(null);
  const [wish, setWish] = useState<PrintWish>({ kind: 'none' });

  useEffect(() => {
    let isHere = true;
    const ask = () =>
      kiosk.getPrinter().then(
        (state) => isHere && setPrinter(state),
        // A terminal that cannot say has no printer to offer.
        () => isHere && setPrinter('none'),
      );
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    const off = kiosk.on.printProgressed(({ progress }) => setWish({ kind: 'accepted', progress }));
    return () => {
      isHere = false;
      clearInterval(timer);
      off();
    };
  }, [kiosk]);

  const print = useCallback(
    (ticket: Ticket) => {
      setWish({ kind: 'asked' });
      kiosk.printTicket({ ticket }).then(
        (answer) =>
          // News of this ticket may have come before the answer.
          setWish((now) => {
            if (answer.kind === 'refused') return { kind: 'refused', why: answer.why };
            return now.kind === 'accepted' ? now : { kind: 'accepted', progress: 'printing' };
          }),
        () => setWish({ kind: 'refused', why: 'failed' }),
      );
    },
    [kiosk],
  );
  return { view: printView(printer, wish), print };
}
