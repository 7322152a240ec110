import type { Channel } from '../../../content/model/channel.ts';
import type { Edition } from '../../store/edition.ts';
import { ORIGINS_KEPT } from '../limits.ts';
import type { TrustRecord } from './record.ts';

/** Where an edition came from. */
export type Origin = TrustRecord['origins'][number];

// A line of numbers, within which they only rise: one channel, under one given root, since the root last took a key away from those who
// sign targets.

const isOnLine = (origin: Origin, record: TrustRecord, channel: string) =>
  origin.channel === channel && origin.pinned === record.pinned && origin.purgedAt === record.purgedAt;

const originOf = (record: TrustRecord, edition: Edition) =>
  record.origins.find(({ seq, manifest }) => seq === edition.seq && manifest === edition.manifestSha256);

/**
 * True when an edition may give way to one of this channel with a lower number: it is known to come from another line. Only the settings
 * name the channel and the root, and only root keys take a key away, so no server can bring this about; and on the new line the number is
 * still held against the highest that was ever seen there. What came from nobody knows where stays until the channel has passed it.
 */
export function isOfAnotherLine(record: TrustRecord, edition: Edition | null, channel: string): boolean {
  const origin = edition && originOf(record, edition);
  return origin ? !isOnLine(origin, record, channel) : false;
}

/** What is on record once the edition of a channel is taken; null when it is on record already. */
export function originsWith(
  record: TrustRecord,
  channel: string,
  { seq, manifest }: Channel,
): TrustRecord['origins'] | null {
  const { pinned, purgedAt, origins } = record;
  const isThis = (origin: Origin) => origin.seq === seq && origin.manifest === manifest.sha256;
  if (origins.some((origin) => isThis(origin) && isOnLine(origin, record, channel))) return null;
  const others = origins.filter((origin) => !isThis(origin));
  return [...others, { seq, manifest: manifest.sha256, channel, pinned, purgedAt }].slice(-ORIGINS_KEPT);
}
