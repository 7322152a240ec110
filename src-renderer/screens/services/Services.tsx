import type { DocumentHeader } from '../../../content/model/document.ts';
import { themeOf } from '../../../content/model/document.ts';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { StopList } from '../../ui/StopList.tsx';
import { Title } from '../../ui/Title.tsx';
import { DocumentStop } from '../../visit/DocumentStop.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { ThemeHeading } from '../../visit/ThemeHeading.tsx';
import './services.css';

/** Who helps here: what, for whom, how to get in; those for everybody first, then area by area, then the partners. */
export function Services({ stop, back, languageSwitch }: ScreenProps) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const areaRef = useKeptPlace(stop);
  const headers = catalogue.headers(language);
  const services = headers.filter(({ kind }) => kind === 'service');
  const partners = headers.filter(({ kind }) => kind === 'partner');
  const forAll = services.filter((header) => themeOf(header) === undefined);
  return (
    <ScreenFrame
      line="ink"
      head="band"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="services-title">
          <Title>{t('services.title')}</Title>
          <p>{t('services.hint')}</p>
        </div>
      }
    >
      <div className="services">
        {forAll.length > 0 && <Group anchor="all" heading={t('services.forAll')} headers={forAll} />}
        {catalogue.guide.themes.map((theme) => {
          const own = services.filter((header) => themeOf(header) === theme.id);
          return (
            own.length > 0 && (
              <section key={theme.id} data-line={theme.line}>
                <ThemeHeading theme={theme} />
                <StopList>
                  {own.map((header) => (
                    <DocumentStop key={header.id} header={header} />
                  ))}
                </StopList>
              </section>
            )
          );
        })}
        {partners.length > 0 && (
          <Group anchor="partners" heading={t('services.partners')} headers={partners} />
        )}
        {services.length + partners.length === 0 && <p className="services__empty">{t('theme.empty')}</p>}
      </div>
    </ScreenFrame>
  );
}

type GroupProps = {
  readonly anchor: string;
  readonly heading: string;
  readonly headers: readonly DocumentHeader[];
};

function Group({ anchor, heading, headers }: GroupProps) {
  return (
    <section>
      <h2 className="services__heading" data-anchor={anchor}>
        {heading}
      </h2>
      <StopList>
        {headers.map((header) => (
          <DocumentStop key={header.id} header={header} />
        ))}
      </StopList>
    </section>
  );
}
