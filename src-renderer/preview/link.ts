import type { LocalTime } from '../../content/model/kinds.ts';
import type { DocumentId, Language } from '../../content/model/names.ts';
import type { Scroll, Way } from '../navigation/place.ts';
import type { VisitState } from '../visit/visit-store.ts';

/** Where a visit stands, without its language: another page can stand there too. */
export type Stand = {
  /** False on the attract screen. */
  readonly begun: boolean;
  readonly way: Way;
  readonly visit: Omit<VisitState, 'language'>;
};

/** How far a page is scrolled: tied to a block where there is one, else as a part (0–1) of the whole way down. */
export type PageScroll = { readonly block: Scroll | null; readonly part: number };

/** What a visitor's page tells the frame around it. */
export type FromPage =
  /** I listen now. */
  | { readonly kind: 'hello' }
  /** This edition is painted; null when there is none. */
  | { readonly kind: 'shown'; readonly edition: number | null }
  /** I stand here; `following` when another page led me there. */
  | {
      readonly kind: 'stand';
      readonly stand: Stand;
      readonly language: Language | null;
      readonly document: DocumentId | null;
      readonly following: boolean;
    }
  | { readonly kind: 'scrolled'; readonly scroll: PageScroll };

/** What the frame tells a visitor's page. */
export type ToPage =
  /** It is this moment now on the centre's clock (`2027-01-15T09:00`), or the real one; show the newest edition as of then. */
  | { readonly kind: 'show'; readonly at: LocalTime | null; readonly timeZone: string }
  | { readonly kind: 'stand'; readonly stand: Stand }
  | { readonly kind: 'scroll'; readonly scroll: PageScroll }
  | { readonly kind: 'open'; readonly id: DocumentId }
  /** These blocks of the document on screen are marked, and no others. */
  | { readonly kind: 'marks'; readonly marks: readonly Mark[] }
  /** Brings a marked block to the middle of the screen. */
  | { readonly kind: 'look'; readonly at: string };

/** A block by its anchor, or the title, and how it is marked. */
export type Mark = { readonly at: string; readonly level: 'error' | 'warning' };

/** Sends a message to a window of this very origin, and to no other. */
export function send(to: Window, message: FromPage | ToPage): void {
  to.postMessage(message, location.origin);
}

/** The message of an event when it comes from that window and from this origin; null for anything else. */
export function messageFrom<Message extends FromPage | ToPage>(
  event: MessageEvent<unknown>,
  sender: Window | null | undefined,
): Message | null {
  if (event.origin !== location.origin || event.source !== sender || !sender) return null;
  const { data } = event;
  // Both ends are built together and checked to be of one origin: what has a kind is one of ours.
  return typeof data === 'object' && data !== null && 'kind' in data ? (data as Message) : null;
}
