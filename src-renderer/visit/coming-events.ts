import type { EventHeader } from '../../content/model/document.ts';
import type { EventType, LocalTime } from '../../content/model/kinds.ts';
import type { Language, ThemeId } from '../../content/model/names.ts';
import { nextOccurrence, type Occurrence } from '../../content/model/occurrences.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** An event and the next time it takes place. */
export type ComingEvent = { readonly header: EventHeader; readonly next: Occurrence };

/** What sort of events are wanted; nothing: all. */
export type EventWish = { readonly type?: EventType | undefined; readonly theme?: ThemeId | undefined };

/** The events that are still to come, the next one first; each only once, with its next time. */
export function comingEvents(
  catalogue: Pick<Catalogue, 'headers'>,
  language: Language,
  now: LocalTime,
  wish: EventWish = {},
): readonly ComingEvent[] {
  return catalogue
    .headers(language)
    .flatMap((header): ComingEvent[] => {
      if (header.kind !== 'event') return [];
      if (wish.type !== undefined && header.type !== wish.type) return [];
      if (wish.theme !== undefined && header.theme !== wish.theme) return [];
      const next = nextOccurrence(header, now);
      return next ? [{ header, next }] : [];
    })
    .sort((a, b) =>
      a.next.starts < b.next.starts
        ? -1
        : a.next.starts > b.next.starts
          ? 1
          : a.header.order - b.header.order,
    );
}
