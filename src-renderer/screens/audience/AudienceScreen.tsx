import { ArrowRight } from 'lucide-react';
import type { Audience } from '../../../content/model/kinds.ts';
import { Pill } from '../../ui/Pill.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { StopList } from '../../ui/StopList.tsx';
import { Title } from '../../ui/Title.tsx';
import { AudienceIcon } from '../../visit/AudienceIcon.tsx';
import { DocumentStop } from '../../visit/DocumentStop.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { ThemeHeading } from '../../visit/ThemeHeading.tsx';
import { documentsFor } from './documents-for.ts';
import './audience-screen.css';

/** The second way in: where somebody like this visitor does best to begin, then what concerns them, area by area. */
export function AudienceScreen({
  audience,
  stop,
  back,
  languageSwitch,
}: ScreenProps & { readonly audience: Audience }) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const areaRef = useKeptPlace(stop);
  const { begin, themes } = documentsFor(audience, catalogue.guide, catalogue.headers(language));
  return (
    <ScreenFrame
      line="ink"
      head="band"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="audience-title">
          <span className="audience-title__icon" aria-hidden>
            <AudienceIcon audience={audience} size="7.2rem" />
          </span>
          <div>
            <Title>{t(`audience.${audience}`)}</Title>
            <p>{t('audience.hint')}</p>
          </div>
        </div>
      }
    >
      <div className="audience">
        {begin.length > 0 && (
          <section className="audience__begin">
            <h2 data-anchor="begin">{t('audience.begin')}</h2>
            <StopList>
              {begin.map((header) => (
                <DocumentStop key={header.id} header={header} />
              ))}
            </StopList>
          </section>
        )}
        {themes.map(({ theme, headers }) => (
          <section key={theme.id} data-line={theme.line}>
            <ThemeHeading theme={theme} />
            <StopList>
              {headers.map((header) => (
                <DocumentStop key={header.id} header={header} />
              ))}
            </StopList>
            <div className="audience__whole">
              <Pill
                look="outline"
                data-theme-id={theme.id}
                end={<ArrowRight aria-hidden size="3.4rem" strokeWidth={2.4} />}
                onClick={() => navigator.to({ screen: 'theme', theme: theme.id })}
              >
                {t('audience.whole', { theme: theme.title[language] })}
              </Pill>
            </div>
          </section>
        ))}
        {begin.length + themes.length === 0 && <p className="audience__empty">{t('theme.empty')}</p>}
      </div>
    </ScreenFrame>
  );
}
