import { occurrenceWords } from '../language/dates.ts';
import { DocumentCard } from '../ui/DocumentCard.tsx';
import type { ComingEvent } from './coming-events.ts';
import { useHere, useWords } from './here.tsx';
import { useMinute } from './use-minute.ts';

/** An event with the next time it takes place. */
export function EventCard({ event }: { readonly event: ComingEvent }) {
  const { navigator } = useHere();
  const { language, t } = useWords();
  const now = useMinute();
  const { header, next } = event;
  return (
    <DocumentCard
      id={header.id}
      title={header.title}
      note={occurrenceWords(next, now, language, t)}
      onTouch={() => void navigator.toDocument(header.id)}
    />
  );
}
