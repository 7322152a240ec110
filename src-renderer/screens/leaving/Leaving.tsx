import { ArrowRight, QrCode } from 'lucide-react';
import { Pill } from '../../ui/Pill.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Station } from '../../ui/Station.tsx';
import { Title } from '../../ui/Title.tsx';
import { gathered, stillToTake } from '../../visit/gathered.ts';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import { RemembersEntry } from '../../visit/RemembersEntry.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useEndVisit } from '../../visit/use-end-visit.ts';
import { useVisit } from '../../visit/visit-store.ts';
import './leaving.css';

/** The end of a visit: what will be forgotten, the takeaway once, and one touch to go. */
export function Leaving({ stop, back, languageSwitch }: ScreenProps) {
  const { navigator } = useHere();
  const { t } = useWords();
  const areaRef = useKeptPlace(stop);
  const end = useEndVisit();
  const visit = useVisit();
  const { read, ticked, planned } = gathered(visit);
  const toTake = stillToTake(visit);
  const lines = [
    ...(planned > 0 ? [{ what: 'planned', words: t('leaving.planned', { count: planned }) }] : []),
    ...(ticked > 0 ? [{ what: 'ticked', words: t('leaving.ticked', { count: ticked }) }] : []),
    ...(read > 0 ? [{ what: 'read', words: t('leaving.read', { count: read }) }] : []),
  ];
  return (
    <ScreenFrame
      line="ink"
      head="plain"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="leaving-title">
          <Title>{t('leaving.title')}</Title>
          <p>{t('leaving.forgets')}</p>
        </div>
      }
    >
      <div className="leaving">
        <ul className="leaving__line">
          {lines.map(({ what, words }) => (
            <li key={what} data-forgets={what}>
              <Station />
              {words}
            </li>
          ))}
          <li className="leaving__nothing">{t('leaving.nothing')}</li>
        </ul>
        {toTake && (
          <section className="leaving__take">
            <h2>{t('leaving.take')}</h2>
            <Pill
              data-action="take-first"
              start={<QrCode aria-hidden size="4.8rem" strokeWidth={2.2} />}
              onClick={() => void navigator.to({ screen: 'takeaway', of: toTake })}
            >
              {t(toTake.what === 'plan' ? 'takeaway.buttonPlan' : 'takeaway.buttonRemains')}
            </Pill>
          </section>
        )}
        <Pill
          look={toTake ? 'outline' : 'solid'}
          data-action="leave"
          end={<ArrowRight aria-hidden size="4.8rem" strokeWidth={2.4} />}
          onClick={() => end('done')}
        >
          {t('leaving.end')}
        </Pill>
        <RemembersEntry />
      </div>
    </ScreenFrame>
  );
}
