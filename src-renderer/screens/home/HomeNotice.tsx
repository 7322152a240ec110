import { Info, TriangleAlert } from 'lucide-react';
import { useHere, useWords } from '../../visit/here.tsx';

/** The notice of the day, an urgent one before all others; nothing when there is none. */
export function HomeNotice() {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const notices = catalogue.headers(language).filter((header) => header.kind === 'notice');
  const notice = notices.find((header) => header.urgency === 'urgent') ?? notices[0];
  if (!notice) return null;
  const urgent = notice.urgency === 'urgent';
  const Icon = urgent ? TriangleAlert : Info;
  return (
    <button
      type="button"
      className="home-notice"
      data-urgent={urgent || undefined}
      data-document-id={notice.id}
      onClick={() => void navigator.toDocument(notice.id)}
    >
      <Icon aria-hidden size="4.4rem" strokeWidth={2.2} />
      <span>
        <span className="visually-hidden">{t(urgent ? 'notice.urgent' : 'notice.label')} : </span>
        {notice.title}
      </span>
    </button>
  );
}
