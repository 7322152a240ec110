import { useMemo } from 'react';
import type { Briefing } from '../../src-main/contract/visitor.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Kiosk } from '../kiosk/kiosk.ts';
import { screenLanguages } from '../language/translator.ts';
import type { Navigator } from '../navigation/navigator.ts';
import { Attract } from '../screens/attract/Attract.tsx';
import { OutOfService } from '../screens/maintenance/OutOfService.tsx';
import { Preparing } from '../screens/preparing/Preparing.tsx';
import { answerTouch } from '../ui/answer-first.ts';
import { HereProvider, useHere } from '../visit/here.tsx';
import { useMaintenance } from '../visit/maintenance.ts';
import { useVisit } from '../visit/visit-store.ts';
import { useDocumentMarks } from './document-marks.ts';
import { Visit } from './Visit.tsx';

type AppProps = {
  readonly kiosk: Kiosk;
  readonly briefing: Briefing;
  readonly catalogue: Catalogue | null;
  readonly navigator: Navigator;
};

/** The visitor's page: out of service, preparing, attract or a visit. */
export function App({ kiosk, briefing, catalogue, navigator }: AppProps) {
  const here = useMemo(
    () => catalogue && { kiosk, briefing, catalogue, navigator },
    [kiosk, briefing, catalogue, navigator],
  );
  const isOutOfService = useMaintenance((maintenance) => maintenance.isOn);
  if (isOutOfService) return <NotServed languages={briefing.languages} />;
  if (!here) return <WithoutGuide languages={briefing.languages} />;
  return (
    <HereProvider here={here}>
      <WithGuide languages={languagesInOrder(briefing.languages, here.catalogue.languages)} />
    </HereProvider>
  );
}

/** Languages the screens have words for, in this visit's order. */
function languagesInOrder(order: readonly string[], available: readonly string[]): readonly string[] {
  const shown = order.filter(
    (language) => available.includes(language) && screenLanguages.includes(language),
  );
  return shown.length > 0 ? shown : screenLanguages.filter((language) => available.includes(language));
}

function NotServed({ languages }: { readonly languages: readonly string[] }) {
  const shown = languages.filter((language) => screenLanguages.includes(language));
  useDocumentMarks({ screen: 'maintenance', language: null, document: null, edition: null });
  return <OutOfService languages={shown.length > 0 ? shown : screenLanguages} />;
}

function WithoutGuide({ languages }: { readonly languages: readonly string[] }) {
  const shown = languages.length > 0 ? languages : screenLanguages;
  useDocumentMarks({ screen: 'preparing', language: null, document: null, edition: null });
  return <Preparing languages={shown} />;
}

function WithGuide({ languages }: { readonly languages: readonly string[] }) {
  const language = useVisit((visit) => visit.language);
  return language ? (
    <Visit languages={languages} language={language} />
  ) : (
    <AttractScreen languages={languages} />
  );
}

function AttractScreen({ languages }: { readonly languages: readonly string[] }) {
  const { catalogue, kiosk } = useHere();
  useDocumentMarks({ screen: 'attract', language: null, document: null, edition: catalogue.seq });
  return (
    <Attract
      guide={catalogue.guide}
      languages={languages}
      onBegin={async (language) => {
        const answer = answerTouch();
        await answer?.shown;
        answer?.letGo();
        if (useVisit.getState().language) return;
        useVisit.setState({ language });
        // The visit begins on this screen at once; the stage only needs to know that somebody is here.
        kiosk.beginVisit({ language }).catch(() => undefined);
      }}
    />
  );
}
