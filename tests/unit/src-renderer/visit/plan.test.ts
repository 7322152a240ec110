import { describe, expect, it } from 'vitest';
import type { DocumentHeader } from '../../../../content/model/document.ts';
import {
  isPlanned,
  moved,
  notesFor,
  PLAN_NOTES,
  type Plan,
  type PlanStep,
  type PlanThing,
  planKey,
  sensibleStep,
  withNoteToggled,
  withoutStop,
  withStop,
  withThing,
} from '../../../../src-renderer/visit/plan.ts';

const page = (id: string): PlanThing => ({ kind: 'document', id });
const event = (starts: string): PlanThing => ({ kind: 'event', id: 'events/cv', starts });
const planOf = (...things: readonly (readonly [PlanThing, PlanStep])[]): Plan =>
  things.reduce<Plan>((plan, [thing, step]) => withThing(plan, thing, step), []);
const told = (plan: Plan) => plan.map(({ thing, step }) => `${step} ${planKey(thing)}`);
const NOW = '2026-11-27T09:30';

describe('the step a visitor would choose', () => {
  it('is the day of an event: today is now, the next six days are this week, the rest is later', () => {
    const stepOn = (starts: string) => sensibleStep(event(starts), undefined, NOW);
    expect(stepOn('2026-11-27T14:00')).toBe('now');
    expect(stepOn('2026-11-28T00:00')).toBe('week');
    expect(stepOn('2026-12-03T23:59')).toBe('week');
    expect(stepOn('2026-12-04T00:00')).toBe('later');
  });

  it('counts days on the calendar, over the change of the clocks and of the year', () => {
    expect(sensibleStep(event('2027-03-28T14:00'), undefined, '2027-03-27T23:50')).toBe('week');
    expect(sensibleStep(event('2027-01-01T09:00'), undefined, '2026-12-31T23:59')).toBe('week');
  });

  it('is now for what is ticked here and whoever is here without an appointment, this week for the rest', () => {
    const service = (access: string) => ({ kind: 'service', access }) as DocumentHeader;
    const contact: PlanThing = { kind: 'contact', id: 'services/cv' };
    expect(sensibleStep(contact, service('walk-in'), NOW)).toBe('now');
    expect(sensibleStep(contact, service('both'), NOW)).toBe('now');
    expect(sensibleStep(contact, service('appointment'), NOW)).toBe('week');
    expect(sensibleStep({ kind: 'remains', id: 'checklists/cv' }, undefined, NOW)).toBe('now');
    expect(sensibleStep(page('employment/letter'), undefined, NOW)).toBe('week');
  });
});

describe('the plan', () => {
  it('keeps now before this week before later, whatever came first', () => {
    const plan = planOf(
      [page('a/a'), 'later'],
      [page('a/b'), 'now'],
      [page('a/c'), 'week'],
      [page('a/d'), 'now'],
    );
    expect(told(plan)).toEqual([
      'now document:a/b',
      'now document:a/d',
      'week document:a/c',
      'later document:a/a',
    ]);
  });

  it('keeps dates in their order, and two dates of one event apart', () => {
    const plan = planOf(
      [event('2026-12-15T14:00'), 'later'],
      [page('a/a'), 'later'],
      [event('2026-12-08T14:00'), 'later'],
    );
    expect(told(plan)).toEqual([
      'later event:events/cv@2026-12-08T14:00',
      'later event:events/cv@2026-12-15T14:00',
      'later document:a/a',
    ]);
  });

  it('holds a thing once', () => {
    const plan = planOf([page('a/a'), 'now'], [page('a/a'), 'later']);
    expect(told(plan)).toEqual(['now document:a/a']);
    expect(isPlanned(plan, page('a/a'))).toBe(true);
    expect(isPlanned(plan, { kind: 'contact', id: 'a/a' })).toBe(false);
  });
});

describe('moving a stop', () => {
  const plan = planOf([page('a/a'), 'now'], [page('a/b'), 'now'], [page('a/c'), 'later']);

  it('passes its neighbour, then goes over into the next step, also an empty one, and stops at the end', () => {
    let now = moved(plan, 'document:a/a', 'later');
    expect(told(now)).toEqual(['now document:a/b', 'now document:a/a', 'later document:a/c']);
    now = moved(now, 'document:a/a', 'later');
    expect(told(now)).toEqual(['now document:a/b', 'week document:a/a', 'later document:a/c']);
    now = moved(now, 'document:a/a', 'later');
    expect(told(now)).toEqual(['now document:a/b', 'later document:a/a', 'later document:a/c']);
    now = moved(now, 'document:a/a', 'later');
    expect(told(now)).toEqual(['now document:a/b', 'later document:a/c', 'later document:a/a']);
    expect(moved(now, 'document:a/a', 'later')).toEqual(now);
  });

  it('leads back the same way', () => {
    let now: Plan = plan;
    for (let touch = 0; touch < 4; touch += 1) now = moved(now, 'document:a/a', 'later');
    for (let touch = 0; touch < 4; touch += 1) now = moved(now, 'document:a/a', 'earlier');
    expect(told(now)).toEqual(told(plan));
    expect(moved(plan, 'document:a/a', 'earlier')).toEqual(plan);
  });

  it('changes nothing for a stop that is not there', () => {
    expect(moved(plan, 'document:a/z', 'later')).toEqual(plan);
  });
});

describe('taking a stop out', () => {
  it('can be undone: it stands where it stood, with its notes', () => {
    const plan = withNoteToggled(
      planOf([page('a/a'), 'now'], [page('a/b'), 'now']),
      'document:a/a',
      'read-at-home',
    );
    const [first] = plan;
    if (!first) throw new Error('the plan is empty');
    const without = withoutStop(plan, 'document:a/a');
    expect(told(without)).toEqual(['now document:a/b']);
    expect(withStop(without, first, 0)).toEqual(plan);
  });
});

describe('notes', () => {
  it('are put and taken by the same touch, in an order that does not depend on the touches', () => {
    let plan = planOf([page('a/a'), 'now']);
    plan = withNoteToggled(plan, 'document:a/a', 'read-at-home');
    plan = withNoteToggled(plan, 'document:a/a', 'ask-adviser');
    expect(plan[0]?.notes).toEqual(['ask-adviser', 'read-at-home']);
    plan = withNoteToggled(plan, 'document:a/a', 'ask-adviser');
    expect(plan[0]?.notes).toEqual(['read-at-home']);
  });

  it('offers every phrase to at least one kind of stop, and each stop at least three', () => {
    const things: readonly PlanThing[] = [
      page('a/a'),
      event(NOW),
      { kind: 'contact', id: 'a/b' },
      { kind: 'remains', id: 'a/c' },
      { kind: 'item', id: 'a/c', anchor: 'g1-1' },
    ];
    const offered = things.map(notesFor);
    expect(new Set(offered.flat())).toEqual(new Set(PLAN_NOTES));
    for (const notes of offered) expect(notes.length).toBeGreaterThanOrEqual(3);
  });
});
