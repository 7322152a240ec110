import { ListChecks } from 'lucide-react';
import type { EmbeddedBlock } from '../ui/blocks/block-setting.ts';
import { DocumentCard } from '../ui/DocumentCard.tsx';
import { EventCard } from './EventCard.tsx';
import { useHere, useWords } from './here.tsx';
import { useComingEvents } from './use-coming-events.ts';
import { useTicks } from './visit-store.ts';

/** How many of the next events a text shows. */
const EVENTS_SHOWN = 3;

/** What the guide puts into a text: a checklist with its progress, or the next events. */
export function Embedded({ block }: { readonly block: EmbeddedBlock }) {
  return block.type === 'checklist' ? <OfferedChecklist id={block.to} /> : <NextEvents wish={block} />;
}

function OfferedChecklist({ id }: { readonly id: string }) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const done = useTicks(id).length;
  const header = catalogue.header(id, language);
  if (header?.kind !== 'checklist') return null;
  return (
    <DocumentCard
      id={id}
      icon={<ListChecks aria-hidden size="5.2rem" strokeWidth={2.2} />}
      title={header.title}
      note={
        done > 0
          ? t('checklist.progress', { done, total: header.items })
          : t('minutes.about', { count: header.minutes })
      }
      onTouch={() => void navigator.toDocument(id)}
    />
  );
}

function NextEvents({ wish }: { readonly wish: Extract<EmbeddedBlock, { type: 'events' }> }) {
  const { t } = useWords();
  const events = useComingEvents({ type: wish.eventType, theme: wish.theme }).slice(0, EVENTS_SHOWN);
  if (events.length === 0) return <p>{t('events.none')}</p>;
  return events.map((event) => <EventCard key={event.header.id} event={event} />);
}
