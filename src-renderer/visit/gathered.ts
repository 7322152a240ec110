import { placeKey, type TakeawayOf } from '../navigation/place.ts';
import type { VisitState } from './visit-store.ts';

/** What the end of a visit forgets. */
export type Gathered = {
  /** Documents that were opened. */
  readonly read: number;
  /** Items that were ticked. */
  readonly ticked: number;
  /** Stops of the plan. */
  readonly planned: number;
};

/** Counts what a visitor has gathered. */
export function gathered({ read, ticks, plan }: Pick<VisitState, 'read' | 'ticks' | 'plan'>): Gathered {
  const ticked = Object.values(ticks).reduce((sum, anchors) => sum + anchors.length, 0);
  return { read: read.length, ticked, planned: plan.length };
}

/** True when the end of a visit has something to forget, and so something to say. */
export function hasGathered({ read, ticked, planned }: Gathered): boolean {
  return read + ticked + planned > 0;
}

/**
 * What is worth taking home and was not looked at as a takeaway yet: the plan, else what remains of the checklist that
 * was ticked. Null: nothing is offered, or nothing any more.
 */
export function stillToTake({
  plan,
  ticks,
  taken,
}: Pick<VisitState, 'plan' | 'ticks' | 'taken'>): TakeawayOf | null {
  const begun = Object.entries(ticks).findLast(([, anchors]) => anchors.length > 0);
  const of: TakeawayOf | null =
    plan.length > 0 ? { what: 'plan' } : begun ? { what: 'document', id: begun[0] } : null;
  return of && !taken.includes(placeKey({ screen: 'takeaway', of })) ? of : null;
}
