import { Signpost, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { StaffChannels } from '../../../../src-main/contract/staff.ts';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Asked } from '../../parts/Asked.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';
import { useAnswerNow } from '../../use-answer.ts';

type Outcome =
  | { readonly kind: 'none' | 'no' | 'failed' }
  | { readonly kind: 'done' | 'not-kept'; readonly channel: string };

/** The channel this terminal follows, and the others that the server has signed, where the settings let staff choose. */
export function Channel({ onChanged }: { readonly onChanged: () => void }) {
  const { desk, t, whileBusy } = useStaff();
  const { answer, again } = useAnswerNow(desk.getChannels);
  const [asked, setAsked] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  if (answer.kind === 'failed')
    return (
      <Card title={t('guide.channel')}>
        <Told tone="bad" name="failed">
          {t('page.failed')}
        </Told>
      </Card>
    );
  if (answer.kind !== 'answered') return null;
  const { current, inSettings, mayChoose, known } = answer.value;

  const follow = (channel: string) => {
    setAsked(null);
    whileBusy(desk.setChannel({ channel: channel === inSettings ? null : channel }))
      .then(
        (kind) => setOutcome(kind === 'no' ? { kind } : { kind, channel }),
        () => setOutcome({ kind: 'failed' }),
      )
      .finally(() => {
        again();
        onChanged();
      });
  };

  return (
    <Card title={t('guide.channel')} text={t('guide.channel-text', { channel: current })}>
      {current !== inSettings && (
        <Told tone="bad" name="channel-chosen">
          {t('guide.channel-chosen', { channel: inSettings })}
        </Told>
      )}
      {mayChoose ? (
        <Others channels={answer.value} onAsked={setAsked} />
      ) : (
        <p className="card__text">{t('guide.channel-fixed')}</p>
      )}
      {mayChoose && known.length === 1 && <p className="card__text">{t('guide.channel-only')}</p>}
      <Followed outcome={outcome} />
      {asked !== null && (
        <Asked
          question={t('guide.channel-ask', { channel: asked })}
          text={t('guide.channel-meaning')}
          yes={t('guide.channel-follow', { channel: asked })}
          onYes={() => follow(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </Card>
  );
}

type OthersProps = { readonly channels: StaffChannels; readonly onAsked: (channel: string) => void };

function Others({ channels: { current, inSettings, known }, onAsked }: OthersProps) {
  const { t } = useStaff();
  return known
    .filter((channel) => channel !== current)
    .map((channel) => {
      const isBack = channel === inSettings;
      const Icon = isBack ? Undo2 : Signpost;
      return (
        <Pill
          key={channel}
          look={isBack ? 'solid' : 'outline'}
          data-channel={channel}
          start={<Icon aria-hidden size="3.4rem" strokeWidth={2.4} />}
          onClick={() => onAsked(channel)}
        >
          {t(isBack ? 'guide.channel-back' : 'guide.channel-follow', { channel })}
        </Pill>
      );
    });
}

function Followed({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useStaff();
  switch (outcome.kind) {
    case 'none':
      return null;
    case 'done':
    case 'not-kept':
      return (
        <>
          <Told tone="good" name="channel-done">
            {t('guide.channel-done', { channel: outcome.channel })}
          </Told>
          {outcome.kind === 'not-kept' && (
            <Told tone="bad" name="channel-not-kept">
              {t('terminal.not-kept')}
            </Told>
          )}
        </>
      );
    default:
      return (
        <Told tone="bad" name={`channel-${outcome.kind}`}>
          {t(outcome.kind === 'no' ? 'guide.channel-no' : 'page.failed')}
        </Told>
      );
  }
}
