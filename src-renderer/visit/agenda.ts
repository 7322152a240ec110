import type { DocumentHeader, EventHeader } from '../../content/model/document.ts';
import type { EventType, LocalTime } from '../../content/model/kinds.ts';
import type { Language } from '../../content/model/names.ts';
import { dayOf, nextOccurrence, type Occurrence, occurrencesOf } from '../../content/model/occurrences.ts';
import { addDays } from '../../content/model/opening-hours.ts';

/** An event at one of its times. */
export type AgendaEntry = { readonly header: EventHeader; readonly time: Occurrence };

/** Everything that is still to come, each part in the order in which it happens. */
export type Agenda = {
  /** What goes on now or begins today. */
  readonly today: readonly AgendaEntry[];
  /** The six days after today that have something. */
  readonly week: readonly { readonly day: string; readonly entries: readonly AgendaEntry[] }[];
  /** The next time of every event that is in neither. */
  readonly later: readonly AgendaEntry[];
};

/** What a visitor wants to see of the agenda; null: all. */
export type AgendaWish = { readonly type: EventType | null; readonly spoken: Language | null };

/** No wish. */
export const ANY_EVENT: AgendaWish = { type: null, spoken: null };

/** Days in the first two parts together. */
const WEEK = 7;

/** The events among the documents that a visitor wants to see. */
export function wishedEvents(
  headers: readonly DocumentHeader[],
  { type, spoken }: AgendaWish,
): readonly EventHeader[] {
  return headers.filter(
    (header): header is EventHeader =>
      header.kind === 'event' &&
      (type === null || header.type === type) &&
      (spoken === null || header.spoken.includes(spoken)),
  );
}

/** Puts events into their days, as the clock of the centre shows `now`. */
export function agendaOf(events: readonly EventHeader[], now: LocalTime): Agenda {
  const tomorrow = addDays(dayOf(now), 1);
  const afterWeek = addDays(dayOf(now), WEEK);
  const today: AgendaEntry[] = [];
  const soon: AgendaEntry[] = [];
  const later: AgendaEntry[] = [];
  for (const header of events) {
    const times = occurrencesOf(header, now, `${afterWeek}T00:00`);
    for (const time of times) (dayOf(time.starts) < tomorrow ? today : soon).push({ header, time });
    const next = times.length === 0 ? nextOccurrence(header, now) : undefined;
    if (next) later.push({ header, time: next });
  }
  const days = [...new Set(inOrder(soon).map(({ time }) => dayOf(time.starts)))];
  return {
    today: inOrder(today),
    week: days.map((day) => ({
      day,
      entries: inOrder(soon.filter(({ time }) => dayOf(time.starts) === day)),
    })),
    later: inOrder(later),
  };
}

/** True while it goes on. */
export function isGoingOn({ starts }: Occurrence, now: LocalTime): boolean {
  return starts <= now;
}

function inOrder(entries: readonly AgendaEntry[]): AgendaEntry[] {
  return [...entries].sort((a, b) =>
    a.time.starts < b.time.starts ? -1 : a.time.starts > b.time.starts ? 1 : a.header.order - b.header.order,
  );
}
