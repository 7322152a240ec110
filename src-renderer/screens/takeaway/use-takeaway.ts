import { useMemo } from 'react';
import { occurrenceToKeep } from '../../language/dates.ts';
import type { TakeawayOf } from '../../navigation/place.ts';
import { type Takeaway, takeawayOfDocument, takeawayOfPlan } from '../../takeaway/offers.ts';
import type { Embed } from '../../takeaway/plain-lines.ts';
import { comingEvents } from '../../visit/coming-events.ts';
import { useHere, useWords } from '../../visit/here.tsx';
import { usePlan } from '../../visit/plan-store.ts';
import { useLoaded } from '../../visit/use-loaded.ts';
import { useMinute } from '../../visit/use-minute.ts';
import { useVisit } from '../../visit/visit-store.ts';

/** How many of the next events a text takes along. */
const EVENTS_TOLD = 3;

const NO_TICKS: readonly string[] = [];

/** What is taken home of the plan or of a document, in the visit's language; null when there is nothing. */
export function useTakeaway(of: TakeawayOf): Takeaway | null {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const document = useLoaded();
  const plan = usePlan();
  const ticks = useVisit((visit) => visit.ticks);
  const now = useMinute();
  return useMemo(() => {
    const embed: Embed = (block) => {
      if (block.type === 'checklist') return [catalogue.header(block.to, language)?.title ?? ''];
      const wish = { type: block.eventType, theme: block.theme };
      return comingEvents(catalogue, language, now, wish)
        .slice(0, EVENTS_TOLD)
        .map(({ header, next }) =>
          t('takeaway.fact', { label: header.title, words: occurrenceToKeep(next, language) }),
        );
    };
    const words = {
      language,
      t,
      now,
      guide: catalogue.guide,
      header: (id: string) => catalogue.header(id, language),
      embed,
    };
    const sources = { plan, document, ticks: (id: string) => ticks[id] ?? NO_TICKS, words };
    if (of.what === 'document') return takeawayOfDocument(of.id, sources);
    return plan.length > 0 ? takeawayOfPlan(sources) : null;
  }, [of, catalogue, language, t, document, plan, ticks, now]);
}
