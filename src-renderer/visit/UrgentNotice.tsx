import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Pill } from '../ui/Pill.tsx';
import { useCurrentStop, useHere, useWords } from './here.tsx';
import type { ShownNotice } from './notices.ts';
import { useNotices } from './use-notices.ts';
import { foldNotice, useVisit } from './visit-store.ts';
import './urgent-notice.css';

/**
 * What everybody has to know now, between the screen and the low bar: the screen gives up some of its lower edge, so that
 * place, scroll and focus stay. Folded away it waits on the home screen; with other words it comes back.
 */
export function UrgentNotice() {
  const { language } = useWords();
  const { place } = useCurrentStop();
  const folded = useVisit((visit) => visit.folded);
  const notice = useNotices(language).find(
    ({ urgency, key, body }) =>
      urgency === 'urgent' &&
      !folded.includes(key) &&
      !(body.kind === 'document' && place.screen === 'document' && place.id === body.id),
  );
  // The box is there before its words, so that a screen reader says them when they come.
  return (
    <div className="urgent" role="alert" data-urgent={notice ? true : undefined}>
      {notice && <Strip key={notice.key} notice={notice} />}
    </div>
  );
}

function Strip({ notice }: { readonly notice: ShownNotice }) {
  const { navigator } = useHere();
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { title, body } = notice;
  return (
    <div className="urgent__strip" data-notice>
      <div className="urgent__line">
        <TriangleAlert aria-hidden size="6rem" strokeWidth={2.2} />
        <p className="urgent__title">
          <span className="urgent__label">{t('notice.urgent')}</span>
          {title}
        </p>
        {body.kind === 'words' ? (
          <Pill
            look="outline"
            data-action="read-notice"
            aria-expanded={open}
            end={open ? <ChevronDown aria-hidden size="3.4rem" /> : <ChevronUp aria-hidden size="3.4rem" />}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'notice.less' : 'notice.read')}
          </Pill>
        ) : (
          <Pill look="outline" data-document-id={body.id} onClick={() => void navigator.toDocument(body.id)}>
            {t('notice.read')}
          </Pill>
        )}
        <Pill look="solid" data-action="fold-notice" onClick={() => foldNotice(notice.key)}>
          {t('notice.fold')}
        </Pill>
      </div>
      {open && body.kind === 'words' && (
        <div className="urgent__words">
          {body.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      )}
    </div>
  );
}
