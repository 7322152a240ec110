import { Eraser, EyeOff, Footprints, Tally5 } from 'lucide-react';
import type { ReactNode } from 'react';
import { COUNTED_EVENTS } from '../../../src-main/contract/counted-events.ts';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Station } from '../../ui/Station.tsx';
import { Title } from '../../ui/Title.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import { warningLength } from '../../visit/idle.ts';
import { useHasPrinter } from '../../visit/print/use-has-printer.ts';
import type { ScreenProps } from '../../visit/screen-props.ts';
import './remembers.css';

const MINUTE_MS = 60_000;

/** What this terminal keeps of a visitor, in the order of a visit: never, meanwhile, at the end, and what is left of all. */
export function Remembers({ stop, back, languageSwitch }: ScreenProps) {
  const { briefing } = useHere();
  const { t } = useWords();
  const areaRef = useKeptPlace(stop);
  const hasPrinter = useHasPrinter();
  const restMs = briefing.idle.warnAfterMs + warningLength(briefing.idle);
  return (
    <ScreenFrame
      line="ink"
      head="plain"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="remembers-title">
          <Title>{t('remembers.title')}</Title>
          <p>{t('remembers.lead')}</p>
        </div>
      }
    >
      <ol className="remembers">
        <Kept icon={<EyeOff />} anchor="never" title={t('remembers.never')}>
          <p>{t('remembers.neverText')}</p>
        </Kept>
        <Kept icon={<Footprints />} anchor="during" title={t('remembers.during')}>
          <p>{t('remembers.duringText')}</p>
        </Kept>
        <Kept icon={<Eraser />} anchor="end" title={t('remembers.end')}>
          <p>
            {t('remembers.endText', { done: t('bar.done'), count: Math.ceil(restMs / MINUTE_MS) })}
            {hasPrinter && ` ${t('remembers.print')}`}
          </p>
        </Kept>
        <Kept icon={<Tally5 />} anchor="counted" title={t('remembers.counted')}>
          {briefing.statistics ? <Counted /> : <p>{t('remembers.nothing')}</p>}
        </Kept>
      </ol>
    </ScreenFrame>
  );
}

type KeptProps = {
  readonly icon: ReactNode;
  /** The same in every language. */
  readonly anchor: string;
  readonly title: string;
  readonly children: ReactNode;
};

function Kept({ icon, anchor, title, children }: KeptProps) {
  return (
    <li className="kept" data-anchor={anchor}>
      <Station size="large">{icon}</Station>
      <h2>{title}</h2>
      <div className="kept__words">{children}</div>
    </li>
  );
}

/** Everything the contract lets this terminal count, one line each: the list on screen cannot be shorter than the promise. */
function Counted() {
  const { t } = useWords();
  return (
    <>
      <p>{t('remembers.counts')}</p>
      <ul data-counted>
        {COUNTED_EVENTS.map((event) => (
          <li key={event}>{t(`remembers.what.${event}`)}</li>
        ))}
      </ul>
      <p>{t('remembers.onlyNumbers')}</p>
    </>
  );
}
