import { describe, expect, it } from 'vitest';
import * as say from '../../../../content/publisher/messages.ts';
import { at, problemsOf } from './guide-under-test.ts';

const FR = 'events/cv-workshop.fr.md';
/** Where each line of {@link event} stands. */
const LINE = {
  starts: 8,
  ends: 9,
  repeats: 10,
  except: 11,
  registration: 14,
  validFrom: 15,
  validUntil: 16,
} as const;

/** The one event of the good guide with other times, the same in both languages. */
function event(changes: Partial<Record<keyof typeof LINE | 'register', string>>): Record<string, string> {
  const times = { starts: '2026-12-01T14:00', ends: '2026-12-01T16:00', registration: 'walk-in', ...changes };
  const text = [
    '---',
    'title: Titre',
    'summary: Une phrase.',
    'order: 10',
    'updated: 2026-11-23',
    'theme: employment',
    'type: workshop',
    `starts: ${times.starts}`,
    `ends: ${times.ends}`,
    times.repeats === undefined ? '#' : `repeats: ${times.repeats}`,
    times.except === undefined ? '#' : `except: ${times.except}`,
    'spoken: [fr]',
    'place: Salle 2',
    `registration: ${times.registration}`,
    times.validFrom === undefined ? '#' : `validFrom: ${times.validFrom}`,
    times.validUntil === undefined ? '#' : `validUntil: ${times.validUntil}`,
    times.register === undefined ? '#' : `register: ${times.register}`,
    '---',
    '',
    'Une phrase.',
  ].join('\n');
  return { [FR]: text, 'events/cv-workshop.nl.md': text };
}

/** What is told about the French side. */
const told = async (changes: Parameters<typeof event>[0]) =>
  (await problemsOf(event(changes))).filter(({ file }) => file === FR);
const one = (key: keyof typeof LINE, words: say.Words, column = key.length + 3) => [
  at(FR, LINE[key], column, words),
];

describe('how an event repeats', () => {
  it.each([
    'FREQ=WEEKLY;BYDAY=TU;UNTIL=20361231',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=20',
    'FREQ=WEEKLY;BYDAY=TU;BYMONTH=9,10,11,12,1;WKST=MO;COUNT=5',
    'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231',
    'FREQ=MONTHLY;BYMONTHDAY=1,-1;COUNT=4',
    'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=4',
    'FREQ=YEARLY;COUNT=3',
    'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261231',
    'FREQ=DAILY;UNTIL=20261201',
  ])('%s is understood', async (repeats) => {
    expect(await told({ repeats })).toEqual([]);
  });

  it.each<[string, say.Words]>([
    ['every Tuesday', say.repeatsUnreadable('every Tuesday', 'every Tuesday')],
    ['FREQ=WEEKLY; BYDAY=TU;COUNT=3', say.repeatsUnreadable('FREQ=WEEKLY; BYDAY=TU;COUNT=3', ' BYDAY=TU')],
    ['FREQ=WEEKLY;COUNT=3;', say.repeatsUnreadable('FREQ=WEEKLY;COUNT=3;', '')],
    ['BYDAY=TU;COUNT=3', say.repeatsUnreadable('BYDAY=TU;COUNT=3', undefined)],
    ['RRULE:FREQ=WEEKLY;COUNT=3', say.repeatsUnreadable('RRULE:FREQ=WEEKLY;COUNT=3', 'RRULE:FREQ=WEEKLY')],
    ['FREQ=WEEKLI;COUNT=3', say.repeatsBadPart('FREQ', 'WEEKLI', 'WEEKLY')],
    ['FREQ=WEEKLY;BYDAY=MA;COUNT=3', say.repeatsBadPart('BYDAY', 'MA', undefined)],
    ['FREQ=WEEKLY;COUNT=0', say.repeatsBadPart('COUNT', '0', undefined)],
    ['FREQ=WEEKLY;INTERVAL=0;COUNT=2', say.repeatsBadPart('INTERVAL', '0', undefined)],
    ['FREQ=WEEKLY;UNTIL=2036-12-31', say.repeatsBadPart('UNTIL', '2036-12-31', undefined)],
    ['FREQ=WEEKLY;UNTIL=20360231', say.repeatsBadPart('UNTIL', '20360231', undefined)],
    ['FREQ=WEEKLY;UNTIL=20361231T235959Z', say.repeatsBadPart('UNTIL', '20361231T235959Z', undefined)],
    [
      'FREQ=WEEKLY;BYDAI=TU;COUNT=3',
      say.repeatsUnknownPart(
        'BYDAI',
        ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST', 'UNTIL', 'COUNT'],
        'BYDAY',
      ),
    ],
    ['FREQ=WEEKLY;BYDAY=TU;BYDAY=TH;COUNT=3', say.repeatsPartTwice('BYDAY')],
    ['FREQ=WEEKLY;BYMONTHDAY=1;COUNT=3', say.repeatsPartNeeds('BYMONTHDAY', ['MONTHLY', 'YEARLY'], 'WEEKLY')],
    ['FREQ=WEEKLY;BYDAY=1TU;COUNT=3', say.repeatsPartNeeds('BYDAY=1TU', ['MONTHLY', 'YEARLY'], 'WEEKLY')],
    ['FREQ=HOURLY;COUNT=3', say.repeatsTooOften('HOURLY')],
    ['FREQ=SECONDLY', say.repeatsTooOften('SECONDLY')],
    ['FREQ=DAILY;BYHOUR=9,14;COUNT=3', say.repeatsTooOften('BYHOUR')],
    ['FREQ=WEEKLY;BYDAY=TU', say.repeatsForEver],
    ['FREQ=WEEKLY;UNTIL=20361231;COUNT=3', say.repeatsEndsTwice],
    ['FREQ=WEEKLY;UNTIL=20471231', say.repeatsTooLong(20)],
    ['FREQ=YEARLY;COUNT=30', say.repeatsTooLong(20)],
    ['FREQ=WEEKLY;UNTIL=20251231', say.eventNever],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', say.eventNever],
  ])('%s is refused', async (repeats, words) => {
    expect(await told({ repeats: `"${repeats}"` })).toEqual(one('repeats', words));
  });

  it('begins on one of its days', async () => {
    const repeats = 'FREQ=WEEKLY;BYDAY=WE;COUNT=3';
    const words = say.firstBeginIsNoDay('2026-12-01T14:00', repeats, '2026-12-02T14:00');
    expect(await told({ repeats })).toEqual(one('starts', words));
    expect(words.what).toContain('Tuesday 1 December 2026, 14:00');
    expect(words.todo).toContain('2026-12-02T14:00 (Wednesday 2 December 2026, 14:00)');
  });
});

describe('the hours of an event', () => {
  it.each([
    ['before it begins', '2026-12-01T13:59'],
    ['when it begins', '2026-12-01T14:00'],
    ['the day before', '2026-11-30T16:00'],
  ])('cannot end %s', async (_name, ends) => {
    const words = say.eventEndsBeforeItBegins('2026-12-01T14:00', ends);
    expect(await told({ ends })).toEqual(one('ends', words));
    expect(await told({ ends, repeats: 'FREQ=DAILY;COUNT=3' })).toEqual(one('ends', words));
  });

  it('may go on for days when it takes place once', async () => {
    expect(await told({ ends: '2026-12-03T16:00' })).toEqual([]);
  });

  it.each([
    ['FREQ=DAILY;COUNT=3', '2026-12-02T14:01', '2026-12-02T14:00'],
    ['FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3', '2026-12-03T15:00', '2026-12-03T14:00'],
  ])('with %s cannot go on until after it begins again', async (repeats, ends, next) => {
    expect(await told({ repeats, ends })).toEqual(one('ends', say.eventOverlapsItself(next)));
  });

  it('may end just when it begins again', async () => {
    expect(await told({ repeats: 'FREQ=DAILY;COUNT=3', ends: '2026-12-02T14:00' })).toEqual([]);
  });
});

describe('the exceptions of an event', () => {
  const repeats = 'FREQ=WEEKLY;BYDAY=TU;COUNT=3';

  it('are days on which it would take place', async () => {
    expect(await told({ repeats, except: '[2026-12-08]' })).toEqual([]);
    expect(await told({ repeats, except: '[2026-12-08, 2026-12-16]' })).toEqual(
      one('except', say.exceptIsNoDay('2026-12-16', '2026-12-15'), 22),
    );
  });

  it('are named once', async () => {
    expect(await told({ repeats, except: '[2026-12-08, 2026-12-08]' })).toEqual(
      one('except', say.namedTwice('except', '2026-12-08'), 22),
    );
  });

  it('leave a day', async () => {
    const all = '[2026-12-01, 2026-12-08, 2026-12-15]';
    expect(await told({ repeats, except: all })).toEqual(one('except', say.eventAllExcepted));
    expect(await told({ except: '[2026-12-01]' })).toEqual(one('except', say.eventAllExcepted));
  });

  it('are days in the calendar', async () => {
    expect(await told({ repeats, except: '[2026-02-30]' })).toEqual(
      one('except', say.badDay('except 1', '2026-02-30'), 10),
    );
  });
});

describe('who wants to come', () => {
  it('learns how to register when that is required', async () => {
    const required = { registration: 'required' };
    expect(await told(required)).toEqual(one('registration', say.registerMissing));
    expect(await told({ ...required, register: "À l'accueil." })).toEqual([]);
  });

  it('sees it announced before it is over', async () => {
    const repeats = 'FREQ=WEEKLY;BYDAY=TU;COUNT=3';
    expect(await told({ repeats, validFrom: '2026-12-15' })).toEqual([]);
    expect(await told({ repeats, validFrom: '2026-12-16' })).toEqual(
      one('validFrom', say.shownOnlyAfterwards('2026-12-16', '2026-12-15')),
    );
    expect(await told({ repeats, validUntil: '2026-12-01' })).toEqual([]);
    expect(await told({ repeats, validUntil: '2026-11-30' })).toEqual(
      one('validUntil', say.shownOnlyBefore('2026-11-30', '2026-12-01')),
    );
  });
});
