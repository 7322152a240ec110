import type { Audience } from '../../content/model/kinds.ts';
import type { DocumentId, ThemeId } from '../../content/model/names.ts';

/** What is taken home: the whole plan, or one document (of a checklist: what remains). */
export type TakeawayOf = { readonly what: 'plan' } | { readonly what: 'document'; readonly id: DocumentId };

/** Where a visitor can be after choosing a language. Ids only: a place is the same in every language. */
export type Place =
  | { readonly screen: 'home' }
  | { readonly screen: 'remembers' }
  | { readonly screen: 'theme'; readonly theme: ThemeId }
  | { readonly screen: 'audience'; readonly audience: Audience }
  | { readonly screen: 'events' }
  | { readonly screen: 'services' }
  | { readonly screen: 'checklists' }
  | { readonly screen: 'plan' }
  | { readonly screen: 'takeaway'; readonly of: TakeawayOf }
  | { readonly screen: 'leaving' }
  | { readonly screen: 'search' }
  | { readonly screen: 'document'; readonly id: DocumentId };

/** A place that is more than the text of one document. */
export type ReadyPlace = Exclude<Place, { readonly screen: 'document' }>;

/** How far down a page a visitor is: a block and how much of it is above the top edge (0–1), so that it means the same in every language. */
export type Scroll = { readonly anchor: string; readonly fraction: number };

/** A place on the way, with what is needed to come back to it as it was. */
export type Stop = { readonly key: number; readonly place: Place; readonly scroll: Scroll | null };

/** The way a visitor came: the last stop is where they are. Never empty. */
export type Way = readonly [Stop, ...Stop[]];

/** Names a place: two are the same place exactly when they have the same key. */
export function placeKey(place: Place): string {
  switch (place.screen) {
    case 'home':
    case 'events':
    case 'services':
    case 'checklists':
    case 'plan':
    case 'leaving':
    case 'search':
    case 'remembers':
      return place.screen;
    case 'theme':
      return `theme ${place.theme}`;
    case 'audience':
      return `audience ${place.audience}`;
    case 'takeaway':
      return place.of.what === 'plan' ? 'takeaway plan' : `takeaway ${place.of.id}`;
    case 'document':
      return `document ${place.id}`;
  }
}

/** True when both are the same place. */
export function samePlace(a: Place, b: Place): boolean {
  return placeKey(a) === placeKey(b);
}

/** The beginning of every visit. */
export const startOfWay: Way = [{ key: 0, place: { screen: 'home' }, scroll: null }];

/** Where the visitor is. */
export function currentStop(way: Way): Stop {
  return way[way.length - 1] ?? way[0];
}

/** Where "back" leads, or null at the beginning. */
export function previousStop(way: Way): Stop | null {
  return way[way.length - 2] ?? null;
}

/** Remembers how far the current place is read. */
export function withCurrentScroll(way: Way, scroll: Scroll | null): Way {
  const [first, ...rest] = way;
  const last = rest.pop();
  return last ? [first, ...rest, { ...last, scroll }] : [{ ...first, scroll }];
}

/** Goes on to a place, remembering how far the current one was read; going where one already is changes nothing. */
export function goTo(way: Way, place: Place, leavingAt: Scroll | null): Way {
  const here = currentStop(way);
  if (samePlace(here.place, place)) return way;
  if (place.screen === 'home') return startOfWay;
  const [first, ...rest] = withCurrentScroll(way, leavingAt);
  return [first, ...rest, { key: here.key + 1, place, scroll: null }];
}

/** Goes back to where the visitor came from. */
export function goBack(way: Way): Way {
  if (way.length === 1) return way;
  const [first, ...rest] = way;
  return [first, ...rest.slice(0, -1)];
}
