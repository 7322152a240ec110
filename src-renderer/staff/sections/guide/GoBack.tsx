import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { StaffEditions } from '../../../../src-main/contract/staff.ts';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Asked } from '../../parts/Asked.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';

type Outcome = { readonly kind: 'none' | 'no' | 'failed' } | { readonly kind: 'done'; readonly to: number };

type GoBackProps = { readonly editions: StaffEditions; readonly onDone: () => void };

/** Shows the edition before the one on show, and says what that means. */
export function GoBack({ editions: { shown, previous }, onDone }: GoBackProps) {
  const { desk, t, whileBusy } = useStaff();
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });

  const goBack = (from: number, to: number) => {
    setAsked(false);
    whileBusy(desk.goBack({ from }))
      .then(
        (answer) => setOutcome(answer === 'done' ? { kind: 'done', to } : { kind: 'no' }),
        () => setOutcome({ kind: 'failed' }),
      )
      .finally(onDone);
  };

  const told = <GoneBack outcome={outcome} />;
  if (shown === null || previous === null) {
    return (
      <Card title={t('guide.back')} text={t('guide.back-none')}>
        {told}
      </Card>
    );
  }
  const meaning = t('guide.back-text', { from: shown, to: previous });
  return (
    <Card title={t('guide.back')} text={meaning}>
      <Pill
        look="outline"
        data-action="go-back"
        start={<Undo2 aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => setAsked(true)}
      >
        {t('guide.back-do', { to: previous })}
      </Pill>
      {told}
      {isAsked && (
        <Asked
          question={t('guide.back-ask', { to: previous })}
          text={meaning}
          yes={t('guide.back-do', { to: previous })}
          onYes={() => goBack(shown, previous)}
          onNo={() => setAsked(false)}
        />
      )}
    </Card>
  );
}

function GoneBack({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useStaff();
  if (outcome.kind === 'none') return null;
  const words =
    outcome.kind === 'done'
      ? t('guide.back-done', { to: outcome.to })
      : t(outcome.kind === 'no' ? 'guide.back-no' : 'page.failed');
  return (
    <Told tone={outcome.kind === 'done' ? 'good' : 'bad'} name={`back-${outcome.kind}`}>
      {words}
    </Told>
  );
}
