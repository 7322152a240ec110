import { type ReactNode, useEffect } from 'react';
import { documentKey } from '../navigation/navigator.ts';
import type { ReadyPlace } from '../navigation/place.ts';
import { Article } from '../screens/article/Article.tsx';
import { AudienceScreen } from '../screens/audience/AudienceScreen.tsx';
import { Checklist } from '../screens/checklist/Checklist.tsx';
import { Checklists } from '../screens/checklists/Checklists.tsx';
import { Events } from '../screens/events/Events.tsx';
import { Home } from '../screens/home/Home.tsx';
import { Leaving } from '../screens/leaving/Leaving.tsx';
import { PlanScreen } from '../screens/plan/PlanScreen.tsx';
import { Remembers } from '../screens/remembers/Remembers.tsx';
import { Search } from '../screens/search/Search.tsx';
import { Services } from '../screens/services/Services.tsx';
import { Sorry } from '../screens/sorry/Sorry.tsx';
import { TakeawayScreen } from '../screens/takeaway/TakeawayScreen.tsx';
import { ThemeScreen } from '../screens/theme/ThemeScreen.tsx';
import { useCount } from '../visit/count.ts';
import { useNavigation, useWords } from '../visit/here.tsx';
import type { ScreenProps } from '../visit/screen-props.ts';
import { markRead } from '../visit/visit-store.ts';
import { Marked } from './Marked.tsx';

/** From a place to its screen; `<html>` says which. */
export function PlaceScreen(props: ScreenProps) {
  const { place } = props.stop;
  if (place.screen === 'document') return <DocumentScreen id={place.id} {...props} />;
  return <Marked screen={place.screen}>{readyScreen(place, props)}</Marked>;
}

function readyScreen(place: ReadyPlace, props: ScreenProps): ReactNode {
  switch (place.screen) {
    case 'home':
      return <Home {...props} />;
    case 'search':
      return <Search {...props} />;
    case 'remembers':
      return <Remembers {...props} />;
    case 'theme':
      return <ThemeScreen theme={place.theme} {...props} />;
    case 'audience':
      return <AudienceScreen audience={place.audience} {...props} />;
    case 'events':
      return <Events {...props} />;
    case 'services':
      return <Services {...props} />;
    case 'checklists':
      return <Checklists {...props} />;
    case 'plan':
      return <PlanScreen {...props} />;
    case 'takeaway':
      return <TakeawayScreen of={place.of} {...props} />;
    case 'leaving':
      return <Leaving {...props} />;
  }
}

function DocumentScreen({ id, ...props }: ScreenProps & { readonly id: string }) {
  const { language } = useWords();
  const document = useNavigation((state) => state.documents[documentKey(id, language)]);
  const count = useCount();
  useEffect(() => {
    if (!document) return;
    markRead(id);
    count('document-opened', id);
  }, [document, id, count]);
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
          <Sorry {...props} onAgain={null} />
        </Marked>
      );
  }
}
