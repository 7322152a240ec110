import { QrCode } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocumentHeader } from '../../content/model/document.ts';
import { lastMoment, occurrencesOf } from '../../content/model/occurrences.ts';
import { occurrenceWords } from '../language/dates.ts';
import { Pill } from '../ui/Pill.tsx';
import { AddToPlan } from './AddToPlan.tsx';
import { TIMES_TOLD } from './facts.ts';
import { useHere, useWords } from './here.tsx';
import { useMinute } from './use-minute.ts';
import { useIsComplete } from './visit-store.ts';
import './keep.css';

/** What a visitor can do with a document besides reading it: put it into the plan, take it home. */
export function Keep({ header }: { readonly header: DocumentHeader }) {
  const { navigator } = useHere();
  const { t } = useWords();
  const isComplete = useIsComplete({
    id: header.id,
    items: header.kind === 'checklist' ? header.items : Number.POSITIVE_INFINITY,
  });
  if (header.kind === 'notice' || isComplete) return null;
  return (
    <div className="keep" data-anchor="keep">
      <ToThePlan header={header} />
      <Pill
        look="outline"
        data-action="take-home"
        start={<QrCode aria-hidden size="4.4rem" strokeWidth={2.2} />}
        onClick={() => void navigator.to({ screen: 'takeaway', of: { what: 'document', id: header.id } })}
      >
        {t(header.kind === 'checklist' ? 'takeaway.buttonRemains' : 'takeaway.button')}
      </Pill>
    </div>
  );
}

function ToThePlan({ header }: { readonly header: DocumentHeader }): ReactNode {
  const { t } = useWords();
  const { id } = header;
  switch (header.kind) {
    case 'event':
      return <Dates header={header} />;
    case 'service':
    case 'partner':
      return <AddToPlan thing={{ kind: 'contact', id }} />;
    case 'checklist':
      return <AddToPlan thing={{ kind: 'remains', id }} words={t('plan.remainsAdd')} />;
    default:
      return <AddToPlan thing={{ kind: 'document', id }} />;
  }
}

/** The next times of an event, each to be chosen by itself. */
function Dates({ header }: { readonly header: Extract<DocumentHeader, { kind: 'event' }> }) {
  const { language, t } = useWords();
  const now = useMinute();
  const times = occurrencesOf(header, now, lastMoment(header.starts), TIMES_TOLD);
  return (
    <>
      {times.length > 1 && <h2 className="keep__question">{t('plan.dates')}</h2>}
      {times.map((time) => (
        <AddToPlan
          key={time.starts}
          thing={{ kind: 'event', id: header.id, starts: time.starts }}
          words={occurrenceWords(time, now, language, t)}
          among={times.length > 1 ? 'several' : 'one'}
        />
      ))}
    </>
  );
}
