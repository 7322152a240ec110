import { ListChecks } from 'lucide-react';
import type { DocumentHeader } from '../../content/model/document.ts';
import { capital } from '../language/dates.ts';
import { Stop } from '../ui/StopList.tsx';
import { useHere, useWords } from './here.tsx';
import { useTicks, useVisit } from './visit-store.ts';

/** A document as a stop on a line, with what this visit knows of it: read, ticked so far. */
export function DocumentStop({ header }: { readonly header: DocumentHeader }) {
  const { navigator } = useHere();
  const read = useVisit((visit) => visit.read.includes(header.id));
  return (
    <Stop
      id={header.id}
      title={header.title}
      summary={header.summary}
      note={<StopNote header={header} read={read} />}
      passed={read}
      onTouch={() => void navigator.toDocument(header.id)}
    />
  );
}

function StopNote({ header, read }: { readonly header: DocumentHeader; readonly read: boolean }) {
  const { language, t } = useWords();
  const done = useTicks(header.id).length;
  switch (header.kind) {
    case 'checklist':
      return (
        <>
          <ListChecks aria-hidden size="3.4rem" strokeWidth={2.2} />
          {done > 0
            ? t('checklist.progress', { done, total: header.items })
            : t('minutes.about', { count: header.minutes })}
        </>
      );
    case 'service':
      return `${capital(t(`access.${header.access}`), language)} · ${header.audience}`;
    case 'partner':
      return header.audience;
    default:
      return `${t('minutes.read', { count: header.minutes })}${read ? ` · ${t('theme.read')}` : ''}`;
  }
}
