import type { ReactNode } from 'react';
import { placeKey, previousStop } from '../navigation/place.ts';
import { Sorry } from '../screens/sorry/Sorry.tsx';
import { useCurrentStop, useHere, useNavigation, useWords } from '../visit/here.tsx';
import { Marked } from './Marked.tsx';
import { PlaceScreen } from './PlaceScreen.tsx';
import { placeWords } from './place-words.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';

type CurrentScreenProps = { readonly languageSwitch: ReactNode; readonly brand: ReactNode };

/** The screen of the place where the visitor is, with the way back in words. */
export function CurrentScreen({ languageSwitch, brand }: CurrentScreenProps) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const stop = useCurrentStop();
  const previous = useNavigation((state) => previousStop(state.way));
  const words = previous && placeWords(previous.place, catalogue, language, t);
  const back = words ? { words, label: t('back.to', { place: words }), onBack: navigator.back } : null;
  return (
    <ScreenBoundary
      key={`${stop.key} ${placeKey(stop.place)}`}
      language={language}
      apology={(again) => (
        <Marked screen="sorry">
          <Sorry
            back={back}
            brand={brand}
            languageSwitch={languageSwitch}
            onAgain={stop.place.screen === 'home' ? again : null}
          />
        </Marked>
      )}
    >
      <PlaceScreen stop={stop} back={back} languageSwitch={languageSwitch} brand={brand} />
    </ScreenBoundary>
  );
}
