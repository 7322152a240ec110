import type { DocumentHeader } from '../../content/model/document.ts';
import type { Urgency } from '../../content/model/kinds.ts';
import { isNoticeShownAt, type LiveNotice } from '../../content/model/live-notice.ts';
import type { DocumentId, Language } from '../../content/model/names.ts';

/** A message to everybody in one language, wherever it came from. */
export type ShownNotice = {
  /** Names this notice with this text, the same in every language: a changed text is another notice. */
  readonly key: string;
  readonly urgency: Urgency;
  readonly title: string;
  readonly body: /** It came without an edition: these are all its words. */
    | { readonly kind: 'words'; readonly paragraphs: readonly string[] }
    /** It is a document of the edition. */
    | { readonly kind: 'document'; readonly id: DocumentId; readonly summary: string };
};

/**
 * What everybody has to know now: urgent ones first, then those without an edition, newest first. One that lacks the
 * language is left out, for nothing is ever shown in another. `at` in milliseconds since 1970.
 */
export function shownNotices(
  language: Language,
  live: readonly LiveNotice[],
  headers: readonly DocumentHeader[],
  at: number,
): readonly ShownNotice[] {
  const all = [
    ...live
      .filter((notice) => isNoticeShownAt(notice, at))
      .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
      .flatMap((notice) => liveOne(notice, language)),
    ...headers.flatMap(documentOne),
  ];
  return [
    ...all.filter(({ urgency }) => urgency === 'urgent'),
    ...all.filter(({ urgency }) => urgency === 'information'),
  ];
}

/** When what is shown may change next, in milliseconds since 1970; null when nothing is known to. */
export function nextChange(live: readonly LiveNotice[], at: number): number | null {
  const moments = live
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .flatMap((moment) => (moment === undefined ? [] : [Date.parse(moment)]))
    .filter((moment) => moment > at);
  return moments.length === 0 ? null : Math.min(...moments);
}

function liveOne({ id, urgency, title, paragraphs }: LiveNotice, language: Language): ShownNotice[] {
  const words = title[language];
  const texts = paragraphs.flatMap((paragraph) => paragraph[language] ?? []);
  if (words === undefined || texts.length < paragraphs.length) return [];
  return [
    {
      key: JSON.stringify([id, title, paragraphs]),
      urgency,
      title: words,
      body: { kind: 'words', paragraphs: texts },
    },
  ];
}

function documentOne(header: DocumentHeader): ShownNotice[] {
  if (header.kind !== 'notice') return [];
  const { id, urgency, title, summary, updated } = header;
  // A text of the edition changes with its day of revision, whatever the language.
  const key = JSON.stringify([id, updated]);
  return [{ key, urgency, title, body: { kind: 'document', id, summary } }];
}
