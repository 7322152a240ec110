import type { DocumentHeader } from '../../../content/model/document.ts';
import type { LocalTime } from '../../../content/model/kinds.ts';
import { dayOf, type EventTimes, nextOccurrence } from '../../../content/model/occurrences.ts';
import { isShownOn } from '../shown-on.ts';

/** What of a document decides when it can be found. */
export type Times = Pick<DocumentHeader, 'validFrom' | 'validUntil'> & { readonly event?: EventTimes };

/** Takes the times out of a header. */
export function timesOf(header: DocumentHeader): Times {
  const { validFrom, validUntil } = header;
  const times = {
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
  if (header.kind !== 'event') return times;
  const { starts, ends, repeats, except } = header;
  return { ...times, event: { starts, ends, except, ...(repeats === undefined ? {} : { repeats }) } };
}

/** True while a document is shown and, for an event, still takes place. */
export function isFindable({ event, ...window }: Times, now: LocalTime): boolean {
  return isShownOn(window, dayOf(now)) && (event === undefined || nextOccurrence(event, now) !== undefined);
}
