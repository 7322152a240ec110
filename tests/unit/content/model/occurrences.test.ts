import { describe, expect, it } from 'vitest';
import type { LocalTime } from '../../../../content/model/kinds.ts';
import {
  type EventTimes,
  localTimeAt,
  momentOf,
  nextOccurrence,
  occurrencesOf,
} from '../../../../content/model/occurrences.ts';

const TUESDAYS: EventTimes = {
  starts: '2026-09-01T14:00',
  ends: '2026-09-01T16:00',
  repeats: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20361230',
  except: ['2026-09-15'],
};
const repeating = (repeats: string, starts = '2026-09-01T14:00', ends = '2026-09-01T16:00'): EventTimes => ({
  starts,
  ends,
  repeats,
  except: [],
});
const begins = (event: EventTimes, from: LocalTime, until: LocalTime, limit?: number) =>
  occurrencesOf(event, from, until, limit).map(({ starts }) => starts);
const ALL = ['2000-01-01T00:00', '2100-01-01T00:00'] as const;

describe('an event that repeats', () => {
  it('takes place on its days, without the exceptions, with its begin and end', () => {
    expect(occurrencesOf(TUESDAYS, '2026-09-01T00:00', '2026-09-30T00:00')).toEqual([
      { starts: '2026-09-01T14:00', ends: '2026-09-01T16:00' },
      { starts: '2026-09-08T14:00', ends: '2026-09-08T16:00' },
      { starts: '2026-09-22T14:00', ends: '2026-09-22T16:00' },
      { starts: '2026-09-29T14:00', ends: '2026-09-29T16:00' },
    ]);
  });

  it('is listed while it is going on, and not any more when it is over', () => {
    expect(nextOccurrence(TUESDAYS, '2026-09-01T15:59')?.starts).toBe('2026-09-01T14:00');
    expect(nextOccurrence(TUESDAYS, '2026-09-01T16:00')?.starts).toBe('2026-09-08T14:00');
  });

  it('is not listed when it begins only at the end of what is asked for', () => {
    expect(begins(TUESDAYS, '2026-09-01T00:00', '2026-09-08T14:00')).toEqual(['2026-09-01T14:00']);
  });

  it('counts only the days on which it takes place towards the limit', () => {
    expect(begins(TUESDAYS, '2026-09-08T00:00', '2027-01-01T00:00', 2)).toEqual([
      '2026-09-08T14:00',
      '2026-09-22T14:00',
    ]);
    expect(begins(TUESDAYS, ...ALL, 0)).toEqual([]);
  });

  it('takes place on its last day, at whatever hour, and never after', () => {
    expect(nextOccurrence(TUESDAYS, '2036-12-30T00:00')?.starts).toBe('2036-12-30T14:00');
    expect(nextOccurrence(TUESDAYS, '2036-12-30T16:00')).toBeUndefined();
  });

  it.each<[string, EventTimes, readonly string[]]>([
    [
      'on the first Monday of a month',
      repeating('FREQ=MONTHLY;BYDAY=1MO;COUNT=3', '2026-09-07T14:00', '2026-09-07T15:00'),
      ['2026-09-07T14:00', '2026-10-05T14:00', '2026-11-02T14:00'],
    ],
    [
      'every second day',
      repeating('FREQ=DAILY;INTERVAL=2;COUNT=3'),
      ['2026-09-01T14:00', '2026-09-03T14:00', '2026-09-05T14:00'],
    ],
    [
      'on the last weekday of a month',
      repeating(
        'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2',
        '2026-09-30T09:00',
        '2026-09-30T10:00',
      ),
      ['2026-09-30T09:00', '2026-10-30T09:00'],
    ],
    [
      'once a year, leap days only in leap years',
      repeating('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2', '2028-02-29T09:00', '2028-02-29T10:00'),
      ['2028-02-29T09:00', '2032-02-29T09:00'],
    ],
  ])('%s', (_name, event, expected) => {
    expect(begins(event, ...ALL)).toEqual(expected);
  });

  it('keeps its hour when the clocks change, whatever the zone of the computer', () => {
    const zone = process.env['TZ'];
    try {
      for (const computer of ['Europe/Brussels', 'America/New_York', 'Pacific/Auckland']) {
        process.env['TZ'] = computer;
        const nightly = repeating('FREQ=DAILY;COUNT=3', '2026-10-24T02:30', '2026-10-24T03:30');
        expect(occurrencesOf(nightly, ...ALL).map(({ starts, ends }) => `${starts} ${ends}`)).toEqual([
          '2026-10-24T02:30 2026-10-24T03:30',
          '2026-10-25T02:30 2026-10-25T03:30',
          '2026-10-26T02:30 2026-10-26T03:30',
        ]);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('of several days ends days later, also over the end of a month', () => {
    const fair = repeating('FREQ=MONTHLY;BYMONTHDAY=30;COUNT=2', '2026-09-30T09:00', '2026-10-02T17:00');
    expect(occurrencesOf(fair, '2026-10-31T00:00', '2026-12-01T00:00')).toEqual([
      { starts: '2026-10-30T09:00', ends: '2026-11-01T17:00' },
    ]);
    expect(nextOccurrence(fair, '2026-10-02T16:59')?.starts).toBe('2026-09-30T09:00');
  });
});

describe('an event that takes place once', () => {
  const once: EventTimes = { starts: '2026-12-01T14:00', ends: '2026-12-01T16:00', except: [] };

  it('is there until it is over', () => {
    expect(nextOccurrence(once, '2026-01-01T00:00')).toEqual({ starts: once.starts, ends: once.ends });
    expect(nextOccurrence(once, '2026-12-01T16:00')).toBeUndefined();
    expect(begins(once, '2026-01-01T00:00', '2026-12-01T14:00')).toEqual([]);
  });

  it('is what becomes of one whose repetition cannot be read', () => {
    expect(begins({ ...once, repeats: 'every Tuesday' }, ...ALL)).toEqual([once.starts]);
  });
});

describe('a repetition that nobody checked', () => {
  it('ends after some years even if it says otherwise', () => {
    expect(begins(repeating('FREQ=YEARLY'), ...ALL)).toHaveLength(21);
  });
});

describe('the clock of the centre', () => {
  it.each([
    ['2026-10-25T00:30Z', '2026-10-25T02:30'],
    ['2026-10-25T01:30Z', '2026-10-25T02:30'],
    ['2026-10-25T02:30Z', '2026-10-25T03:30'],
    ['2026-03-29T00:59Z', '2026-03-29T01:59'],
    ['2026-03-29T01:00Z', '2026-03-29T03:00'],
    ['2026-12-31T23:00Z', '2027-01-01T00:00'],
  ])('at %s shows %s', (moment, shown) => {
    expect(localTimeAt(new Date(moment), 'Europe/Brussels')).toBe(shown);
  });
});

describe('the moment of a local time', () => {
  const inBrussels = (time: LocalTime) => momentOf(time, 'Europe/Brussels').toISOString().slice(0, 16);

  it('follows the clock of the centre through winter and summer', () => {
    expect(inBrussels('2027-01-15T14:00')).toBe('2027-01-15T13:00');
    expect(inBrussels('2027-07-15T14:00')).toBe('2027-07-15T12:00');
    expect(momentOf('2027-07-15T14:00', 'America/New_York').toISOString().slice(0, 16)).toBe(
      '2027-07-15T18:00',
    );
    expect(momentOf('2027-07-15T14:00', 'UTC').toISOString().slice(0, 16)).toBe('2027-07-15T14:00');
  });

  it('reads back as the same time at every hour around both changes of the clock, but for the hour that is skipped', () => {
    for (const day of ['2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01']) {
      for (let hour = 0; hour < 24; hour += 1) {
        const time = `${day}T${String(hour).padStart(2, '0')}:30`;
        const read = localTimeAt(momentOf(time, 'Europe/Brussels'), 'Europe/Brussels');
        expect(read).toBe(time === '2027-03-28T02:30' ? '2027-03-28T03:30' : time);
      }
    }
  });

  it('is the first of the two when the clock shows a time twice', () => {
    expect(inBrussels('2027-10-31T02:30')).toBe('2027-10-31T00:30');
  });
});
