import type { DocumentHeader } from '../../content/model/document.ts';

/** True when a document is shown on that day; both ends of its validity belong to it. */
export function isShownOn(header: Pick<DocumentHeader, 'validFrom' | 'validUntil'>, day: string): boolean {
  // Days written YYYY-MM-DD sort as text.
  return (header.validFrom ?? day) <= day && day <= (header.validUntil ?? day);
}
