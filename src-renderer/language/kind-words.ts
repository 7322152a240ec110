import { assertNever } from '../../content/model/assert-never.ts';
import type { DocumentHeader } from '../../content/model/document.ts';
import { screenLanguages, translatorFor } from './translator.ts';

/** What the screens call a kind of document, in the document's language; empty for a page, and in a language without words. */
export function kindWords(header: DocumentHeader): string {
  if (!screenLanguages.includes(header.language)) return '';
  const t = translatorFor(header.language);
  switch (header.kind) {
    case 'checklist':
      return t('home.checklist');
    case 'event':
      return t(`events.${header.type}`);
    case 'partner':
      return t('partner.label');
    case 'service':
      return t('theme.services');
    case 'notice':
      return t('notice.label');
    case 'page':
      return '';
    default:
      return assertNever(header);
  }
}
