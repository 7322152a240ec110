import { ArrowRight } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { DocumentHeader, PageDocument } from '../../../content/model/document.ts';
import { Blocks } from '../../ui/blocks/Blocks.tsx';
import { BlockSettingProvider } from '../../ui/blocks/block-setting.ts';
import { Pill } from '../../ui/Pill.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { useBlockSettingHere } from '../../visit/block-setting-here.ts';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useTravelledLine } from './use-travelled-line.ts';
import './article.css';

/** A page to read: a journey along its line, headings are stations, the line fills as the visitor reads on. */
export function Article({
  document,
  stop,
  back,
  languageSwitch,
}: ScreenProps & { readonly document: PageDocument }) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
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
  useTravelledLine(area, journey, `${header.id}.${language}`);
  const theme = catalogue.guide.themes.find((candidate) => candidate.id === header.theme);
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
          <p>{t('minutes.read', { count: header.minutes })}</p>
        </div>
      }
    >
      <article className="journey" ref={journey}>
        <span className="journey__line" aria-hidden />
        <BlockSettingProvider value={setting}>
          <Blocks blocks={document.body} prefix="b" />
        </BlockSettingProvider>
        <Onwards header={header} />
      </article>
    </ScreenFrame>
  );
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
              <li
                key={other.id}
                data-line={catalogue.guide.themes.find((theme) => theme.id === other.theme)?.line}
              >
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
