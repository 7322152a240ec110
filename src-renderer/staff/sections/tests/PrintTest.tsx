import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PrinterState, PrintProgress, PrintRefusal } from '../../../../src-main/contract/printing.ts';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';
import { useAnswerNow } from '../../use-answer.ts';

/** How often the printer is asked how it is, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

type Print = 'none' | 'asking' | 'accepted' | 'broken' | PrintProgress | PrintRefusal;

const BAD: ReadonlySet<Print> = new Set([
  'broken',
  'given-up',
  'out-of-paper',
  'offline',
  'failed',
  'too-long',
]);

/** A small ticket on the terminal's own printer, by the very way that visitors' tickets take. */
export function PrintTest() {
  const { desk, t, language, briefing, whileBusy } = useStaff();
  const { answer } = useAnswerNow(desk.getPrinter, LOOK_EVERY_MS);
  const [print, setPrint] = useState<Print>('none');
  useEffect(() => desk.on.printProgressed(({ progress }) => setPrint(progress)), [desk]);

  const printer: PrinterState | null = answer.kind === 'answered' ? answer.value : null;
  if (printer === 'none') return <Card title={t('tests.print')} text={t('tests.print-none')} />;

  const doPrint = () => {
    setPrint('asking');
    const lines = [{ text: t('tests.print-line'), mark: 'station' as const }];
    const ticket = {
      language,
      title: t('tests.print-title'),
      lead: t('tests.print-lead'),
      sections: [{ lines }],
      footer: t('tests.print-footer', { id: briefing.terminal.id }),
    };
    whileBusy(desk.printTest({ ticket })).then(
      (given) =>
        setPrint((before) =>
          before !== 'asking' ? before : given.kind === 'accepted' ? 'accepted' : given.why,
        ),
      () => setPrint('broken'),
    );
  };
  return (
    <Card title={t('tests.print')} text={t('tests.print-text')}>
      <Pill
        look="outline"
        data-action="print-test"
        aria-disabled={print === 'asking'}
        start={<Printer aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => print !== 'asking' && doPrint()}
      >
        {t('tests.print-do')}
      </Pill>
      {printer !== null && (
        <Told tone={BAD.has(printer as Print) ? 'bad' : 'plain'} name={`printer-${printer}`}>
          {t('status.printer')}
          {' · '}
          {t(`printer.${printer}`)}
        </Told>
      )}
      {print !== 'none' && print !== 'asking' && (
        <Told tone={BAD.has(print) ? 'bad' : print === 'printed' ? 'good' : 'plain'} name={`print-${print}`}>
          {print === 'broken' ? t('page.failed') : t(`printer.${print}`)}
        </Told>
      )}
    </Card>
  );
}
