import { afterEach, expect, test } from 'vitest';
import type { DocumentHeader } from '../../../../../content/model/document.ts';
import { changesReader, turnsOf } from '../../../../../content/publisher/preview/changes.ts';
import { compileGuide } from '../../../../../content/publisher/steps/compile-guide.ts';
import { readSources } from '../../../../../content/publisher/steps/read-sources.ts';
import { fixture, removeTemporary } from '../guide-under-test.ts';

afterEach(removeTemporary);

const shared = {
  id: 'events/workshop',
  language: 'fr',
  title: 'Atelier',
  summary: 'Un atelier.',
  order: 10,
  minutes: 1,
  updated: '2026-11-23',
  related: [],
};

const event = (times: {
  starts: string;
  ends: string;
  repeats?: string;
  except?: string[];
}): DocumentHeader => ({
  ...shared,
  kind: 'event',
  theme: 'employment',
  type: 'workshop',
  except: [],
  spoken: ['fr'],
  ...times,
});

test('a document appears on its first day and is gone on the day after its last', () => {
  const notice: DocumentHeader = {
    ...shared,
    kind: 'notice',
    urgency: 'information',
    validFrom: '2026-12-15',
    validUntil: '2026-12-31',
  };
  expect(turnsOf(notice)).toEqual([
    { day: '2026-12-15', change: 'appears' },
    { day: '2027-01-01', change: 'goes' },
  ]);
});

test('an event has a first and a last date, or only one; dates it is not held on do not count', () => {
  expect(turnsOf(event({ starts: '2026-12-01T14:00', ends: '2026-12-01T16:00' }))).toEqual([
    { day: '2026-12-01', change: 'only-date' },
  ]);
  const weekly = {
    starts: '2026-12-01T14:00',
    ends: '2026-12-01T16:00',
    repeats: 'FREQ=WEEKLY;UNTIL=20261229',
  };
  expect(turnsOf(event({ ...weekly, except: ['2026-12-01', '2026-12-29'] }))).toEqual([
    { day: '2026-12-08', change: 'first-date' },
    { day: '2026-12-22', change: 'last-date' },
  ]);
});

test('what changes in an edition is listed by day, each document once with the titles of all languages', async () => {
  const compiled = await compileGuide(await readSources(await fixture()), 1);
  if (!compiled.ok) throw new Error('The good fixture has problems.');
  const changes = changesReader()(compiled.edition);
  expect(changes.map(({ day }) => day)).toEqual(changes.map(({ day }) => day).sort());
  expect(changes).toContainEqual({
    day: '2027-01-02',
    change: 'goes',
    id: 'notices/closed',
    titles: { fr: expect.any(String), nl: expect.any(String) },
    line: null,
  });
  expect(changes).toContainEqual(
    expect.objectContaining({
      day: '2026-12-01',
      change: 'first-date',
      id: 'events/cv-workshop',
      line: 'red',
    }),
  );
});
