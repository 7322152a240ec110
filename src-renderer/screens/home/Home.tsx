import { ArrowRight } from 'lucide-react';
import type { Theme } from '../../../content/model/guide.ts';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import { RemembersEntry } from '../../visit/RemembersEntry.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { Audiences } from './Audiences.tsx';
import { HomeChecklists } from './HomeChecklists.tsx';
import { HomeNotices } from './HomeNotices.tsx';
import { HomeServices } from './HomeServices.tsx';
import { Today } from './Today.tsx';
import './home.css';

/**
 * Where would you like to go: the five areas as lines, then "I am …" as the second way in. What is on today, checklists,
 * people who help and notices wait below; their upper edge shows that there is more.
 */
export function Home({ stop, languageSwitch, brand }: ScreenProps) {
  const { catalogue, navigator } = useHere();
  const { t } = useWords();
  const areaRef = useKeptPlace(stop);
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
          <Audiences where="beside" />
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
              onTouch={() => void navigator.to({ screen: 'theme', theme: theme.id })}
            />
          ))}
        </ul>
        <Audiences where="below" />
        <Today />
        <div className="home__cards">
          <HomeChecklists />
          <HomeServices />
        </div>
        <HomeNotices />
        <div className="home__foot">
          <RemembersEntry />
        </div>
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
