import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import { Pill } from '../../../ui/Pill.tsx';
import { playChime } from '../../../visit/chime.ts';
import { useStaff } from '../../here.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';
import { Volume } from './Volume.tsx';

/** Plays the notes of the idle warning, at once after a change of the volume, too: what staff do not hear, visitors do not hear either. */
export function SoundTest() {
  const { t } = useStaff();
  const [played, setPlayed] = useState<'none' | 'played' | 'failed'>('none');
  const play = async () => {
    try {
      const context = new AudioContext();
      // Without a sound device a context never runs, and says nothing.
      await context.resume();
      playChime(context);
      setPlayed('played');
    } catch {
      setPlayed('failed');
    }
  };
  return (
    <Card title={t('tests.sound')} text={t('tests.sound-text')}>
      <Volume onChanged={() => void play()} />
      <Pill
        look="outline"
        data-action="sound-test"
        start={<Volume2 aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => void play()}
      >
        {t('tests.sound-play')}
      </Pill>
      {played !== 'none' && (
        <Told tone={played === 'played' ? 'plain' : 'bad'} name="sound">
          {t(played === 'played' ? 'tests.sound-played' : 'tests.sound-none')}
        </Told>
      )}
    </Card>
  );
}
