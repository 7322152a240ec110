import { describe, expect, it } from 'vitest';
import { type OpeningHours, openingAt, openingHours } from '../../../../content/model/opening-hours.ts';

/** Open Monday with a pause, Tuesday till late, Saturday to midnight; closed over the end of the year, shorter on the 5th. */
const hours: OpeningHours = openingHours.parse({
  weekly: {
    monday: ['09:00-12:30', '13:30-17:00'],
    tuesday: ['09:00-19:00'],
    saturday: ['20:00-24:00'],
  },
  exceptions: [
    { from: '2026-12-24', until: '2027-01-03', hours: [] },
    { from: '2027-01-05', hours: ['13:00-17:00'] },
  ],
});

describe('is the floor open', () => {
  it.each([
    ['on a Monday morning, until the pause', '2026-11-30T09:00', { open: true, until: '2026-11-30T12:30' }],
    ['in the pause: it opens again today', '2026-11-30T12:30', { open: false, opens: '2026-11-30T13:30' }],
    ['on a Monday evening: tomorrow', '2026-11-30T17:00', { open: false, opens: '2026-12-01T09:00' }],
    ['on a Wednesday: on Saturday', '2026-12-02T10:00', { open: false, opens: '2026-12-05T20:00' }],
    ['until midnight', '2026-12-05T23:59', { open: true, until: '2026-12-06T00:00' }],
    ['not at midnight', '2026-12-06T00:00', { open: false, opens: '2026-12-07T09:00' }],
    ['before a closure, it opens after it', '2026-12-23T12:00', { open: false, opens: '2027-01-04T09:00' }],
    ['on the last day of a closure', '2027-01-03T12:00', { open: false, opens: '2027-01-04T09:00' }],
    ['on a day with other hours', '2027-01-05T10:00', { open: false, opens: '2027-01-05T13:00' }],
    // The night in which clocks go back: hours are read on the centre's own clock.
    ['on the Sunday of winter time', '2026-10-25T02:30', { open: false, opens: '2026-10-26T09:00' }],
  ])('%s', (_name, now, expected) => {
    expect(openingAt(hours, now)).toEqual(expected);
  });

  it('nobody knows when it opens again when no hours are known', () => {
    expect(openingAt({ weekly: {} }, '2026-11-30T09:00')).toEqual({ open: false, opens: null });
  });
});
