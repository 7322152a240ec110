import { Wrench } from 'lucide-react';
import { useState } from 'react';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';

/** Puts the terminal out of service, or back: visitors see it at once, and it survives a restart. */
export function Maintenance() {
  const { desk, t, briefing, whileBusy, changed } = useStaff();
  const [trouble, setTrouble] = useState<'none' | 'not-kept' | 'failed'>('none');
  const isOn = briefing.maintenance;
  const set = () => {
    whileBusy(desk.setMaintenance({ isOn: !isOn }))
      .then(
        ({ isKept }) => setTrouble(isKept ? 'none' : 'not-kept'),
        () => setTrouble('failed'),
      )
      .finally(changed);
  };
  return (
    <Card title={t('terminal.maintenance')}>
      <Told tone={isOn ? 'bad' : 'good'} name={`maintenance-${isOn ? 'on' : 'off'}`}>
        {t(isOn ? 'terminal.maintenance-on' : 'terminal.maintenance-off')}
      </Told>
      <Pill
        look={isOn ? 'solid' : 'outline'}
        data-action="maintenance"
        start={<Wrench aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={set}
      >
        {t(isOn ? 'terminal.end' : 'terminal.begin')}
      </Pill>
      {trouble !== 'none' && (
        <Told tone="bad" name={`maintenance-${trouble}`}>
          {t(trouble === 'failed' ? 'page.failed' : 'terminal.not-kept')}
        </Told>
      )}
    </Card>
  );
}
