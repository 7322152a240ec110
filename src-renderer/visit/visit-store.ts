import { create } from 'zustand';
import type { DocumentId, Language } from '../../content/model/names.ts';
import { type Comfort, USUAL_COMFORT } from '../comfort/comfort.ts';
import { FILM_CHOICE, type FilmChoice } from '../ui/blocks/film-setting.ts';
import { type AgendaWish, ANY_EVENT } from './agenda.ts';
import type { Plan } from './plan.ts';

/**
 * All that a visitor has done. It lives in the memory of this page's process and dies with it at the end of the visit;
 * it is written nowhere. Keys are ids and anchors, never texts, so that a language switch changes nothing here.
 */
export type VisitState = {
  /** Null until the first touch chooses one. */
  readonly language: Language | null;
  /** Ticked items by checklist. */
  readonly ticks: Readonly<Record<DocumentId, readonly string[]>>;
  /** Open questions and explanations by document. */
  readonly open: Readonly<Record<DocumentId, readonly string[]>>;
  /** Documents that were opened. */
  readonly read: readonly DocumentId[];
  /** What is wanted of the agenda. */
  readonly eventWish: AgendaWish;
  /** Urgent notices that were folded away, by their keys. */
  readonly folded: readonly string[];
  /** What was counted already, so that one visit counts it once; only that it happened leaves this page. */
  readonly counted: readonly string[];
  /** The route they have put together. */
  readonly plan: Plan;
  /** How films are heard and read. */
  readonly film: FilmChoice;
  /** How they want to read. */
  readonly comfort: Comfort;
  /** What was looked at as a takeaway, by the key of its place, so that it is not offered again. */
  readonly taken: readonly string[];
  /** What they look for: words of a visitor, which never leave this page. */
  readonly question: string;
};

const NOTHING: readonly string[] = [];

/** What nobody has touched yet. */
export const freshVisit: VisitState = {
  language: null,
  ticks: {},
  open: {},
  read: [],
  eventWish: ANY_EVENT,
  folded: [],
  counted: [],
  plan: [],
  film: FILM_CHOICE,
  comfort: USUAL_COMFORT,
  taken: [],
  question: '',
};

/** The visit of this process. */
export const useVisit = create<VisitState>()(() => freshVisit);

/** Adds or removes one anchor in a list by document. */
export function toggled(
  lists: Readonly<Record<DocumentId, readonly string[]>>,
  id: DocumentId,
  anchor: string,
): Readonly<Record<DocumentId, readonly string[]>> {
  const list = lists[id] ?? NOTHING;
  return {
    ...lists,
    [id]: list.includes(anchor) ? list.filter((other) => other !== anchor) : [...list, anchor],
  };
}

/** Ticks or unticks an item of a checklist. */
export function toggleTick(id: DocumentId, anchor: string): void {
  useVisit.setState((visit) => ({ ticks: toggled(visit.ticks, id, anchor) }));
}

/** Opens or closes a question or an explanation. */
export function toggleOpen(id: DocumentId, anchor: string): void {
  useVisit.setState((visit) => ({ open: toggled(visit.open, id, anchor) }));
}

/** Remembers that a document was opened. */
export function markRead(id: DocumentId): void {
  useVisit.setState((visit) => (visit.read.includes(id) ? {} : { read: [...visit.read, id] }));
}

/** Remembers what is wanted of the agenda, through other screens and another language. */
export function setEventWish(eventWish: AgendaWish): void {
  useVisit.setState({ eventWish });
}

/** Folds an urgent notice away for the rest of the visit; with another text it has another key. */
export function foldNotice(key: string): void {
  useVisit.setState((visit) => ({ folded: [...visit.folded, key] }));
}

/** Remembers that something was looked at as a takeaway; `key` is the key of its place. */
export function markTaken(key: string): void {
  useVisit.setState((visit) => (visit.taken.includes(key) ? {} : { taken: [...visit.taken, key] }));
}

/** The ticked anchors of a checklist. */
export function useTicks(id: DocumentId): readonly string[] {
  return useVisit((visit) => visit.ticks[id] ?? NOTHING);
}

/** Whether an item of a checklist is ticked; for what must not be drawn again for the others. */
export function useIsTicked(id: DocumentId, anchor: string): boolean {
  return useVisit((visit) => visit.ticks[id]?.includes(anchor) ?? false);
}

/** Whether all items of a checklist are ticked. */
export function useIsComplete({ id, items }: { readonly id: DocumentId; readonly items: number }): boolean {
  return useVisit((visit) => (visit.ticks[id]?.length ?? 0) >= items);
}

/** Whether a question or an explanation of a document is open. */
export function useIsOpen(id: DocumentId, anchor: string): boolean {
  return useVisit((visit) => visit.open[id]?.includes(anchor) ?? false);
}
