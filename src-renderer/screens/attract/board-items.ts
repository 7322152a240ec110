import type { LocalTime } from '../../../content/model/kinds.ts';
import type { Language, ThemeId } from '../../../content/model/names.ts';
import { dayOf } from '../../../content/model/occurrences.ts';
import type { Opening } from '../../../content/model/opening-hours.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { capital, dayWords, hourWords } from '../../language/dates.ts';
import { translatorFor } from '../../language/translator.ts';
import { type AgendaEntry, ANY_EVENT, agendaOf, isGoingOn, wishedEvents } from '../../visit/agenda.ts';
import type { ShownNotice } from '../../visit/notices.ts';

/** The words of one language on the board; every language has as many. */
export type BoardWords = {
  readonly language: Language;
  /** When, or what sort of message. */
  readonly label: string;
  readonly title: string;
  /** More to read; urgent messages only. */
  readonly text: string | null;
};

/** One thing the board shows at a time, in every language at once. */
export type BoardItem = {
  readonly key: string;
  readonly look: 'event' | 'notice' | 'urgent' | 'closed';
  /** The area whose station lights up with it. */
  readonly theme: ThemeId | null;
  /** The hour it begins at, the same in every language; null when it has none. */
  readonly hour: string | null;
  readonly words: readonly BoardWords[];
};

/** How many events a round has at most. */
const EVENTS_SHOWN = 4;

/** How many messages a round has at most, beside the events. */
const NOTICES_SHOWN = 2;

/** What the board knows. */
export type BoardNews = {
  readonly catalogue: Pick<Catalogue, 'headers' | 'header'>;
  /** In this visit's order. */
  readonly languages: readonly Language[];
  readonly now: LocalTime;
  /** In the order of the languages. */
  readonly notices: readonly (readonly ShownNotice[])[];
  /** Null when nobody knows the hours. */
  readonly opening: Opening | null;
};

/** What the board shows, one after the other: urgent messages and nothing else, or what is on, and what is new. */
export function boardItems(news: BoardNews): readonly BoardItem[] {
  const messages = (urgency: ShownNotice['urgency']) =>
    (news.notices[0] ?? [])
      .filter((notice) => notice.urgency === urgency)
      .flatMap((notice) => messageItem(notice, news));
  const urgent = messages('urgent');
  if (urgent.length > 0) return urgent;
  return [
    ...closedItem(news),
    ...nextEvents(news).flatMap((entry) => eventItem(entry, news)),
    ...messages('information').slice(0, NOTICES_SHOWN),
  ];
}

/** What is left of today; on a day without anything, what comes next. */
function nextEvents({ catalogue, languages, now }: BoardNews): readonly AgendaEntry[] {
  const [first] = languages;
  if (first === undefined) return [];
  const { today, week, later } = agendaOf(wishedEvents(catalogue.headers(first), ANY_EVENT), now);
  if (today.length > 0) return today.slice(0, EVENTS_SHOWN);
  return [...week.flatMap(({ entries }) => entries), ...later].slice(0, 2);
}

function eventItem({ header, time }: AgendaEntry, { catalogue, languages, now }: BoardNews): BoardItem[] {
  const words = languages.flatMap((language): BoardWords[] => {
    const own = catalogue.header(header.id, language);
    if (own?.kind !== 'event') return [];
    const t = translatorFor(language);
    const label = isGoingOn(time, now)
      ? t('agenda.now', { time: hourWords(time.ends, language) })
      : dayWords(time.starts, now, language, t);
    return [{ language, label: capital(label, language), title: own.title, text: null }];
  });
  return whole(languages, {
    key: `${header.id} ${time.starts}`,
    look: 'event',
    theme: header.theme,
    hour: hourWords(time.starts, header.language),
    words,
  });
}

function messageItem(notice: ShownNotice, { languages, notices }: BoardNews): BoardItem[] {
  const urgent = notice.urgency === 'urgent';
  const words = languages.flatMap((language, index): BoardWords[] => {
    const own = notices[index]?.find(({ key }) => key === notice.key);
    if (!own) return [];
    const t = translatorFor(language);
    const text = own.body.kind === 'words' ? own.body.paragraphs.join(' ') : own.body.summary;
    return [
      {
        language,
        label: t(urgent ? 'notice.urgent' : 'notice.label'),
        title: own.title,
        text: urgent ? text : null,
      },
    ];
  });
  return whole(languages, {
    key: notice.key,
    look: urgent ? 'urgent' : 'notice',
    theme: null,
    hour: null,
    words,
  });
}

function closedItem({ opening, languages, now }: BoardNews): BoardItem[] {
  if (opening === null || opening.open) return [];
  const words = languages.map((language): BoardWords => {
    const t = translatorFor(language);
    const { opens } = opening;
    if (opens === null) return { language, label: '', title: t('attract.closed'), text: null };
    const day = dayOf(opens) === dayOf(now) ? null : dayWords(opens, now, language, t);
    const time = hourWords(opens, language);
    const title = day === null ? t('attract.opensToday', { time }) : t('attract.opensAt', { day, time });
    return { language, label: t('attract.closed'), title, text: null };
  });
  return [{ key: `closed ${opening.opens}`, look: 'closed', theme: null, hour: null, words }];
}

/** Only what every language can say is said at all: none of them stands back. */
function whole(languages: readonly Language[], item: BoardItem): BoardItem[] {
  return item.words.length === languages.length ? [item] : [];
}
