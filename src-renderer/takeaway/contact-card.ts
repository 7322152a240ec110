import type { PartnerDocument, ServiceDocument } from '../../content/model/document.ts';
import type { Guide } from '../../content/model/guide.ts';
import { type FactWords, factsOf } from '../visit/facts.ts';
import { contentLines, escaped } from './content-lines.ts';
import { bytesOf } from './qr.ts';
import { MAX_QR_BYTES } from './qr-limits.ts';

/**
 * A service or partner as a vCard that fits into a QR code. Version 3.0 (RFC 2426) is the one that phone cameras read; its
 * character set is UTF-8. Null for a partner that says no way to reach it: a name alone is no contact.
 */
export function contactCard(
  document: ServiceDocument | PartnerDocument,
  guide: Pick<Guide, 'centre'>,
  words: FactWords,
): string | null {
  const { header } = document;
  const about = factsOf(document, { ...words, toKeep: true })
    .filter((fact) => fact.about !== 'contact')
    .map(({ label, words: said }) => words.t('takeaway.fact', { label, words: said.join(' · ') }));
  const reach = document.kind === 'partner' ? partnerLines(document) : serviceLines(document, guide);
  if (reach.length === 0) return null;
  const write = (note: readonly string[]) =>
    contentLines([
      'BEGIN:VCARD',
      'VERSION:3.0',
      // An institution has no given name: everything is in the first part of N, as FN says it.
      `N:${escaped(header.title)};;;;`,
      `FN:${escaped(header.title)}`,
      ...reach,
      ...(note.length === 0 ? [] : [`NOTE:${escaped(note.join('\n'))}`]),
      'END:VCARD',
    ]);
  // The note gets shorter before the ways to reach somebody do.
  for (let kept = about.length; kept > 0; kept -= 1) {
    const card = write(about.slice(0, kept));
    if (bytesOf(card) <= MAX_QR_BYTES) return card;
  }
  return write([]);
}

function partnerLines({ header, contact }: PartnerDocument): readonly string[] {
  if (!contact) return [];
  const { address, phone, email, website } = contact;
  const lines = [
    ...(address === undefined ? [] : [`ADR;TYPE=WORK:;;${escaped(address)};;;;`]),
    ...(phone === undefined ? [] : [`TEL;TYPE=WORK,VOICE:${escaped(phone)}`]),
    ...(email === undefined ? [] : [`EMAIL;TYPE=INTERNET:${escaped(email)}`]),
    ...(website === undefined ? [] : [`URL:https://${website.replace(/^https?:\/\//, '')}`]),
  ];
  return lines.length === 0 ? [] : [`ORG:${escaped(header.title)}`, ...lines];
}

function serviceLines(
  { header, where }: ServiceDocument,
  { centre }: Pick<Guide, 'centre'>,
): readonly string[] {
  const name = centre.name[header.language] ?? '';
  const city = centre.city[header.language] ?? '';
  return [`ORG:${escaped(name)}`, `ADR;TYPE=WORK:;;${escaped(`${name}, ${where}`)};${escaped(city)};;;`];
}
