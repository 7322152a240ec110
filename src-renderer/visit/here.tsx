import { createContext, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Language } from '../../content/model/names.ts';
import type { Briefing } from '../../src-main/contract/visitor.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Kiosk } from '../kiosk/kiosk.ts';
import { type Translate, translatorFor } from '../language/translator.ts';
import type { NavigationState, Navigator } from '../navigation/navigator.ts';
import { currentStop, type Stop } from '../navigation/place.ts';
import { restoreScroll } from '../navigation/scroll-anchor.ts';
import { useVisit } from './visit-store.ts';

/** What every screen of a visit stands on. */
export type Here = {
  readonly kiosk: Kiosk;
  readonly briefing: Briefing;
  readonly catalogue: Catalogue;
  readonly navigator: Navigator;
};

const HereContext = createContext<Here | null>(null);

/** Gives the screens below it what they stand on. */
export function HereProvider({ here, children }: { readonly here: Here; readonly children: ReactNode }) {
  return <HereContext value={here}>{children}</HereContext>;
}

/** What this screen stands on. */
export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) throw new Error('A screen was shown outside HereProvider.');
  return here;
}

/** The language of the visit and its words; only for screens after the language was chosen. */
export function useWords(): { readonly language: Language; readonly t: Translate } {
  const language = useVisit((visit) => visit.language);
  if (!language) throw new Error('A screen was shown before a language was chosen.');
  return { language, t: translatorFor(language) };
}

/** One part of where the visitor is and how they came. */
export function useNavigation<Part>(select: (state: NavigationState) => Part): Part {
  return useStore(useHere().navigator.store, select);
}

/** For the scrolled area of a screen: brings it back to where it was left, also through another language or size of text. */
export function useKeptPlace(stop: Stop): (area: HTMLElement | null) => void {
  const { navigator } = useHere();
  const { language } = useWords();
  const text = useVisit((visit) => visit.comfort.text);
  const area = useRef<HTMLElement | null>(null);
  const attach = useRef((element: HTMLElement | null) => {
    area.current = element;
    navigator.attachArea(element);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new language or size of text changes every height, so the place is sought again
  useLayoutEffect(() => {
    if (area.current) restoreScroll(area.current, stop.scroll);
  }, [stop.key, language, text]);
  return attach.current;
}

/** Where the visitor is. */
export function useCurrentStop(): Stop {
  return useNavigation((state) => currentStop(state.way));
}
