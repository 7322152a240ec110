import { CalendarDays, House, ListChecks, MapPin, Search } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { THEME_ICONS } from '../../../content/model/guide.ts';
import type { Language } from '../../../content/model/names.ts';
import { screenLanguages, translatorFor } from '../../language/translator.ts';
import { DocumentCard } from '../../ui/DocumentCard.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { LowBar } from '../../ui/LowBar.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { Station } from '../../ui/Station.tsx';
import { Title } from '../../ui/Title.tsx';
import { IdleWarning } from '../../visit/IdleWarning.tsx';
import { PrintOffer } from '../../visit/print/PrintTicket.tsx';
import type { GalleryState } from './state.ts';

const LINES = ['blue', 'green', 'red', 'amber', 'violet', 'ink'] as const;

const nothing = () => undefined;

function part(id: string, title: string, render: (language: Language) => ReactNode): GalleryState {
  return { kind: 'part', id: `part/${id}`, title, render };
}

/** The same part once on each line's colour. */
function onEachLine(render: (line: (typeof LINES)[number]) => ReactNode): ReactNode {
  return LINES.map((line) => (
    <div key={line} className="gallery-part__row" data-line={line}>
      {render(line)}
    </div>
  ));
}

/** The parts every screen is made of, each in all its states, with the words of the screens. */
export const partStates: readonly GalleryState[] = [
  part('pills', 'Pills', (language) => {
    const t = translatorFor(language);
    const looks = ['solid', 'outline', 'light'] as const;
    return looks.map((look) => (
      <div key={look} className="gallery-part__row" data-on={look === 'light' ? 'ink' : 'paper'}>
        <Pill look={look}>{t('attract.begin')}</Pill>
        <Pill look={look} start={<Search aria-hidden size="3.4rem" />}>
          {t('idle.stay')}
        </Pill>
        <Pill look={look} disabled>
          {t('bar.done')}
        </Pill>
      </div>
    ));
  }),
  part('lines', 'Lines and stations', () =>
    onEachLine(() => (
      <>
        <Station />
        <Station passed />
        <Station size="large">
          <MapPin aria-hidden size="5rem" strokeWidth={2.2} />
        </Station>
        {THEME_ICONS.map((icon) => (
          <LineIcon key={icon} name={icon} size="5.2rem" />
        ))}
      </>
    )),
  ),
  part('titles', 'Titles', (language) => {
    const t = translatorFor(language);
    return [t('home.question'), t('idle.title'), 'Gemeenteraadsverkiezingen', 'CV'].map((words) => (
      <Title key={words}>{words}</Title>
    ));
  }),
  part('language-switch', 'The language switch', (language) => {
    const t = translatorFor(language);
    const languages = screenLanguages.map((code) => ({ code, name: translatorFor(code)('language.name') }));
    return screenLanguages.map((current) => (
      <div key={current} className="gallery-part__row">
        <LanguageSwitch
          languages={languages}
          current={current}
          label={t('language.switch')}
          onSwitch={nothing}
        />
      </div>
    ));
  }),
  part('low-bar', 'The low bar', (language) => {
    const t = translatorFor(language);
    const item = (action: string, icon: ReactNode, words: string, count: number, current: boolean) => ({
      action,
      icon,
      words,
      count,
      current,
      onTouch: nothing,
    });
    const items = [
      item('home', <House aria-hidden strokeWidth={2.2} />, t('bar.home'), 0, true),
      item('list', <ListChecks aria-hidden strokeWidth={2.2} />, t('home.checklists'), 12, false),
    ];
    return [1, 2].map((howMany) => (
      <Fragment key={howMany}>
        <LowBar
          label={t('bar.label')}
          items={items.slice(0, howMany)}
          done={t('bar.done')}
          onDone={nothing}
        />
      </Fragment>
    ));
  }),
  part('document-cards', 'Cards of documents', (language) => {
    const t = translatorFor(language);
    return onEachLine((line) => (
      <DocumentCard
        id={`gallery/${line}`}
        title={t('home.hint')}
        note={t('theme.events')}
        icon={<CalendarDays aria-hidden size="4.4rem" strokeWidth={2.2} />}
        onTouch={nothing}
      />
    ));
  }),
  part('idle-warning', 'The idle warning', () => (
    <IdleWarning remainingMs={17_000} totalMs={30_000} onStay={nothing} onLeave={nothing} />
  )),
  part('printing', 'Printing, in each of its states', () =>
    [
      { offered: true, status: null },
      ...(['busy', 'printed', 'given-up'] as const).map((status) => ({ offered: true, status })),
      ...(['printing', 'out-of-paper', 'offline', 'failed', 'too-long', 'enough'] as const).map((status) => ({
        offered: false,
        status,
      })),
    ].map((view) => (
      <div key={view.status} className="gallery-part__row">
        <PrintOffer view={view} onPrint={nothing} />
      </div>
    )),
  ),
];
