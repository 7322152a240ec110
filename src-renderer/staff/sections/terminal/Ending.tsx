import { LogOut, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Asked } from '../../parts/Asked.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';

const ICONS = { restart: RotateCcw, exit: LogOut } as const;

/** Ends the application, to be started again or for the system below it; asks first. */
export function Ending({ how }: { readonly how: 'restart' | 'exit' }) {
  const { desk, t } = useStaff();
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<'none' | 'ending' | 'no' | 'failed'>('none');
  const Icon = ICONS[how];

  const end = () => {
    setAsked(false);
    const ended = how === 'restart' ? desk.restart().then(() => 'leaving' as const) : desk.exitToSystem();
    ended.then(
      (answer) => setOutcome(answer === 'leaving' ? 'ending' : 'no'),
      () => setOutcome('failed'),
    );
  };
  const text = t(`terminal.${how}-text`);
  return (
    <Card title={t(`terminal.${how}`)} text={text}>
      <Pill
        look="outline"
        data-action={how}
        start={<Icon aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => setAsked(true)}
      >
        {t(`terminal.${how}-do`)}
      </Pill>
      {outcome === 'ending' && how === 'restart' && (
        <Told tone="plain" name="restarting">
          {t('terminal.restarting')}
        </Told>
      )}
      {(outcome === 'no' || outcome === 'failed') && (
        <Told tone="bad" name={`${how}-${outcome}`}>
          {t(outcome === 'no' ? 'terminal.exit-no' : 'page.failed')}
        </Told>
      )}
      {isAsked && (
        <Asked
          question={t(`terminal.${how}-ask`)}
          text={text}
          yes={t(`terminal.${how}-do`)}
          onYes={end}
          onNo={() => setAsked(false)}
        />
      )}
    </Card>
  );
}
