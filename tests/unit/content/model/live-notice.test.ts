import { describe, expect, it } from 'vitest';
import {
  MAX_LIVE_NOTICES,
  MAX_NOTICE_BOARD_BYTES,
  MAX_NOTICE_LANGUAGES,
  MAX_NOTICE_PARAGRAPH_CHARACTERS,
  MAX_NOTICE_PARAGRAPHS,
  MAX_TITLE_CHARACTERS,
} from '../../../../content/model/limits.ts';
import {
  isNoticeShownAt,
  type LiveNotice,
  liveNotice,
  noticeBoard,
} from '../../../../content/model/live-notice.ts';

const NOTICE: LiveNotice = {
  schema: 1,
  id: 'closed-early',
  urgency: 'urgent',
  publishedAt: '2026-11-27T12:00:00Z',
  validUntil: '2026-11-27T17:00:00Z',
  title: { fr: 'Fermeture à 16 h', nl: 'We sluiten om 16 uur' },
  paragraphs: [{ fr: 'Le plateau ferme plus tôt.', nl: 'De vloer sluit vroeger.' }],
};
const board = (notices: readonly unknown[]) => ({
  schema: 1,
  channel: 'stable',
  publishedAt: '2026-11-27T12:00:00Z',
  notices,
});

describe('a live notice', () => {
  it('is taken as it was written', () => {
    expect(liveNotice.parse(NOTICE)).toEqual(NOTICE);
    const later = { ...NOTICE, validFrom: '2026-11-27T13:00:00Z' };
    expect(noticeBoard.parse(board([later]))).toEqual(board([later]));
  });

  it('is shown from its beginning up to its end, the end not included', () => {
    const at = (notice: LiveNotice, time: string) => isNoticeShownAt(notice, Date.parse(time));
    const later = { ...NOTICE, validFrom: '2026-11-27T13:00:00Z' };
    expect(at(NOTICE, '2026-11-27T12:30:00Z')).toBe(true);
    expect(at(later, '2026-11-27T12:59:59Z')).toBe(false);
    expect(at(later, '2026-11-27T13:00:00Z')).toBe(true);
    expect(at(later, '2026-11-27T16:59:59Z')).toBe(true);
    expect(at(later, '2026-11-27T17:00:00Z')).toBe(false);
  });

  it.each<[string, Record<string, unknown>]>([
    ['without an end', { validUntil: undefined }],
    ['that is over before it begins', { validFrom: '2026-11-28T12:00:00Z' }],
    ['that is over when it is published', { validUntil: NOTICE.publishedAt }],
    ['that stands for years', { validUntil: '2028-11-27T12:00:00Z' }],
    ['whose text lacks a language', { paragraphs: [{ fr: 'Le plateau ferme plus tôt.' }] }],
    ['whose text has one language more', { title: { fr: 'Fermeture' } }],
    ['in no language', { title: {}, paragraphs: [{}] }],
    ['without text', { paragraphs: [] }],
    ['with an empty text', { title: { fr: '', nl: 'a' } }],
    ['with nothing but a space', { title: { fr: ' ', nl: 'a' } }],
    ['with a line break', { title: { fr: 'a\nb', nl: 'a' } }],
    ['with a sign that turns the line round', { title: { fr: 'a\u202eb', nl: 'a' } }],
    ['with an endless title', { title: { fr: 'a'.repeat(61), nl: 'a' } }],
    ['with the id of a file', { id: '../closed' }],
    ['with a name nobody knows', { html: '<b>' }],
  ])('%s is none', (_, bend) => {
    expect(liveNotice.safeParse({ ...NOTICE, ...bend }).success).toBe(false);
  });
});

describe('a notice board', () => {
  const many = Array.from({ length: MAX_LIVE_NOTICES }, (_, index) => ({ ...NOTICE, id: `notice-${index}` }));

  it('holds so many and not one more, each id once', () => {
    expect(noticeBoard.safeParse(board(many)).success).toBe(true);
    expect(noticeBoard.safeParse(board([...many, { ...NOTICE, id: 'one-more' }])).success).toBe(false);
    expect(noticeBoard.safeParse(board([NOTICE, NOTICE])).success).toBe(false);
  });

  it('fits its limit in bytes even when every text is as long as it may be', () => {
    const languages = Array.from(
      { length: MAX_NOTICE_LANGUAGES },
      (_, index) => `a${'abcdefghijkl'.charAt(index)}`,
    );
    // A sign of three bytes for every unit that counts.
    const text = (most: number) => Object.fromEntries(languages.map((each) => [each, '語'.repeat(most)]));
    const full = board(
      many.map((notice) => ({
        ...notice,
        title: text(MAX_TITLE_CHARACTERS),
        paragraphs: Array.from({ length: MAX_NOTICE_PARAGRAPHS }, () =>
          text(MAX_NOTICE_PARAGRAPH_CHARACTERS),
        ),
      })),
    );
    expect(noticeBoard.safeParse(full).error).toBeUndefined();
    expect(Buffer.byteLength(JSON.stringify(full))).toBeLessThan(MAX_NOTICE_BOARD_BYTES);
  });
});
