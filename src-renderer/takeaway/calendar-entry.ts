import type { EventDocument } from '../../content/model/document.ts';
import type { Guide } from '../../content/model/guide.ts';
import { momentOf, type Occurrence } from '../../content/model/occurrences.ts';
import { contentLines, escaped } from './content-lines.ts';
import { bytesOf } from './qr.ts';
import { MAX_QR_BYTES } from './qr-limits.ts';

/**
 * One time of an event as an iCalendar object (RFC 5545) that fits into a QR code. Begin and end are written in UTC
 * (3.3.5, form 2): the only form that every reader takes for the same moment, since readers of codes, ZXing's among them,
 * leave `TZID` unread and a `VTIMEZONE` would take half of the code. The calendar object around it is what the RFC asks
 * for; ZXing looks for `BEGIN:VEVENT` anywhere. Scanned twice, the same `UID` lets a calendar see that it has it.
 */
export function calendarEntry(
  document: EventDocument,
  time: Occurrence,
  { centre }: Pick<Guide, 'centre'>,
): string {
  const { header, place, register } = document;
  const { language } = header;
  const names = [place, centre.name[language], centre.city[language]].filter((name) => name !== undefined);
  const write = (description: string | undefined) =>
    contentLines([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Openfloor//kiosk//EN',
      'BEGIN:VEVENT',
      `UID:${header.id}-${time.starts.replaceAll(/[-:]/g, '')}@openfloor`,
      // The day the text was last revised: the same code each time it is shown.
      `DTSTAMP:${header.updated.replaceAll('-', '')}T000000Z`,
      `DTSTART:${utc(momentOf(time.starts, centre.timeZone))}`,
      `DTEND:${utc(momentOf(time.ends, centre.timeZone))}`,
      `SUMMARY:${escaped(header.title)}`,
      `LOCATION:${escaped(names.join(', '))}`,
      ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  const whole = write([header.summary, ...(register === undefined ? [] : [register])].join('\n'));
  return bytesOf(whole) <= MAX_QR_BYTES ? whole : write(undefined);
}

/** A moment in UTC, to the second: `20270328T120000Z`. */
function utc(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
