import { beforeAll, describe, expect, it } from 'vitest';
import type { EventDocument } from '../../../../content/model/document.ts';
import { lastMoment, occurrencesOf } from '../../../../content/model/occurrences.ts';
import { calendarEntry } from '../../../../src-renderer/takeaway/calendar-entry.ts';
import { bytesOf } from '../../../../src-renderer/takeaway/qr.ts';
import { MAX_QR_BYTES } from '../../../../src-renderer/takeaway/qr-limits.ts';
import { readInBrussels } from '../../../builders/brussels.ts';
import { OUR_GUIDE, type ReadGuide, readGuideFolder } from '../../../builders/guide-on-disk.ts';

let guide: ReadGuide;
let events: readonly EventDocument[];
beforeAll(async () => {
  guide = await readGuideFolder(OUR_GUIDE);
  events = guide.documents.filter((document) => document.kind === 'event');
}, 120_000);

/** An event of our guide at other times and with other words. */
function eventLike(
  changes: Partial<EventDocument['header']>,
  more: Partial<EventDocument> = {},
): EventDocument {
  const [event] = events;
  if (!event) throw new Error('our guide has no event');
  return { ...event, ...more, header: { ...event.header, except: [], ...changes } };
}

describe('a date taken to a phone', () => {
  it('is at the hour the centre says, for every time of every event of our guide until the end of 2027', () => {
    let times = 0;
    for (const event of events) {
      for (const time of occurrencesOf(event.header, '2026-11-01T00:00', '2028-01-01T00:00')) {
        const read = readInBrussels(calendarEntry(event, time, guide.guide));
        expect([event.header.id, read.starts, read.ends]).toEqual([event.header.id, time.starts, time.ends]);
        times += 1;
      }
    }
    expect(times).toBeGreaterThan(500);
  });

  it('keeps its hour through both changes of the clocks in 2027', () => {
    for (const [starts, ends, utc] of [
      ['2027-03-27T14:00', '2027-03-27T16:00', '20270327T130000Z'],
      ['2027-03-28T14:00', '2027-03-28T16:00', '20270328T120000Z'],
      ['2027-10-30T14:00', '2027-10-30T16:00', '20271030T120000Z'],
      ['2027-10-31T14:00', '2027-10-31T16:00', '20271031T130000Z'],
      // Over the night of the change itself.
      ['2027-03-27T22:00', '2027-03-28T06:00', '20270327T210000Z'],
      ['2027-10-30T22:00', '2027-10-31T06:00', '20271030T200000Z'],
    ] as const) {
      const entry = calendarEntry(eventLike({ starts, ends }), { starts, ends }, guide.guide);
      expect(entry).toContain(`DTSTART:${utc}\r\n`);
      expect(readInBrussels(entry)).toMatchObject({ starts, ends });
    }
  });

  it('says what, where and how in the letters people write', () => {
    const event = eventLike(
      { title: 'Œuvre d’été ; 5 €, à 2', summary: 'Naïveté, crème brûlée\\' },
      { place: 'Salle 3, au fond', register: 'Ligne une.\nLigne deux.' },
    );
    const read = readInBrussels(
      calendarEntry(event, { starts: event.header.starts, ends: event.header.ends }, guide.guide),
    );
    expect(read.summary).toBe('Œuvre d’été ; 5 €, à 2');
    expect(read.location).toContain('Salle 3, au fond, ');
    expect(read.description).toBe('Naïveté, crème brûlée\\\nLigne une.\nLigne deux.');
  });

  it('is what RFC 5545 asks for: version, product, stamp, a name of its own, lines of at most 75 bytes', () => {
    const names = new Set<string>();
    for (const event of events) {
      for (const time of occurrencesOf(
        event.header,
        '2027-01-01T00:00',
        lastMoment(event.header.starts),
        3,
      )) {
        const entry = calendarEntry(event, time, guide.guide);
        const { calendar, uid } = readInBrussels(entry);
        expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
        expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy();
        expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('dtstamp')).toBeTruthy();
        for (const line of entry.split('\r\n')) expect(bytesOf(line)).toBeLessThanOrEqual(75);
        names.add(`${uid} ${event.header.language}`);
      }
    }
    expect(names.size).toBe(events.length * 3);
  });

  it('leaves its description out rather than become a code no phone reads', () => {
    const event = eventLike({ summary: 's'.repeat(120) }, { register: 'x'.repeat(600) });
    const entry = calendarEntry(event, { starts: '2027-01-05T10:00', ends: '2027-01-05T11:00' }, guide.guide);
    expect(bytesOf(entry)).toBeLessThanOrEqual(MAX_QR_BYTES);
    expect(readInBrussels(entry).description).toBeNull();
  });
});
