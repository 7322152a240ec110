import { Check, CircleAlert, LoaderCircle, Printer } from 'lucide-react';
import type { Ticket } from '../../../src-main/contract/ticket.ts';
import { Pill } from '../../ui/Pill.tsx';
import { useWords } from '../here.tsx';
import type { PrintStatus, PrintView } from './print-view.ts';
import { usePrint } from './use-print.ts';
import './print-ticket.css';

const ICONS = {
  busy: LoaderCircle,
  printing: LoaderCircle,
  printed: Check,
  'given-up': CircleAlert,
  'out-of-paper': CircleAlert,
  offline: CircleAlert,
  failed: CircleAlert,
  'too-long': CircleAlert,
  enough: CircleAlert,
} as const satisfies Record<PrintStatus, unknown>;

type PrintTicketProps = {
  /** Makes the ticket when it is wanted. */
  readonly ticket: () => Ticket;
};

/** Offers to print, and says how it goes; nothing at all on a terminal without a printer. */
export function PrintTicket({ ticket }: PrintTicketProps) {
  const { view, print } = usePrint();
  return view && <PrintOffer view={view} onPrint={() => print(ticket())} />;
}

type PrintOfferProps = { readonly view: NonNullable<PrintView>; readonly onPrint: () => void };

/** The pill and the sentence under it, as the rule of `print-view.ts` has them. */
export function PrintOffer({ view: { offered, status }, onPrint }: PrintOfferProps) {
  const { t } = useWords();
  return (
    <section className="print" aria-label={t('print.label')} data-print={status ?? 'ready'}>
      {offered && (
        <Pill
          look="outline"
          data-action="print"
          start={<Printer aria-hidden size="4rem" strokeWidth={2.2} />}
          onClick={onPrint}
        >
          {t(status === 'printed' ? 'print.again' : 'print.button')}
        </Pill>
      )}
      <p className="print__status" aria-live="polite">
        {status && <Status status={status} />}
      </p>
    </section>
  );
}

function Status({ status }: { readonly status: PrintStatus }) {
  const { t } = useWords();
  const Icon = ICONS[status];
  return (
    <>
      <Icon aria-hidden size="3.8rem" strokeWidth={2.4} />
      <span>{t(`print.${status}`)}</span>
    </>
  );
}
