import { useStaff } from '../here.tsx';
import { Card } from '../parts/Card.tsx';
import { useAnswerNow } from '../use-answer.ts';
import { Channel } from './guide/Channel.tsx';
import { GoBack } from './guide/GoBack.tsx';
import { Sticks } from './guide/Sticks.tsx';
import { SyncNow } from './guide/SyncNow.tsx';

/** How often the edition on show is asked for, in milliseconds: one that is being tried comes by itself. */
const LOOK_EVERY_MS = 5_000;

/** The guide of this terminal: where it comes from, what is on show, and the way back. */
export function GuideSection() {
  const { desk, t } = useStaff();
  const { answer, again } = useAnswerNow(desk.getEditions, LOOK_EVERY_MS);
  const editions = answer.kind === 'answered' ? answer.value : null;
  return (
    <>
      <h1>{t('guide.title')}</h1>
      <Card title={t('guide.shown')}>
        <p className="staff__figure" data-shown={editions?.shown ?? ''}>
          {editions?.shown ?? t('guide.none')}
        </p>
      </Card>
      <SyncNow onChanged={again} />
      <Channel onChanged={again} />
      <Sticks onRead={again} />
      {editions !== null && <GoBack editions={editions} onDone={again} />}
    </>
  );
}
