import { placeKey } from '../navigation/place.ts';
import {
  isPlanned,
  moved,
  type Plan,
  type PlanMove,
  type PlanNote,
  type PlanStep,
  type PlanStop,
  type PlanThing,
  planKey,
  withNoteToggled,
  withoutStop,
  withStop,
  withThing,
} from './plan.ts';
import { useVisit } from './visit-store.ts';

const TAKEN = placeKey({ screen: 'takeaway', of: { what: 'plan' } });

function change(rule: (plan: Plan) => Plan): void {
  useVisit.setState(({ plan, taken }) => ({
    plan: rule(plan),
    // What was taken home is an older plan now: the new one is worth an offer of its own.
    taken: taken.filter((key) => key !== TAKEN),
  }));
}

/** The visitor's plan. */
export function usePlan(): Plan {
  return useVisit((visit) => visit.plan);
}

/** True while the plan holds that thing. */
export function useIsPlanned(thing: PlanThing): boolean {
  return useVisit((visit) => isPlanned(visit.plan, thing));
}

/** Puts a thing into the plan at the step that makes sense for it, or takes it out again. */
export function togglePlanned(thing: PlanThing, step: PlanStep): void {
  change((plan) =>
    isPlanned(plan, thing) ? withoutStop(plan, planKey(thing)) : withThing(plan, thing, step),
  );
}

/** Moves a stop by one place along the line. */
export function movePlanned(key: string, move: PlanMove): void {
  change((plan) => moved(plan, key, move));
}

/** Puts a ready-made phrase to a stop, or takes it away. */
export function toggleNote(key: string, note: PlanNote): void {
  change((plan) => withNoteToggled(plan, key, note));
}

/** Takes a stop out of the plan. */
export function removePlanned(key: string): void {
  change((plan) => withoutStop(plan, key));
}

/** Puts a removed stop back where it was. */
export function restorePlanned(stop: PlanStop, at: number): void {
  change((plan) => (isPlanned(plan, stop.thing) ? plan : withStop(plan, stop, at)));
}
