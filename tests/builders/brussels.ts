import ICAL from 'ical.js';

/** The rules of the clock in Brussels since 1996, written down by hand from the EU's directive: ours are the system's. */
const BRUSSELS = `BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(BRUSSELS.replaceAll('\n', '\r\n'))));

/** A calendar entry as a phone's calendar shows it in Brussels. */
export function readInBrussels(entry: string) {
  const calendar = new ICAL.Component(ICAL.parse(entry));
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('there is no VEVENT in it');
  const event = new ICAL.Event(component);
  const shown = (time: ICAL.Time) => time.convertToZone(zone).toString().slice(0, 16);
  return {
    summary: event.summary,
    location: event.location,
    description: event.description,
    uid: event.uid,
    starts: shown(event.startDate),
    ends: shown(event.endDate),
    calendar,
  };
}
