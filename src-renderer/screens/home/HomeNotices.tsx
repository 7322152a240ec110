import { ArrowRight, ChevronDown, ChevronUp, Info, TriangleAlert } from 'lucide-react';
import { useHere, useWords } from '../../visit/here.tsx';
import type { ShownNotice } from '../../visit/notices.ts';
import { useNotices } from '../../visit/use-notices.ts';
import { toggleOpen, useIsOpen } from '../../visit/visit-store.ts';

/** The visit's name for the notices that came without an edition, of which some may be open. */
const LIVE = 'notices/live';

/** What everybody has to know, also what was folded away elsewhere; nothing when there is nothing. */
export function HomeNotices() {
  const { language, t } = useWords();
  const notices = useNotices(language);
  if (notices.length === 0) return null;
  return (
    <section className="home-notices" data-anchor="notices">
      <h2>{t('notice.label')}</h2>
      <ul>
        {notices.map((notice) => (
          <li key={notice.key}>
            <HomeNotice notice={notice} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function HomeNotice({ notice }: { readonly notice: ShownNotice }) {
  const { navigator } = useHere();
  const { key, body, urgency } = notice;
  const open = useIsOpen(LIVE, key);
  if (body.kind === 'document') {
    return (
      <button
        type="button"
        className="home-notice"
        data-urgent={urgency === 'urgent' || undefined}
        data-document-id={body.id}
        onClick={() => void navigator.toDocument(body.id)}
      >
        <NoticeWords notice={notice} text={body.summary} />
        <ArrowRight aria-hidden size="4rem" strokeWidth={2.4} />
      </button>
    );
  }
  const Fold = open ? ChevronUp : ChevronDown;
  return (
    <>
      <button
        type="button"
        className="home-notice"
        data-urgent={urgency === 'urgent' || undefined}
        data-live-notice
        aria-expanded={open}
        onClick={() => toggleOpen(LIVE, key)}
      >
        <NoticeWords notice={notice} text={null} />
        <Fold aria-hidden size="4rem" strokeWidth={2.4} />
      </button>
      {open && (
        <div className="home-notice__text">
          {body.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      )}
    </>
  );
}

function NoticeWords({ notice, text }: { readonly notice: ShownNotice; readonly text: string | null }) {
  const { t } = useWords();
  const urgent = notice.urgency === 'urgent';
  const Icon = urgent ? TriangleAlert : Info;
  return (
    <>
      <Icon aria-hidden size="4.8rem" strokeWidth={2.2} />
      <span className="home-notice__words">
        {urgent && <span className="home-notice__label">{t('notice.urgent')}</span>}
        <span className="home-notice__title">{notice.title}</span>
        {text !== null && <span className="home-notice__summary">{text}</span>}
      </span>
    </>
  );
}
