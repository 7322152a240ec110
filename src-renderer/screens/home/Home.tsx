import { ArrowRight } from 'lucide-react';
import type { DocumentHeader } from '../../../content/model/document.ts';
import type { Theme } from '../../../content/model/guide.ts';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { useLandscape } from '../../ui/use-landscape.ts';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useTicks } from '../../visit/visit-store.ts';
import { ChecklistCard } from './ChecklistCard.tsx';
import { HomeNotice } from './HomeNotice.tsx';
import { NextEvent } from './NextEvent.tsx';
import './home.css';

/** Where would you like to go: the five areas as lines, and the checklist of the moment. */
export function Home({ stop, languageSwitch, brand }: ScreenProps) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const areaRef = useKeptPlace(stop);
  const landscape = useLandscape();
  const header = catalogue.header(catalogue.guide.featured, language);
  const cards = (
    <div className="home__cards">
      {header && <Featured header={header} onTouch={() => void navigator.toDocument(header.id)} />}
      <NextEvent />
    </div>
  );
  return (
    <ScreenFrame
      line="ink"
      head="plain"
      back={null}
      brand={brand}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="home__title">
          <Title>{t('home.question')}</Title>
          <p>{t('home.hint')}</p>
          <HomeNotice />
          {landscape && cards}
        </div>
      }
    >
      <div className="home__body">
        <ul className="home__lines">
          {catalogue.guide.themes.map((theme, index) => (
            <ThemeRow
              key={theme.id}
              theme={theme}
              turn={index}
              onTouch={() => navigator.to({ screen: 'theme', theme: theme.id })}
            />
          ))}
        </ul>
        {!landscape && cards}
      </div>
    </ScreenFrame>
  );
}

type ThemeRowProps = { readonly theme: Theme; readonly turn: number; readonly onTouch: () => void };

function ThemeRow({ theme, turn, onTouch }: ThemeRowProps) {
  const { language } = useWords();
  return (
    <li data-line={theme.line} data-anchor={theme.id} style={{ '--turn': turn }}>
      <button type="button" className="theme-row" data-theme-id={theme.id} onClick={onTouch}>
        <span className="theme-row__in" aria-hidden />
        <span className="theme-row__icon" aria-hidden>
          <LineIcon name={theme.icon} size="5.2rem" />
        </span>
        <span className="theme-row__words">
          <span className="theme-row__title">{theme.title[language]}</span>
          <span className="theme-row__summary">{theme.summary[language]}</span>
        </span>
        <span className="theme-row__go" aria-hidden>
          <ArrowRight size="4rem" strokeWidth={2.4} />
        </span>
        <span className="theme-row__out" aria-hidden />
      </button>
    </li>
  );
}

function Featured({ header, onTouch }: { readonly header: DocumentHeader; readonly onTouch: () => void }) {
  const ticks = useTicks(header.id);
  return <ChecklistCard header={header} done={ticks.length} onTouch={onTouch} />;
}
