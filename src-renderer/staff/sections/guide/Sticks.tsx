import { Usb } from 'lucide-react';
import { useState } from 'react';
import type { StickAnswer } from '../../../../src-main/contract/staff.ts';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';
import { useAnswer } from '../../use-answer.ts';
import { Receipt } from './Receipt.tsx';

type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly answer: StickAnswer }
  | { readonly kind: 'broken' };

/** Looks for sticks, reads one, and shows the receipt. */
export function Sticks({ onRead }: { readonly onRead: () => void }) {
  const { desk, t, whileBusy } = useStaff();
  const { answer, again } = useAnswer(desk.findSticks);
  const [reading, setReading] = useState<Reading>({ kind: 'none' });

  const read = (stick: string) => {
    setReading({ kind: 'reading' });
    whileBusy(desk.importStick({ stick }))
      .then(
        (brought) => setReading({ kind: 'read', answer: brought }),
        () => setReading({ kind: 'broken' }),
      )
      .finally(onRead);
  };
  const isReading = reading.kind === 'reading';

  return (
    <Card title={t('guide.sticks')} text={t('guide.sticks-text')}>
      <Pill
        look="outline"
        data-action="find-sticks"
        aria-disabled={isReading}
        start={<Usb aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => {
          if (isReading) return;
          setReading({ kind: 'none' });
          again();
        }}
      >
        {t('guide.look')}
      </Pill>
      {answer.kind === 'failed' && <Failed />}
      {answer.kind === 'answered' && answer.value.length === 0 && (
        <Told tone="plain" name="no-sticks">
          {t('guide.no-sticks')}
        </Told>
      )}
      {answer.kind === 'answered' &&
        answer.value.map((stick) => (
          <div key={stick} className="staff__row">
            <code className="staff__path">{stick}</code>
            <Pill data-stick={stick} aria-disabled={isReading} onClick={() => !isReading && read(stick)}>
              {t('guide.read')}
            </Pill>
          </div>
        ))}
      {isReading && (
        <Told tone="plain" name="reading">
          {t('guide.reading')}
        </Told>
      )}
      {reading.kind === 'broken' && <Failed />}
      {reading.kind === 'read' && <Brought answer={reading.answer} />}
    </Card>
  );
}

function Failed() {
  const { t } = useStaff();
  return (
    <Told tone="bad" name="failed">
      {t('page.failed')}
    </Told>
  );
}

function Brought({ answer }: { readonly answer: StickAnswer }) {
  const { t } = useStaff();
  if (answer.kind === 'receipt') return <Receipt receipt={answer.receipt} />;
  if (answer.kind === 'gone') {
    return (
      <Told tone="bad" name="stick-gone">
        {t('guide.stick-gone')}
      </Told>
    );
  }
  return (
    <>
      <Told tone="bad" name="stick-refused">
        {t('guide.stick-refused')}
      </Told>
      <p className="card__text" lang="en">
        {answer.sentence}
      </p>
    </>
  );
}
