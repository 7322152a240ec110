import { type ReactNode, useEffect } from 'react';
import { findTheme } from '../../content/model/guide.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Translate } from '../language/translator.ts';
import { documentKey } from '../navigation/navigator.ts';
import { type Place, previousStop } from '../navigation/place.ts';
import { Article } from '../screens/article/Article.tsx';
import { Checklist } from '../screens/checklist/Checklist.tsx';
import { Home } from '../screens/home/Home.tsx';
import { Sorry } from '../screens/sorry/Sorry.tsx';
import { ThemeScreen } from '../screens/theme/ThemeScreen.tsx';
import { useCurrentStop, useHere, useNavigation, useWords } from '../visit/here.tsx';
import type { ScreenProps } from '../visit/screen-props.ts';
import { markRead } from '../visit/visit-store.ts';
import { type DocumentMarks, useDocumentMarks } from './document-marks.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';

type CurrentScreenProps = { readonly languageSwitch: ReactNode; readonly brand: ReactNode };

/** The screen of the place where the visitor is. */
export function CurrentScreen({ languageSwitch, brand }: CurrentScreenProps) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const stop = useCurrentStop();
  const previous = useNavigation((state) => previousStop(state.way));
  const words = previous && placeWords(previous.place, catalogue, language, t);
  const back = words ? { words, label: t('back.to', { place: words }), onBack: navigator.back } : null;
  return (
    <ScreenBoundary key={`${stop.key}-${placeKey(stop.place)}`}>
      <PlaceScreen stop={stop} back={back} languageSwitch={languageSwitch} brand={brand} />
    </ScreenBoundary>
  );
}

function PlaceScreen(props: ScreenProps) {
  const { place } = props.stop;
  switch (place.screen) {
    case 'home':
      return (
        <Marked screen="home">
          <Home {...props} />
        </Marked>
      );
    case 'theme':
      return (
        <Marked screen="theme">
          <ThemeScreen theme={place.theme} {...props} />
        </Marked>
      );
    case 'document':
      return <DocumentScreen id={place.id} {...props} />;
  }
}

function DocumentScreen({ id, ...props }: ScreenProps & { readonly id: string }) {
  const { language } = useWords();
  const document = useNavigation((state) => state.documents[documentKey(id, language)]);
  useEffect(() => {
    if (document) markRead(id);
  }, [document, id]);
  switch (document?.kind) {
    case 'page':
    case 'event':
    case 'service':
    case 'partner':
    case 'notice':
      return (
        <Marked screen="article" document={id}>
          <Article document={document} {...props} />
        </Marked>
      );
    case 'checklist':
      return (
        <Marked screen="checklist" document={id}>
          <Checklist document={document} {...props} />
        </Marked>
      );
    default:
      return (
        <Marked screen="sorry" document={id}>
          <Sorry />
        </Marked>
      );
  }
}

type MarkedProps = {
  readonly screen: DocumentMarks['screen'];
  readonly document?: string;
  readonly children: ReactNode;
};

function Marked({ screen, document = '', children }: MarkedProps) {
  const { catalogue } = useHere();
  const { language } = useWords();
  useDocumentMarks({ screen, language, document, edition: catalogue.seq });
  return children;
}

function placeKey(place: Place): string {
  switch (place.screen) {
    case 'home':
      return 'home';
    case 'theme':
      return place.theme;
    case 'document':
      return place.id;
  }
}

function placeWords(place: Place, catalogue: Catalogue, language: string, t: Translate): string {
  switch (place.screen) {
    case 'home':
      return t('bar.home');
    case 'theme':
      return findTheme(catalogue.guide, place.theme)?.title[language] ?? t('bar.home');
    case 'document':
      return catalogue.header(place.id, language)?.title ?? t('bar.home');
  }
}
