import { useStaff } from '../here.tsx';
import { Card } from '../parts/Card.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Ending } from './terminal/Ending.tsx';
import { IdentityCode } from './terminal/IdentityCode.tsx';
import { Maintenance } from './terminal/Maintenance.tsx';

/** Which terminal this is, whether it serves, and its end. */
export function TerminalSection() {
  const { t, briefing } = useStaff();
  const { id, place, zone } = briefing.terminal;
  const none = t('page.none');
  return (
    <>
      <h1>{t('terminal.title')}</h1>
      <Card title={t('terminal.identity')} text={t('terminal.identity-text')}>
        <IdentityCode />
        <Facts
          facts={[
            [t('terminal.id'), id],
            [t('terminal.place'), place ?? none],
            [t('terminal.zone'), zone ?? none],
            [t('terminal.version'), briefing.version],
          ]}
        />
      </Card>
      <div className="staff__column">
        <Maintenance />
        <Ending how="restart" />
        {briefing.mayExit && <Ending how="exit" />}
      </div>
    </>
  );
}
