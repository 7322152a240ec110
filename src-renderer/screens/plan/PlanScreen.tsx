import { QrCode } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { Pill } from '../../ui/Pill.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import { PLAN_STEPS, type Plan, type PlanStep, type PlanStop, planKey, withStop } from '../../visit/plan.ts';
import { removePlanned, restorePlanned, usePlan } from '../../visit/plan-store.ts';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { Invitation } from './Invitation.tsx';
import { RemovedStop } from './RemovedStop.tsx';
import { Stop } from './Stop.tsx';
import './plan.css';

/** The stop that was taken out last, and where it stood. */
type Removed = { readonly stop: PlanStop; readonly at: number };

/** My plan: the route a visitor has put together, as one line through now, this week and later. */
export function PlanScreen({ stop: here, back, languageSwitch }: ScreenProps) {
  const { navigator } = useHere();
  const { t } = useWords();
  const areaRef = useKeptPlace(here);
  const plan = usePlan();
  const [open, setOpen] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  // What was taken out keeps its place until something else is done: one touch brings it back.
  const shown: Plan = removed ? withStop(plan, removed.stop, removed.at) : plan;

  const row = (stop: PlanStop): ReactNode => {
    const key = planKey(stop.thing);
    if (stop === removed?.stop) {
      return (
        <RemovedStop
          key={key}
          stop={stop}
          onRestore={() => {
            restorePlanned(removed.stop, removed.at);
            setRemoved(null);
          }}
        />
      );
    }
    return (
      <Stop
        key={key}
        stop={stop}
        place={{
          first: stop === plan[0] && stop.step === 'now',
          last: stop === plan.at(-1) && stop.step === 'later',
        }}
        open={open === key}
        onOpen={() => setOpen(open === key ? null : key)}
        onChange={() => setRemoved(null)}
        onRemove={() => {
          setRemoved({ stop, at: plan.indexOf(stop) });
          setOpen(null);
          removePlanned(key);
        }}
      />
    );
  };

  return (
    <ScreenFrame
      line="ink"
      head="plain"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="plan-title">
          <Title>{t('plan.title')}</Title>
          <p aria-live="polite">{plan.length > 0 && t('plan.stops', { count: plan.length })}</p>
          {plan.length > 0 && (
            <Pill
              data-action="take-plan"
              start={<QrCode aria-hidden size="4.4rem" strokeWidth={2.2} />}
              onClick={() => void navigator.to({ screen: 'takeaway', of: { what: 'plan' } })}
            >
              {t('plan.takeHome')}
            </Pill>
          )}
        </div>
      }
    >
      <div className="route">
        <span className="route__line" aria-hidden />
        {shown.length === 0 ? (
          <Invitation />
        ) : (
          PLAN_STEPS.map((step) => (
            <Fragment key={step}>
              <StepHeading step={step} />
              {shown.some((stop) => stop.step === step) ? (
                shown.filter((stop) => stop.step === step).map(row)
              ) : (
                <p className="route__hint">{t(`plan.hint.${step}`)}</p>
              )}
            </Fragment>
          ))
        )}
      </div>
    </ScreenFrame>
  );
}

function StepHeading({ step }: { readonly step: PlanStep }) {
  const { t } = useWords();
  return (
    <h2 className="route__step" data-anchor={`step-${step}`} data-step={step}>
      {t(`plan.step.${step}`)}
    </h2>
  );
}
