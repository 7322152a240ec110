import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PartnerDocument, ServiceDocument } from '../../../../content/model/document.ts';
import { contactCard } from '../../../../src-renderer/takeaway/contact-card.ts';
import { bytesOf, qrOf } from '../../../../src-renderer/takeaway/qr.ts';
import { MAX_QR_BYTES, QUIET_MODULES } from '../../../../src-renderer/takeaway/qr-limits.ts';
import { GOOD_GUIDE, OUR_GUIDE, type ReadGuide, readGuideFolder } from '../../../builders/guide-on-disk.ts';
import { pictureOf, scan } from '../../../builders/scan.ts';
import { sourcesOf } from './takeaway-under-test.ts';

let guide: ReadGuide;
let partner: PartnerDocument;
beforeAll(async () => {
  guide = await readGuideFolder(OUR_GUIDE);
  const good = await readGuideFolder(GOOD_GUIDE);
  const found = good.documents.find(({ kind, header }) => kind === 'partner' && header.language === 'fr');
  if (found?.kind !== 'partner') throw new Error('the good guide has no partner');
  partner = found;
}, 120_000);

const cardOf = (document: ServiceDocument | PartnerDocument) =>
  contactCard(document, guide.guide, sourcesOf(guide, document.header.language).words);

/** A card as an address book reads it. */
function read(card: string | null) {
  if (card === null) throw new Error('there is no card');
  const component = new ICAL.Component(ICAL.parse(card));
  const value = (name: string) => component.getFirstPropertyValue(name);
  return { component, value };
}

describe('a contact taken to a phone', () => {
  it('is a vCard 3.0 with name, phone, mail, address and web address', () => {
    const { component, value } = read(
      cardOf({
        ...partner,
        header: { ...partner.header, title: 'Maison d’été, œuvre & Cie “ë” 5 €' },
        contact: {
          address: 'Rue de l’Exemple 1 ; 1000 Bruxelles',
          phone: '02 000 00 00',
          email: 'bonjour@example.org',
          website: 'example.org/été',
          example: true,
        },
      }),
    );
    expect(component.name).toBe('vcard');
    expect(value('version')).toBe('3.0');
    expect(value('fn')).toBe('Maison d’été, œuvre & Cie “ë” 5 €');
    expect(value('n')).toEqual(['Maison d’été, œuvre & Cie “ë” 5 €', '', '', '', '']);
    expect(value('tel')).toBe('02 000 00 00');
    expect(value('email')).toBe('bonjour@example.org');
    expect(value('url')).toBe('https://example.org/été');
    expect(value('adr')).toContain('Rue de l’Exemple 1 ; 1000 Bruxelles');
  });

  it('of a service says when, where and how to get in', () => {
    const services = guide.documents.filter((document) => document.kind === 'service');
    expect(services.length).toBeGreaterThanOrEqual(14);
    for (const service of services) {
      const { value } = read(cardOf(service));
      expect(value('fn')).toBe(service.header.title);
      expect(value('org')).toBe(guide.guide.centre.name[service.header.language]);
      expect(String(value('adr'))).toContain(service.where);
      expect(String(value('note'))).toContain(service.when.replaceAll(/[\u00a0\u202f]/g, ' '));
    }
  });

  it('is read back from its code with é, ë, œ, ’ and €', async () => {
    const card = cardOf({ ...partner, header: { ...partner.header, title: 'é ë œ ’ €' } });
    const seen = await scan(pictureOf(qrOf(card ?? ''), QUIET_MODULES, 4));
    expect(read(seen[0] ?? null).value('fn')).toBe('é ë œ ’ €');
  });

  it('says less in its note rather than become a code no phone reads', () => {
    const card = cardOf({ ...partner, header: { ...partner.header, audience: 'x'.repeat(900) } });
    expect(bytesOf(card ?? '')).toBeLessThanOrEqual(MAX_QR_BYTES);
    expect(read(card).value('tel')).toBe('02 000 00 00');
  });

  it('is not offered for a partner that says no way to reach it', () => {
    expect(cardOf({ ...partner, contact: undefined })).toBeNull();
  });
});
