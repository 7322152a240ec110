import type { GuideDocument } from '../../../content/model/document.ts';
import type { DocumentId, Language } from '../../../content/model/names.ts';
import { documentKey, type Navigator } from '../../navigation/navigator.ts';
import { currentStop, type Way } from '../../navigation/place.ts';
import { documentsOf } from '../../visit/documents-of.ts';
import { useVisit } from '../../visit/visit-store.ts';
import type { Stand } from '../link.ts';

/** What standing together needs of the page. */
export type StandNeeds = {
  readonly navigator: Pick<Navigator, 'store'>;
  /** The language this page begins in when it is led out of the attract screen. */
  readonly language: Language;
  readonly readDocument: (id: DocumentId, language: Language) => Promise<GuideDocument | null>;
  /** Told whenever this page stands elsewhere; `following` when it was led there. */
  readonly onStand: (stand: Stand, following: boolean) => void;
};

/** The document at the end of a way, or null. */
export function documentOf(way: Way): DocumentId | null {
  const { place } = currentStop(way);
  return place.screen === 'document' ? place.id : null;
}

/** Every document that is seen at the end of a way: the one it leads to, or those of the plan. */
function documentsShown({ way, visit }: Stand): readonly DocumentId[] {
  const { place } = currentStop(way);
  return place.screen === 'document' ? [place.id] : documentsOf(place, visit);
}

/** Watches where a page stands, and brings it to where another one stands, in its own language. */
export function standTogether({ navigator, language, readDocument, onStand }: StandNeeds) {
  const standNow = (): Stand => {
    const { language: chosen, ...visit } = useVisit.getState();
    return { begun: chosen !== null, way: navigator.store.getState().way, visit };
  };
  const nameOf = (stand: Stand): string => JSON.stringify([stand, useVisit.getState().language]);

  let known = nameOf(standNow());
  let following = false;
  // Only the newest wish counts, be it led from elsewhere or touched here.
  let wish = 0;

  const look = (): void => {
    if (following) return;
    const stand = standNow();
    const name = nameOf(stand);
    if (name === known) return;
    known = name;
    wish += 1;
    onStand(stand, false);
  };
  navigator.store.subscribe(look);
  useVisit.subscribe(look);

  return {
    /** Tells where the page stands, whether that is new or not. */
    tell: (): void => onStand(standNow(), true),
    /** Stands where another page stands. */
    follow: async (stand: Stand): Promise<void> => {
      if (JSON.stringify(stand) === JSON.stringify(standNow())) return;
      wish += 1;
      const mine = wish;
      const spoken = useVisit.getState().language ?? language;
      const ids = stand.begun ? documentsShown(stand) : [];
      const read = await Promise.all(
        ids.map(async (id) => [documentKey(id, spoken), await readDocument(id, spoken)] as const),
      );
      if (mine !== wish) return;
      following = true;
      navigator.store.setState(({ documents }) => ({
        way: stand.way,
        documents: { ...documents, ...Object.fromEntries(read) },
      }));
      useVisit.setState({ ...stand.visit, language: stand.begun ? spoken : null });
      following = false;
      known = nameOf(standNow());
      onStand(standNow(), true);
    },
  };
}
