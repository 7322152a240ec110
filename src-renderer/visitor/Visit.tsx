import { useCallback } from 'react';
import { translatorFor } from '../language/translator.ts';
import { startOfWay } from '../navigation/place.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useHere, useWords } from '../visit/here.tsx';
import { IdleWarning } from '../visit/IdleWarning.tsx';
import { warningLength } from '../visit/idle.ts';
import { UrgentNotice } from '../visit/UrgentNotice.tsx';
import { useIdle } from '../visit/use-idle.ts';
import { freshVisit, useVisit } from '../visit/visit-store.ts';
import { Brand } from './Brand.tsx';
import { CurrentScreen } from './CurrentScreen.tsx';
import { VisitBar } from './VisitBar.tsx';
import './visit.css';

const now = () => performance.now();

type VisitProps = { readonly languages: readonly string[]; readonly language: string };

/** A visit: the current screen, the low bar, and the question whether anybody is still there. */
export function Visit({ languages, language }: VisitProps) {
  const { briefing, catalogue, kiosk, navigator } = useHere();
  const { t } = useWords();

  const end = useCallback(
    (reason: 'done' | 'idle') => {
      kiosk.endVisit({ reason }).catch(() => {
        // The stage did not swap: at least nothing of this visit stays on the screen.
        navigator.store.setState({ way: startOfWay, documents: {} }, true);
        useVisit.setState(freshVisit, true);
      });
    },
    [kiosk, navigator],
  );
  const idle = useIdle(true, briefing.idle, () => end('idle'), now);

  const languageSwitch = (
    <LanguageSwitch
      languages={languages.map((code) => ({ code, name: translatorFor(code)('language.name') }))}
      current={language}
      label={t('language.switch')}
      onSwitch={(chosen) => void navigator.switchLanguage(chosen)}
    />
  );

  return (
    <div className="visit">
      <div className="visit__screen">
        <CurrentScreen
          languageSwitch={languageSwitch}
          brand={<Brand languages={languages} guide={catalogue.guide} />}
        />
      </div>
      <UrgentNotice />
      <VisitBar onDone={() => end('done')} />
      {idle.state.kind === 'warning' && (
        <IdleWarning
          remainingMs={idle.state.remainingMs}
          totalMs={warningLength(briefing.idle)}
          onStay={idle.stay}
          onLeave={() => end('done')}
        />
      )}
    </div>
  );
}
