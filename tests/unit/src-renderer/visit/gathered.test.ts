import { beforeEach, describe, expect, it } from 'vitest';
import { gathered, hasGathered, stillToTake } from '../../../../src-renderer/visit/gathered.ts';
import { togglePlanned } from '../../../../src-renderer/visit/plan-store.ts';
import {
  freshVisit,
  markRead,
  markTaken,
  toggleTick,
  useVisit,
} from '../../../../src-renderer/visit/visit-store.ts';

beforeEach(() => useVisit.setState(freshVisit, true));
const visit = () => useVisit.getState();

describe('the end of a visit', () => {
  it('has nothing to say to whoever has only looked around', () => {
    expect(hasGathered(gathered(visit()))).toBe(false);
    expect(stillToTake(visit())).toBeNull();
  });

  it('counts what was read, ticked in every checklist, and planned', () => {
    markRead('employment/a');
    markRead('employment/b');
    toggleTick('checklists/cv', 'g1-1');
    toggleTick('checklists/letter', 'g1-1');
    toggleTick('checklists/letter', 'g1-2');
    toggleTick('checklists/cv', 'g1-1');
    togglePlanned({ kind: 'document', id: 'employment/a' }, 'now');
    expect(gathered(visit())).toEqual({ read: 2, ticked: 2, planned: 1 });
  });

  it('offers the plan before a checklist, and a checklist that was begun before nothing', () => {
    toggleTick('checklists/cv', 'g1-1');
    expect(stillToTake(visit())).toEqual({ what: 'document', id: 'checklists/cv' });
    togglePlanned({ kind: 'document', id: 'employment/a' }, 'now');
    expect(stillToTake(visit())).toEqual({ what: 'plan' });
  });

  it('offers it once, and again only when the plan is another one', () => {
    togglePlanned({ kind: 'document', id: 'employment/a' }, 'now');
    markTaken('takeaway plan');
    expect(stillToTake(visit())).toBeNull();
    togglePlanned({ kind: 'document', id: 'employment/b' }, 'now');
    expect(stillToTake(visit())).toEqual({ what: 'plan' });
  });
});
