import { occurrenceWords } from '../language/dates.ts';
import { DocumentCard } from '../ui/DocumentCard.tsx';
import type { ComingEvent } from './coming-events.ts';
import { useHere, useWords } from './here.tsx';

/** An event with the next time it takes place. */
export function EventCard({ event }: { readonly event: ComingEvent }) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const { header, next } = event;
  return (
    <DocumentCard
      id={header.id}
      title={header.title}
      note={occurrenceWords(next, catalogue.localNow(), language, t)}
      onTouch={() => void navigator.toDocument(header.id)}
    />
  );
}
