import { ArrowRight } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { type DocumentHeader, type GuideDocument, themeOf } from '../../../content/model/document.ts';
import { findTheme } from '../../../content/model/guide.ts';
import { capital } from '../../language/dates.ts';
import { Blocks } from '../../ui/blocks/Blocks.tsx';
import { BlockSettingProvider } from '../../ui/blocks/block-setting.ts';
import { Pill } from '../../ui/Pill.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { useBlockSettingHere } from '../../visit/block-setting-here.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import { Keep } from '../../visit/Keep.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { Contents, stationsOf } from './Contents.tsx';
import { Facts } from './Facts.tsx';
import { useStationReached } from './use-station-reached.ts';
import { useTravelledLine } from './use-travelled-line.ts';
import './article.css';

/** Documents that are read from top to bottom. */
export type ReadDocument = Exclude<GuideDocument, { kind: 'checklist' }>;

/** A page to read: a journey along its line, headings are stations, the line fills as the visitor reads on. */
export function Article({
  document,
  stop,
  back,
  languageSwitch,
}: ScreenProps & { readonly document: ReadDocument }) {
  const { catalogue } = useHere();
  const { language } = useWords();
  const { header } = document;
  const area = useRef<HTMLElement | null>(null);
  const journey = useRef<HTMLElement>(null);
  const keepPlace = useKeptPlace(stop);
  const areaRef = useMemo(
    () => (element: HTMLElement | null) => {
      area.current = element;
      keepPlace(element);
    },
    [keepPlace],
  );
  const setting = useBlockSettingHere(header.id);
  const subtitle = useSubtitle(header);
  useTravelledLine(area, journey, `${header.id}.${language}`);
  const stations = useMemo(() => stationsOf(document.body), [document]);
  const reached = useStationReached(
    area,
    stations.map(({ anchor }) => anchor),
  );
  const theme = findTheme(catalogue.guide, themeOf(header));
  // A page is kept once it is read; a date or an address is what one came for.
  const isPage = document.kind === 'page';
  return (
    <ScreenFrame
      line={theme?.line ?? 'ink'}
      head="band"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="article-title">
          <Title>{header.title}</Title>
          <p>{subtitle}</p>
          <Contents stations={stations} current={reached.current} where="beside" onTouch={reached.goTo} />
        </div>
      }
    >
      <Contents stations={stations} current={reached.current} where="above" onTouch={reached.goTo} />
      <article className="journey" data-contents={stations.length > 0 || undefined} ref={journey}>
        <span className="journey__line" aria-hidden />
        <BlockSettingProvider value={setting}>
          <Facts document={document} />
          {!isPage && <Keep header={header} />}
          <Blocks blocks={document.body} prefix="b" />
        </BlockSettingProvider>
        {isPage && <Keep header={header} />}
        <Onwards header={header} />
      </article>
    </ScreenFrame>
  );
}

/** What sort of document it is, or how long it takes to read. */
function useSubtitle(header: DocumentHeader): string {
  const { language, t } = useWords();
  switch (header.kind) {
    case 'event':
      return t(`events.${header.type}`);
    case 'service':
      return capital(t(`access.${header.access}`), language);
    case 'partner':
      return t('partner.label');
    case 'notice':
      return t(header.urgency === 'urgent' ? 'notice.urgent' : 'notice.label');
    default:
      return t('minutes.read', { count: header.minutes });
  }
}

/** Where the line goes on from here. */
function Onwards({ header }: { readonly header: DocumentHeader }) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const next = header.next && catalogue.header(header.next, language);
  const related = header.related
    .flatMap((id) => catalogue.header(id, language) ?? [])
    .filter((other) => other !== next);
  if (!next && related.length === 0) return null;
  return (
    <footer className="onwards" data-anchor="onwards">
      {next && (
        <>
          <h2 className="onwards__label" data-station="next">
            {t('article.next')}
          </h2>
          <Pill
            data-document-id={next.id}
            end={<ArrowRight aria-hidden size="4.4rem" strokeWidth={2.4} />}
            onClick={() => void navigator.toDocument(next.id)}
          >
            {next.title}
          </Pill>
        </>
      )}
      {related.length > 0 && (
        <>
          <h2 className="onwards__label">{t('article.related')}</h2>
          <ul>
            {related.map((other) => (
              <li key={other.id} data-line={findTheme(catalogue.guide, themeOf(other))?.line}>
                <button
                  type="button"
                  data-document-id={other.id}
                  onClick={() => void navigator.toDocument(other.id)}
                >
                  <span className="onwards__dot" aria-hidden />
                  {other.title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </footer>
  );
}
