import { ArrowRight, ListChecks } from 'lucide-react';
import { findTheme } from '../../../content/model/guide.ts';
import { DocumentCard } from '../../ui/DocumentCard.tsx';
import { Pill } from '../../ui/Pill.tsx';
import type { ComingEvent } from '../../visit/coming-events.ts';
import { EventCard } from '../../visit/EventCard.tsx';
import { useHere, useWords } from '../../visit/here.tsx';
import { sensibleStep } from '../../visit/plan.ts';
import { useComingEvents } from '../../visit/use-coming-events.ts';
import { useMinute } from '../../visit/use-minute.ts';

/** The empty plan: the line is there already, with a first stop to take for each of its parts. */
export function Invitation() {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const featured = catalogue.header(catalogue.guide.featured, language);
  const now = useMinute();
  // Under "this week" stands an event of this week, unless there is none.
  const coming = useComingEvents();
  const stepOf = ({ header, next }: ComingEvent) =>
    sensibleStep({ kind: 'event', id: header.id, starts: next.starts }, header, now);
  const next = coming.find((event) => stepOf(event) === 'week') ?? coming[0];
  const lineOf = (theme: string) => findTheme(catalogue.guide, theme)?.line ?? 'ink';
  return (
    <>
      <div className="route__empty">
        <h2>{t('plan.empty')}</h2>
        <p>{t('plan.emptyText')}</p>
      </div>
      <h2 className="route__step">{t('plan.step.now')}</h2>
      {featured?.kind === 'checklist' ? (
        <div className="route__offer" data-line={lineOf(featured.theme)}>
          <DocumentCard
            id={featured.id}
            icon={<ListChecks aria-hidden size="5.2rem" strokeWidth={2.2} />}
            title={featured.title}
            note={t('home.checklist')}
            onTouch={() => void navigator.toDocument(featured.id)}
          />
        </div>
      ) : (
        <p className="route__hint">{t('plan.hint.now')}</p>
      )}
      <h2 className="route__step">{t('plan.step.week')}</h2>
      {next ? (
        <div className="route__offer" data-line={lineOf(next.header.theme)}>
          <EventCard event={next} />
        </div>
      ) : (
        <p className="route__hint">{t('plan.hint.week')}</p>
      )}
      <h2 className="route__step">{t('plan.step.later')}</h2>
      <div className="route__offer">
        <Pill
          data-action="choose-direction"
          end={<ArrowRight aria-hidden size="4.4rem" strokeWidth={2.4} />}
          onClick={navigator.toHome}
        >
          {t('plan.emptyHome')}
        </Pill>
      </div>
    </>
  );
}
