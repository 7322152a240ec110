import { CircleCheck, CirclePlus } from 'lucide-react';
import { afterAnswer } from '../ui/answer-first.ts';
import { Pill } from '../ui/Pill.tsx';
import { useHere, useWords } from './here.tsx';
import { type PlanThing, planKey, sensibleStep } from './plan.ts';
import { togglePlanned, useIsPlanned } from './plan-store.ts';
import './add-to-plan.css';

type AddToPlanProps = {
  readonly thing: PlanThing;
  /** What it adds, in words, where "add to my plan" alone would not say it: a date, "what remains". */
  readonly words?: string;
  /** `one` is the thing to do on its screen, `several` stands in a row with others of its kind. */
  readonly among?: 'one' | 'several';
};

/** Puts something into the visitor's plan and says so; touched again, it takes it out. */
export function AddToPlan({ thing, words, among = 'one' }: AddToPlanProps) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const planned = useIsPlanned(thing);
  const Icon = planned ? CircleCheck : CirclePlus;
  return (
    <span className="add-to-plan" data-among={among} data-planned={planned || undefined}>
      <Pill
        look={planned || among === 'several' ? 'outline' : 'solid'}
        data-action="add-to-plan"
        data-plan-key={planKey(thing)}
        end={<Icon aria-hidden size="4.8rem" strokeWidth={2.2} />}
        onClick={() =>
          void afterAnswer(() =>
            togglePlanned(
              thing,
              sensibleStep(thing, catalogue.header(thing.id, language), catalogue.localNow()),
            ),
          )
        }
      >
        {words && <span className="add-to-plan__what">{words}</span>}
        <span>{t(planned ? 'plan.planned' : 'plan.add')}</span>
        {planned && <span className="add-to-plan__undo">{t('plan.undo')}</span>}
      </Pill>
    </span>
  );
}
