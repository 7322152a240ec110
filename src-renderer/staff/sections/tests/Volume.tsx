import { Undo2, Volume1, Volume2 } from 'lucide-react';
import { useState } from 'react';
import type { StaffVolume } from '../../../../src-main/contract/staff.ts';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Told } from '../../parts/Told.tsx';
import { useAnswerNow } from '../../use-answer.ts';
import { louder, quieter } from './volume-steps.ts';

/** How loud the terminal is; louder and quieter where the machine and the settings allow it. */
export function Volume({ onChanged }: { readonly onChanged: () => void }) {
  const { desk, t } = useStaff();
  const { answer, again } = useAnswerNow(desk.getVolume);
  const [trouble, setTrouble] = useState<'none' | 'not-kept' | 'failed'>('none');
  if (answer.kind === 'failed')
    return (
      <Told tone="bad" name="failed">
        {t('page.failed')}
      </Told>
    );
  if (answer.kind !== 'answered') return null;
  const volume = answer.value;
  const set = (percent: number | null) => {
    desk
      .setVolume({ percent })
      .then(
        ({ isKept }) => {
          setTrouble(isKept ? 'none' : 'not-kept');
          onChanged();
        },
        () => setTrouble('failed'),
      )
      .finally(again);
  };
  if (volume.percent === null) return <p className="card__text">{t('tests.volume-unknown')}</p>;
  return (
    <>
      <p className="staff__figure" data-volume={volume.percent}>
        {t('tests.volume', { percent: volume.percent })}
      </p>
      {volume.mayChoose ? (
        <Steps volume={{ ...volume, percent: volume.percent }} onSet={set} />
      ) : (
        <p className="card__text">{t('tests.volume-fixed')}</p>
      )}
      {trouble !== 'none' && (
        <Told tone="bad" name={`volume-${trouble}`}>
          {t(trouble === 'failed' ? 'page.failed' : 'terminal.not-kept')}
        </Told>
      )}
    </>
  );
}

type StepsProps = {
  readonly volume: StaffVolume & { readonly percent: number };
  readonly onSet: (percent: number | null) => void;
};

function Steps({ volume, onSet }: StepsProps) {
  const { t } = useStaff();
  const { percent, inSettings } = volume;
  const [down, up] = [quieter(volume), louder(volume)];
  return (
    <div className="staff__row">
      <Pill
        look="outline"
        data-action="quieter"
        aria-disabled={down === null}
        start={<Volume1 aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => down !== null && onSet(down)}
      >
        {t('tests.volume-quieter')}
      </Pill>
      <Pill
        look="outline"
        data-action="louder"
        aria-disabled={up === null}
        start={<Volume2 aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => up !== null && onSet(up)}
      >
        {t('tests.volume-louder')}
      </Pill>
      {inSettings !== null && inSettings !== percent && (
        <Pill
          look="outline"
          data-action="volume-of-settings"
          start={<Undo2 aria-hidden size="3.4rem" strokeWidth={2.4} />}
          onClick={() => onSet(null)}
        >
          {t('tests.volume-settings', { percent: inSettings })}
        </Pill>
      )}
    </div>
  );
}
