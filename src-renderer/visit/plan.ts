import type { DocumentHeader } from '../../content/model/document.ts';
import type { LocalTime } from '../../content/model/kinds.ts';
import type { DocumentId } from '../../content/model/names.ts';
import { dayOf } from '../../content/model/occurrences.ts';

/** Something a visitor keeps. Ids, anchors and times only, so that it is the same thing in every language. */
export type PlanThing =
  /** A page to read again. */
  | { readonly kind: 'document'; readonly id: DocumentId }
  /** One time an event takes place. */
  | { readonly kind: 'event'; readonly id: DocumentId; readonly starts: LocalTime }
  /** Somebody to talk to: a service or a partner. */
  | { readonly kind: 'contact'; readonly id: DocumentId }
  /** Whatever is not yet ticked of a checklist. */
  | { readonly kind: 'remains'; readonly id: DocumentId }
  /** One item of a checklist. */
  | { readonly kind: 'item'; readonly id: DocumentId; readonly anchor: string };

/** When to do it, in this order. */
export const PLAN_STEPS = ['now', 'week', 'later'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** The ready-made phrases a visitor can put to a stop, instead of typing. */
export const PLAN_NOTES = [
  'ask-adviser',
  'register',
  'call-first',
  'bring-cv',
  'bring-papers',
  'go-together',
  'read-at-home',
] as const;
export type PlanNote = (typeof PLAN_NOTES)[number];

/** One stop of the route a visitor has put together. */
export type PlanStop = {
  readonly thing: PlanThing;
  readonly step: PlanStep;
  readonly notes: readonly PlanNote[];
};

/** The whole route, its stops in the order of {@link PLAN_STEPS}. */
export type Plan = readonly PlanStop[];

/** How many days "this week" lasts, today included. */
const DAYS_OF_A_WEEK = 7;

/** What tells a thing from every other, for instance `event:events/job-fair@2027-03-28T09:00`. */
export function planKey(thing: PlanThing): string {
  switch (thing.kind) {
    case 'event':
      return `event:${thing.id}@${thing.starts}`;
    case 'item':
      return `item:${thing.id}#${thing.anchor}`;
    default:
      return `${thing.kind}:${thing.id}`;
  }
}

/** True when the plan holds it. */
export function isPlanned(plan: Plan, thing: PlanThing): boolean {
  const key = planKey(thing);
  return plan.some((stop) => planKey(stop.thing) === key);
}

/**
 * When somebody would sensibly do it: an event on its day; what is ticked and whoever can be seen without an appointment
 * while one is here; what is read or arranged, this week.
 */
export function sensibleStep(thing: PlanThing, header: DocumentHeader | undefined, now: LocalTime): PlanStep {
  switch (thing.kind) {
    case 'event': {
      const days = daysBetween(now, thing.starts);
      return days <= 0 ? 'now' : days < DAYS_OF_A_WEEK ? 'week' : 'later';
    }
    case 'remains':
    case 'item':
      return 'now';
    case 'contact':
      return header?.kind === 'service' && header.access !== 'appointment' ? 'now' : 'week';
    case 'document':
      return 'week';
  }
}

/** The plan with one stop more: the last of its step, but an event before those that take place after it. */
export function withThing(plan: Plan, thing: PlanThing, step: PlanStep): Plan {
  if (isPlanned(plan, thing)) return plan;
  const comesAfter = (stop: PlanStop) =>
    orderOf(stop.step) > orderOf(step) ||
    (stop.step === step &&
      thing.kind === 'event' &&
      stop.thing.kind === 'event' &&
      stop.thing.starts > thing.starts);
  const at = plan.findIndex(comesAfter);
  return withStop(plan, { thing, step, notes: [] }, at < 0 ? plan.length : at);
}

/** The plan with a stop put in at a place, for instance where it was removed. */
export function withStop(plan: Plan, stop: PlanStop, at: number): Plan {
  return [...plan.slice(0, at), stop, ...plan.slice(at)];
}

/** The plan without that stop. */
export function withoutStop(plan: Plan, key: string): Plan {
  return plan.filter((stop) => planKey(stop.thing) !== key);
}

/** Which way a stop is moved along the line. */
export type PlanMove = 'earlier' | 'later';

/**
 * The plan with a stop moved by one place. Past the first or last of its step it goes over into the next step, so that
 * one button leads through the whole plan; at either end nothing changes.
 */
export function moved(plan: Plan, key: string, move: PlanMove): Plan {
  const at = plan.findIndex((stop) => planKey(stop.thing) === key);
  const stop = plan[at];
  if (!stop) return plan;
  const by = move === 'earlier' ? -1 : 1;
  const neighbour = plan[at + by];
  if (neighbour && neighbour.step === stop.step) {
    const without = withoutStop(plan, key);
    return withStop(without, stop, at + by);
  }
  const step = PLAN_STEPS[orderOf(stop.step) + by];
  return step ? plan.map((other) => (other === stop ? { ...stop, step } : other)) : plan;
}

/** The plan with a phrase put to a stop, or taken from it; phrases keep the order of {@link PLAN_NOTES}. */
export function withNoteToggled(plan: Plan, key: string, note: PlanNote): Plan {
  return plan.map((stop) => {
    if (planKey(stop.thing) !== key) return stop;
    const has = (other: PlanNote) => stop.notes.includes(other) !== (other === note);
    return { ...stop, notes: PLAN_NOTES.filter(has) };
  });
}

/** The phrases that make sense for a thing. */
export function notesFor(thing: PlanThing): readonly PlanNote[] {
  switch (thing.kind) {
    case 'event':
      return ['register', 'bring-cv', 'bring-papers', 'go-together'];
    case 'contact':
      return ['call-first', 'bring-cv', 'bring-papers', 'go-together'];
    case 'document':
      return ['ask-adviser', 'read-at-home', 'go-together'];
    case 'remains':
    case 'item':
      return ['ask-adviser', 'bring-papers', 'read-at-home'];
  }
}

function orderOf(step: PlanStep): number {
  return PLAN_STEPS.indexOf(step);
}

/** Whole days on the calendar from one moment to another; negative when it is over. */
function daysBetween(from: LocalTime, to: LocalTime): number {
  return (Date.parse(`${dayOf(to)}T00:00Z`) - Date.parse(`${dayOf(from)}T00:00Z`)) / 86_400_000;
}
