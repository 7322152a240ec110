import { type LiveNotice, liveNotice } from '../../content/model/live-notice.ts';

/** A valid live notice: urgent, in French and Dutch, shown from its publication for an hour. */
export function aLiveNotice(other: Partial<LiveNotice> = {}): LiveNotice {
  const publishedAt = other.publishedAt ?? '2026-11-27T10:00:00Z';
  return liveNotice.parse({
    schema: 1,
    id: 'floor-closes',
    urgency: 'urgent',
    publishedAt,
    validUntil: new Date(Date.parse(publishedAt) + 3_600_000).toISOString().replace('.000Z', 'Z'),
    title: { fr: 'Le plateau ferme à 15 heures', nl: 'De vloer sluit om 15 uur' },
    paragraphs: [{ fr: 'Demain, tout est ouvert comme d’habitude.', nl: 'Morgen is alles gewoon open.' }],
    ...other,
  });
}
