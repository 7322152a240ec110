import { describe, expect, it } from 'vitest';
import {
  dayWords,
  hourWords,
  languageName,
  occurrenceWords,
} from '../../../../src-renderer/language/dates.ts';
import type { Translate } from '../../../../src-renderer/language/translator.ts';

const t = ((key: string) =>
  ({ 'events.today': 'Aujourd’hui', 'events.tomorrow': 'Demain' })[key] ?? key) as Translate;

/** Plain spaces only, so that a test does not depend on which kind of space a version of the ICU data uses. */
const plain = (text: string) => text.replaceAll('\u2060', '').replaceAll(/\s/g, ' ');

describe('a date on the screen', () => {
  it('is said as people say it in Belgium', () => {
    const now = '2026-11-23T09:00';
    const time = { starts: '2026-12-01T14:00', ends: '2026-12-01T16:30' };
    expect(plain(occurrenceWords(time, now, 'fr', t))).toMatch(/^Mardi 1 décembre, 14\D+00 – 16\D+30$/);
    expect(plain(occurrenceWords(time, now, 'nl', t))).toBe('Dinsdag 1 december, 14:00 – 16:30');
    expect(hourWords('2026-12-01T14:00', 'fr')).toMatch(/^14\D+00$/);
  });

  it('is today or tomorrow when it is, also over the end of a month and a year', () => {
    expect(dayWords('2026-11-23T23:59', '2026-11-23T00:00', 'fr', t)).toBe('Aujourd’hui');
    expect(dayWords('2026-12-01T00:00', '2026-11-30T23:59', 'fr', t)).toBe('Demain');
    expect(dayWords('2027-01-01T10:00', '2026-12-31T10:00', 'fr', t)).toBe('Demain');
    expect(plain(dayWords('2027-01-02T10:00', '2026-12-31T10:00', 'fr', t))).toBe('samedi 2 janvier');
  });

  it('keeps begin and end on one line', () => {
    const time = { starts: '2026-12-01T14:00', ends: '2026-12-01T16:30' };
    expect(occurrenceWords(time, '2026-11-23T09:00', 'nl', t)).toContain('14:00\u00a0–\u2060\u00a016:30');
  });

  it('is never moved by the time zone of the machine', () => {
    expect(hourWords('2026-12-01T00:30', 'nl')).toBe('00:30');
    expect(plain(dayWords('2026-12-01T00:30', '2026-11-01T10:00', 'nl', t))).toBe('dinsdag 1 december');
  });

  it('names both days of an event that lasts longer than one', () => {
    const time = { starts: '2026-12-01T14:00', ends: '2026-12-03T16:00' };
    expect(plain(occurrenceWords(time, '2026-11-23T09:00', 'nl', t))).toBe(
      'Dinsdag 1 december – donderdag 3 december',
    );
  });
});

it('a language is named in the language of the visit', () => {
  expect(languageName('nl', 'fr')).toBe('néerlandais');
  expect(languageName('nl', 'nl')).toBe('Nederlands');
});
