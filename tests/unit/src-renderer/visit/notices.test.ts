import { describe, expect, it } from 'vitest';
import { nextChange, shownNotices } from '../../../../src-renderer/visit/notices.ts';
import { aHeader } from '../../../builders/headers.ts';
import { aLiveNotice } from '../../../builders/live-notice.ts';

const at = (time: string) => Date.parse(`2026-11-27T${time}Z`);
const welcome = aHeader({
  id: 'notices/welcome',
  kind: 'notice',
  urgency: 'information',
  validFrom: '2026-01-01',
  validUntil: '2027-01-01',
});
const lift = aHeader({
  id: 'notices/lift',
  kind: 'notice',
  urgency: 'urgent',
  validFrom: '2026-01-01',
  validUntil: '2027-01-01',
});
const titles = (...given: Parameters<typeof shownNotices>) =>
  shownNotices(...given).map(({ title }) => title);

describe('what everybody has to know', () => {
  it('is urgent things first, then what came without an edition, the newest before', () => {
    const older = aLiveNotice({ id: 'older', urgency: 'information', publishedAt: '2026-11-27T09:30:00Z' });
    const newer = aLiveNotice({
      id: 'newer',
      urgency: 'information',
      title: { fr: 'Plus récent', nl: 'Nieuwer' },
    });
    expect(titles('fr', [older, aLiveNotice(), newer], [welcome, lift], at('10:10:00'))).toEqual([
      'Le plateau ferme à 15 heures',
      'notices/lift',
      'Plus récent',
      'Le plateau ferme à 15 heures',
      'notices/welcome',
    ]);
  });

  it('begins and ends by itself, to the second', () => {
    const notice = aLiveNotice({ validFrom: '2026-11-27T10:30:00Z' });
    expect(titles('nl', [notice], [], at('10:29:59'))).toEqual([]);
    expect(titles('nl', [notice], [], at('10:30:00'))).toEqual(['De vloer sluit om 15 uur']);
    expect(titles('nl', [notice], [], at('10:59:59'))).toEqual(['De vloer sluit om 15 uur']);
    expect(titles('nl', [notice], [], at('11:00:00'))).toEqual([]);
  });

  it('is never said in another language', () => {
    expect(titles('de', [aLiveNotice()], [], at('10:10:00'))).toEqual([]);
  });

  it('has the same name in every language, and another one with another text', () => {
    const key = (language: string, notice = aLiveNotice()) =>
      shownNotices(language, [notice], [], at('10:10:00'))[0]?.key;
    expect(key('fr')).toBe(key('nl'));
    const longer = aLiveNotice({ validUntil: '2026-11-27T12:00:00Z' });
    expect(key('fr', longer)).toBe(key('fr'));
    const other = aLiveNotice({ paragraphs: [{ fr: 'Demain aussi.', nl: 'Morgen ook.' }] });
    expect(key('fr', other)).not.toBe(key('fr'));
  });

  it('changes next when the first of them begins or ends', () => {
    const notice = aLiveNotice({ validFrom: '2026-11-27T10:30:00Z' });
    expect(nextChange([], at('10:00:00'))).toBeNull();
    expect(nextChange([notice], at('10:00:00'))).toBe(at('10:30:00'));
    expect(nextChange([notice], at('10:30:00'))).toBe(at('11:00:00'));
    expect(nextChange([notice], at('11:00:00'))).toBeNull();
  });
});
