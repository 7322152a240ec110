import { useMemo } from 'react';
import { ComfortPanel } from '../comfort/ComfortPanel.tsx';
import { translatorFor } from '../language/translator.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { gathered, hasGathered } from '../visit/gathered.ts';
import { useCurrentStop, useHere, useWords } from '../visit/here.tsx';
import { IdleWarning } from '../visit/IdleWarning.tsx';
import { warningLength } from '../visit/idle.ts';
import { UrgentNotice } from '../visit/UrgentNotice.tsx';
import { useEndVisit } from '../visit/use-end-visit.ts';
import { useIdle } from '../visit/use-idle.ts';
import { useVisit } from '../visit/visit-store.ts';
import { Brand } from './Brand.tsx';
import { CurrentScreen } from './CurrentScreen.tsx';
import { useComfort } from './use-comfort.ts';
import { VisitBar } from './VisitBar.tsx';
import './visit.css';

const now = () => performance.now();

/** Rest on the last screen before the warning, in milliseconds: somebody who said "I'm done" has most likely gone. */
const LEAVING_REST_MS = 20_000;

type VisitProps = { readonly languages: readonly string[]; readonly language: string };

/** A visit: the current screen, the low bar, and the question whether anybody is still there. */
export function Visit({ languages, language }: VisitProps) {
  const { briefing, catalogue, navigator } = useHere();
  const { idle } = briefing;
  const { t } = useWords();

  const end = useEndVisit();
  const leaving = useCurrentStop().place.screen === 'leaving';
  const limits = useMemo(
    () => (leaving ? { ...idle, warnAfterMs: Math.min(idle.warnAfterMs, LEAVING_REST_MS) } : idle),
    [idle, leaving],
  );
  const rest = useIdle(true, limits, () => end('idle'), now);

  // Whoever has gathered something hears once what will be forgotten; whoever has not simply goes.
  const done = () =>
    leaving || !hasGathered(gathered(useVisit.getState()))
      ? end('done')
      : void navigator.to({ screen: 'leaving' });

  const comfort = useComfort();

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
      {comfort.isOpen && (
        <ComfortPanel
          t={t}
          comfort={comfort.chosen}
          onChoose={(chosen) => void comfort.choose(chosen)}
          onClose={comfort.close}
        />
      )}
      <VisitBar comfortOpen={comfort.isOpen} onComfort={comfort.toggle} onDone={done} />
      {rest.state.kind === 'warning' && (
        <IdleWarning
          remainingMs={rest.state.remainingMs}
          totalMs={warningLength(limits)}
          onStay={rest.stay}
          onLeave={() => end('done')}
        />
      )}
    </div>
  );
}
