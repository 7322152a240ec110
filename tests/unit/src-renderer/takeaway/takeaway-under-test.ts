import type { GuideDocument } from '../../../../content/model/document.ts';
import type { LocalTime } from '../../../../content/model/kinds.ts';
import type { DocumentId, Language } from '../../../../content/model/names.ts';
import { translatorFor } from '../../../../src-renderer/language/translator.ts';
import type { TakeawaySources } from '../../../../src-renderer/takeaway/offers.ts';
import type { TicketWords } from '../../../../src-renderer/takeaway/ticket-words.ts';
import type { Plan } from '../../../../src-renderer/visit/plan.ts';
import type { ReadGuide } from '../../../builders/guide-on-disk.ts';

/** A morning on which the guide's examples still take place. */
export const MORNING: LocalTime = '2026-11-27T09:30';

/** What a takeaway of that guide is made with, in one language. */
export function sourcesOf(
  { guide, documents }: ReadGuide,
  language: Language,
  {
    plan = [],
    ticks = {},
    now = MORNING,
  }: {
    readonly plan?: Plan;
    readonly ticks?: Readonly<Record<DocumentId, readonly string[]>>;
    readonly now?: LocalTime;
  } = {},
): TakeawaySources {
  const document = (id: DocumentId): GuideDocument | undefined =>
    documents.find(({ header }) => header.id === id && header.language === language);
  const words: TicketWords = {
    language,
    t: translatorFor(language),
    now,
    guide,
    header: (id) => document(id)?.header,
    embed: (block) => (block.type === 'checklist' ? [document(block.to)?.header.title ?? ''] : []),
  };
  return { plan, words, document, ticks: (id) => ticks[id] ?? [] };
}
