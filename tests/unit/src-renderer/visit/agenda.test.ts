import { describe, expect, it } from 'vitest';
import {
  type Agenda,
  type AgendaEntry,
  agendaOf,
  isGoingOn,
  wishedEvents,
} from '../../../../src-renderer/visit/agenda.ts';
import { aHeader, anEvent } from '../../../builders/headers.ts';

const said = ({ header, time }: AgendaEntry) => `${header.id} ${time.starts}`;
const plain = ({ today, week, later }: Agenda) => ({
  today: today.map(said),
  week: week.map(({ day, entries }) => [day, ...entries.map(said)]),
  later: later.map(said),
});

const breakfast = anEvent({ id: 'events/breakfast', starts: '2026-11-27T09:00', ends: '2026-11-27T10:00' });
const club = anEvent({
  id: 'events/club',
  starts: '2026-09-04T09:30',
  ends: '2026-09-04T11:30',
  repeats: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20361231',
});
const fair = anEvent({ id: 'events/fair', starts: '2026-12-18T10:00', ends: '2026-12-18T16:00' });
const evening = anEvent({ id: 'events/evening', starts: '2026-12-01T18:00', ends: '2026-12-01T20:00' });

describe('the agenda of a Friday morning', () => {
  const agenda = (now: string) => plain(agendaOf([fair, evening, club, breakfast], now));

  it('has each event in its part, in the order in which they happen', () => {
    expect(agenda('2026-11-27T08:00')).toEqual({
      today: ['events/breakfast 2026-11-27T09:00', 'events/club 2026-11-27T09:30'],
      week: [['2026-12-01', 'events/evening 2026-12-01T18:00']],
      later: ['events/fair 2026-12-18T10:00'],
    });
  });

  it('lets go what is over, to the minute, and shows its next time', () => {
    expect(agenda('2026-11-27T09:59').today).toContain('events/breakfast 2026-11-27T09:00');
    expect(agenda('2026-11-27T10:00').today).toEqual(['events/club 2026-11-27T09:30']);
    expect(agenda('2026-11-27T11:30')).toEqual({
      today: [],
      week: [['2026-12-01', 'events/evening 2026-12-01T18:00']],
      later: ['events/club 2026-12-04T09:30', 'events/fair 2026-12-18T10:00'],
    });
  });

  it('says what is going on', () => {
    const { today } = agendaOf([club], '2026-11-27T09:30');
    expect(today.map(({ time }) => isGoingOn(time, '2026-11-27T09:30'))).toEqual([true]);
    expect(today.map(({ time }) => isGoingOn(time, '2026-11-27T09:29'))).toEqual([false]);
  });
});

it('keeps an event at its hour through both changes of the clocks', () => {
  const weekly = anEvent({
    id: 'events/weekly',
    starts: '2026-10-18T14:00',
    ends: '2026-10-18T15:00',
    repeats: 'FREQ=WEEKLY;UNTIL=20370101',
  });
  expect(plain(agendaOf([weekly], '2026-10-25T01:00')).today).toEqual(['events/weekly 2026-10-25T14:00']);
  expect(plain(agendaOf([weekly], '2027-03-28T03:30')).today).toEqual(['events/weekly 2027-03-28T14:00']);
});

it('shows an event that goes on past midnight until it ends', () => {
  const night = anEvent({ id: 'events/night', starts: '2026-11-27T22:00', ends: '2026-11-28T02:00' });
  expect(plain(agendaOf([night], '2026-11-28T01:59')).today).toEqual(['events/night 2026-11-27T22:00']);
  expect(plain(agendaOf([night], '2026-11-28T02:00'))).toEqual({ today: [], week: [], later: [] });
});

it('lists several times of one event in a week, and its days of exception not at all', () => {
  const daily = anEvent({
    id: 'events/daily',
    starts: '2026-11-27T12:00',
    ends: '2026-11-27T13:00',
    repeats: 'FREQ=DAILY;COUNT=4',
    except: ['2026-11-29'],
  });
  expect(plain(agendaOf([daily], '2026-11-27T08:00'))).toEqual({
    today: ['events/daily 2026-11-27T12:00'],
    week: [
      ['2026-11-28', 'events/daily 2026-11-28T12:00'],
      ['2026-11-30', 'events/daily 2026-11-30T12:00'],
    ],
    later: [],
  });
});

describe('what a visitor wants to see', () => {
  const dutch = anEvent({ ...pick(club), id: 'events/dutch', spoken: ['nl'], type: 'job-fair' });
  const all = [aHeader({ id: 'employment/a' }), club, dutch];
  const ids = (type: 'job-fair' | 'workshop' | null, spoken: string | null) =>
    wishedEvents(all, { type, spoken }).map(({ id }) => id);

  it('is every event, those of a kind, those in a language, or both', () => {
    expect(ids(null, null)).toEqual(['events/club', 'events/dutch']);
    expect(ids('job-fair', null)).toEqual(['events/dutch']);
    expect(ids(null, 'fr')).toEqual(['events/club']);
    expect(ids('job-fair', 'fr')).toEqual([]);
  });
});

function pick({ starts, ends }: { readonly starts: string; readonly ends: string }) {
  return { starts, ends };
}
