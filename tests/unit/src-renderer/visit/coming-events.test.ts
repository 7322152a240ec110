import { describe, expect, it } from 'vitest';
import type { DocumentHeader, EventHeader } from '../../../../content/model/document.ts';
import { comingEvents } from '../../../../src-renderer/visit/coming-events.ts';

function event(id: string, times: Partial<EventHeader>): EventHeader {
  return {
    kind: 'event',
    id: `events/${id}`,
    language: 'fr',
    theme: 'employment',
    title: id,
    summary: id,
    order: 10,
    minutes: 1,
    updated: '2026-11-23',
    related: [],
    type: 'workshop',
    starts: '2026-12-01T14:00',
    ends: '2026-12-01T16:00',
    except: [],
    spoken: ['fr'],
    ...times,
  };
}

const shelf = (...headers: readonly DocumentHeader[]) => ({ headers: () => headers });
const titles = (events: readonly { readonly header: EventHeader }[]) =>
  events.map(({ header }) => header.title);

describe('the events a visitor is shown', () => {
  const weekly = event('weekly', {
    starts: '2026-09-01T14:00',
    ends: '2026-09-01T16:00',
    repeats: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20361231',
    except: ['2026-12-01'],
  });
  const once = event('once', {
    starts: '2026-12-03T10:00',
    ends: '2026-12-03T12:00',
    theme: 'mobility',
    type: 'job-fair',
  });
  const over = event('over', { starts: '2026-01-05T10:00', ends: '2026-01-05T12:00' });

  it('come in the order in which they take place, the past ones gone', () => {
    const events = comingEvents(shelf(once, over, weekly), 'fr', '2026-11-24T13:00');
    expect(titles(events)).toEqual(['weekly', 'once']);
    expect(events[0]?.next).toEqual({ starts: '2026-11-24T14:00', ends: '2026-11-24T16:00' });
  });

  it('are still there while they go on, and then name their next time, days of exception left out', () => {
    expect(comingEvents(shelf(weekly), 'fr', '2026-11-24T15:59')[0]?.next.starts).toBe('2026-11-24T14:00');
    expect(comingEvents(shelf(weekly), 'fr', '2026-11-24T16:00')[0]?.next.starts).toBe('2026-12-08T14:00');
  });

  it('are at the same hour in winter and in summer', () => {
    expect(comingEvents(shelf(weekly), 'fr', '2027-03-23T17:00')[0]?.next.starts).toBe('2027-03-30T14:00');
  });

  it('are those of the area and the sort that was asked for', () => {
    const now = '2026-11-24T13:00';
    expect(titles(comingEvents(shelf(weekly, once), 'fr', now, { theme: 'mobility' }))).toEqual(['once']);
    expect(titles(comingEvents(shelf(weekly, once), 'fr', now, { type: 'workshop' }))).toEqual(['weekly']);
    expect(comingEvents(shelf(weekly, once), 'fr', now, { type: 'workshop', theme: 'mobility' })).toEqual([]);
  });

  it('are none, rather than a mistake, when a rule cannot be read any more and its only time is over', () => {
    const odd = event('odd', {
      starts: '2026-01-05T10:00',
      ends: '2026-01-05T12:00',
      repeats: 'FREQ=SOMETIMES',
    });
    expect(comingEvents(shelf(odd), 'fr', '2026-11-24T13:00')).toEqual([]);
  });
});
