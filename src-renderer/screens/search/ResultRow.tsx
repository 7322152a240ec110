import { ArrowRight, CalendarDays, HandHelping, Info, Landmark, ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import { type DocumentHeader, themeOf } from '../../../content/model/document.ts';
import { findTheme } from '../../../content/model/guide.ts';
import { kindWords } from '../../language/kind-words.ts';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { useHere, useWords } from '../../visit/here.tsx';
import { Marked } from './Marked.tsx';

type ResultRowProps = {
  readonly header: DocumentHeader;
  readonly terms: ReadonlySet<string>;
  readonly question: string;
};

/** A document as a station on the line of its area, with its kind and the time it takes. */
export function ResultRow({ header, terms, question }: ResultRowProps) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const theme = findTheme(catalogue.guide, themeOf(header));
  const kind = kindWords(header);
  const minutes = header.kind === 'page' ? t('minutes.read', { count: header.minutes }) : null;
  const notes = [theme?.title[language], kind, minutes].filter((note) => note);
  return (
    <li className="result" data-line={theme?.line ?? 'ink'} data-anchor={header.id}>
      <button type="button" data-document-id={header.id} onClick={() => void navigator.toDocument(header.id)}>
        <span className="result__station" aria-hidden>
          {theme ? <LineIcon name={theme.icon} size="3.8rem" /> : <KindIcon kind={header.kind} />}
        </span>
        <span className="result__words">
          <span className="result__title">
            <Marked text={header.title} terms={terms} question={question} />
          </span>
          <span className="result__summary">
            <Marked text={header.summary} terms={terms} question={question} />
          </span>
          <span className="result__note">{notes.join(' · ')}</span>
        </span>
        <ArrowRight className="result__go" aria-hidden size="4rem" strokeWidth={2.4} />
      </button>
    </li>
  );
}

/** For documents that belong to no area. */
function KindIcon({ kind }: { readonly kind: DocumentHeader['kind'] }): ReactNode {
  const Icon = {
    page: Info,
    checklist: ListChecks,
    event: CalendarDays,
    service: HandHelping,
    partner: Landmark,
    notice: Info,
  }[kind];
  return <Icon aria-hidden size="3.8rem" strokeWidth={2.2} />;
}
