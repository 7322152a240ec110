import { createStore, type StoreApi } from 'zustand';
import type { GuideDocument } from '../../content/model/document.ts';
import type { DocumentId, Language } from '../../content/model/names.ts';
import {
  currentStop,
  goBack,
  goTo,
  type Place,
  type ReadyPlace,
  startOfWay,
  type Way,
  withCurrentScroll,
} from './place.ts';
import { readScroll } from './scroll-anchor.ts';

/** What the screens show: the way so far, and the documents it needs, already loaded. */
export type NavigationState = {
  readonly way: Way;
  /** By {@link documentKey}; null is a document that could not be had. */
  readonly documents: Readonly<Record<string, GuideDocument | null>>;
};

/** What a navigator needs from the rest of the page. */
export type NavigatorOptions = {
  /** Reads a document of the edition on show; throws when it cannot be had. */
  readonly readDocument: (id: DocumentId, language: Language) => Promise<GuideDocument>;
  readonly language: () => Language | null;
  readonly setLanguage: (language: Language) => void;
  /** The documents a place shows parts of, for instance those in the visitor's plan; none unless said. */
  readonly documentsOf?: (place: ReadyPlace) => readonly DocumentId[];
  /** Answers the touch that asks to go somewhere, null when none does; the screen changes once that answer was seen. */
  readonly answerTouch?: () => TouchAnswer | null;
};

/** What a navigator needs of `ui/answer-first.ts`. */
type TouchAnswer = { readonly shown: Promise<void>; readonly letGo: () => void };

/** Moves through the guide. A document is loaded before its screen appears: nothing jumps, nothing is half there. */
export type Navigator = {
  readonly store: StoreApi<NavigationState>;
  readonly toHome: () => void;
  /** Goes to a place, at once when it needs no document; home begins the way anew. */
  readonly to: (place: ReadyPlace) => Promise<void>;
  readonly toDocument: (id: DocumentId) => Promise<void>;
  readonly back: () => void;
  /** Changes the language and nothing else: screen, place on the page, open parts and ticks stay. */
  readonly switchLanguage: (language: Language) => Promise<void>;
  /** Remembers how far the page is read, for a change that moves everything on it. */
  readonly holdPlace: () => void;
  /** Tells the navigator which area scrolls; null when it goes. */
  readonly attachArea: (area: HTMLElement | null) => void;
};

/** Key of a document in {@link NavigationState}. */
export function documentKey(id: DocumentId, language: Language): string {
  return `${id}.${language}`;
}

/** Makes the navigator of a visit. */
export function createNavigator(options: NavigatorOptions): Navigator {
  const store = createStore<NavigationState>()(() => ({ way: startOfWay, documents: {} }));
  let area: HTMLElement | null = null;
  // Only the newest wish counts: a slow document must not open over what was touched after it.
  let wish = 0;

  async function load(id: DocumentId, language: Language): Promise<void> {
    const key = documentKey(id, language);
    if (store.getState().documents[key]) return;
    const document = await options.readDocument(id, language).catch(() => null);
    store.setState((state) => ({ documents: { ...state.documents, [key]: document } }));
  }

  function go(place: Place): void {
    const leavingAt = area ? readScroll(area) : null;
    store.setState((state) => ({ way: goTo(state.way, place, leavingAt) }));
  }

  function holdPlace(): void {
    const scroll = area ? readScroll(area) : null;
    store.setState((state) => ({ way: withCurrentScroll(state.way, scroll) }));
  }

  function needs(place: Place): readonly DocumentId[] {
    return place.screen === 'document' ? [place.id] : (options.documentsOf?.(place) ?? []);
  }

  /** Loads what a place shows, in a language that may not be the one it was first seen in. */
  async function loadForPlace(place: Place, language: Language): Promise<void> {
    await Promise.all(needs(place).map((id) => load(id, language)));
  }

  /** Fulfils a wish once the documents for it are there and its touch was answered, unless there is a newer one. */
  async function fulfil(place: Place, language: Language | null, act: () => void): Promise<void> {
    wish += 1;
    const mine = wish;
    const answer = options.answerTouch?.() ?? null;
    const isLoading = language !== null && needs(place).length > 0;
    // At once where there is nothing to wait for.
    if (answer || isLoading) await Promise.all([answer?.shown, isLoading && loadForPlace(place, language)]);
    if (mine === wish) act();
    answer?.letGo();
  }

  const to = (place: ReadyPlace) => fulfil(place, options.language(), () => go(place));

  return {
    store,
    toHome: () => void to({ screen: 'home' }),
    to,
    async toDocument(id) {
      const language = options.language();
      const place = { screen: 'document', id } as const;
      if (language) await fulfil(place, language, () => go(place));
    },
    back() {
      const language = options.language();
      const target = goBack(store.getState().way);
      if (!language) return;
      void fulfil(currentStop(target).place, language, () => store.setState({ way: target }));
    },
    async switchLanguage(language) {
      if (language === options.language()) return;
      await fulfil(currentStop(store.getState().way).place, language, () => {
        holdPlace();
        options.setLanguage(language);
      });
    },
    holdPlace,
    attachArea(next) {
      area = next;
    },
  };
}
