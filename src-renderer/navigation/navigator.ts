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
};

/** Moves through the guide. A document is loaded before its screen appears: nothing jumps, nothing is half there. */
export type Navigator = {
  readonly store: StoreApi<NavigationState>;
  readonly toHome: () => void;
  /** Goes to a place that needs no document; home begins the way anew. */
  readonly to: (place: ReadyPlace) => void;
  readonly toDocument: (id: DocumentId) => Promise<void>;
  readonly back: () => void;
  /** Changes the language and nothing else: screen, place on the page, open parts and ticks stay. */
  readonly switchLanguage: (language: Language) => Promise<void>;
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

  /** Loads what the way back may show, in a language that was not the one it was walked in. */
  async function loadForPlace(place: Place, language: Language): Promise<void> {
    if (place.screen === 'document') await load(place.id, language);
  }

  function to(place: ReadyPlace): void {
    wish += 1;
    go(place);
  }

  return {
    store,
    toHome: () => to({ screen: 'home' }),
    to,
    async toDocument(id) {
      const language = options.language();
      if (!language) return;
      wish += 1;
      const mine = wish;
      await load(id, language);
      if (mine === wish) go({ screen: 'document', id });
    },
    back() {
      wish += 1;
      const mine = wish;
      const language = options.language();
      const target = goBack(store.getState().way);
      if (!language) return;
      void loadForPlace(currentStop(target).place, language).then(() => {
        if (mine === wish) store.setState({ way: target });
      });
    },
    async switchLanguage(language) {
      if (language === options.language()) return;
      wish += 1;
      const mine = wish;
      await loadForPlace(currentStop(store.getState().way).place, language);
      if (mine !== wish) return;
      const scroll = area ? readScroll(area) : null;
      store.setState((state) => ({ way: withCurrentScroll(state.way, scroll) }));
      options.setLanguage(language);
    },
    attachArea(next) {
      area = next;
    },
  };
}
