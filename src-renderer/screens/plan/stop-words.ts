import { type DocumentHeader, type GuideDocument, themeOf } from '../../../content/model/document.ts';
import { findTheme, type Guide } from '../../../content/model/guide.ts';
import type { LocalTime } from '../../../content/model/kinds.ts';
import { plainText } from '../../../content/model/plain-text.ts';
import { capital, occurrenceWords } from '../../language/dates.ts';
import type { Translate } from '../../language/translator.ts';
import { occurrenceAt } from '../../takeaway/occurrence-at.ts';
import type { PlanThing } from '../../visit/plan.ts';

/** A stop of the plan in words of one language. */
export type StopWords = {
  readonly title: string;
  /** When, where or how much, in a few words. */
  readonly note: string;
  /** Colour of its area's line. */
  readonly line: string;
  /** True when it is done already: its items are ticked. */
  readonly done: boolean;
};

/** What the words of a stop are made of. */
export type StopSources = {
  readonly header: DocumentHeader | undefined;
  readonly document: GuideDocument | undefined;
  /** Ticked anchors of its checklist. */
  readonly ticks: readonly string[];
  readonly guide: Pick<Guide, 'themes'>;
  readonly now: LocalTime;
  readonly t: Translate;
};

/** Says what a stop is; null when the guide no longer has it. */
export function stopWords(thing: PlanThing, sources: StopSources): StopWords | null {
  const { header, document, ticks, guide, now, t } = sources;
  if (!header) return null;
  const { title, language } = header;
  const line = findTheme(guide, themeOf(header))?.line ?? 'ink';
  switch (thing.kind) {
    case 'event': {
      const time = occurrenceAt(header, thing.starts);
      const when = time ? occurrenceWords(time, now, language, t) : t('facts.over');
      return { title, note: when, line, done: false };
    }
    case 'contact': {
      const note = header.kind === 'service' ? t(`access.${header.access}`) : t('partner.label');
      return { title, note: capital(note, language), line, done: false };
    }
    case 'remains': {
      const count = header.kind === 'checklist' ? header.items - ticks.length : 0;
      const note = count > 0 ? t('plan.remains', { count }) : t('checklist.complete');
      return { title, note, line, done: count === 0 };
    }
    case 'item': {
      const groups = document?.kind === 'checklist' ? document.groups : [];
      const item = groups.flatMap(({ items }) => items).find(({ anchor }) => anchor === thing.anchor);
      const done = ticks.includes(thing.anchor);
      return {
        title: item ? plainText(item.text) : title,
        note: done ? t('plan.doneItem') : title,
        line,
        done,
      };
    }
    case 'document':
      return { title, note: t('minutes.read', { count: header.minutes }), line, done: false };
  }
}
