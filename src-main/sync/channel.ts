import { CHANNEL_SCHEMA, type Channel, channel as channelSchema } from '../../content/model/channel.ts';
import { LIVE_NOTICE_SCHEMA, type NoticeBoard, noticeBoard } from '../../content/model/live-notice.ts';
import { parseJson, whatIsWrong } from '../store/parse.ts';
import { Refusal } from './failure.ts';
import type { TrustRecord } from './trust/record.ts';

/** The highest number seen on a channel, and the manifest it meant. */
export type Seen = TrustRecord['seen'][string];

/** Reads a verified channel file. Throws `Refusal`. */
export function readChannel(bytes: Uint8Array): Channel {
  const found = parseJson([bytes]);
  if (!found.ok) throw new Refusal('channel-malformed', 'it is not JSON');
  if (found.schema > CHANNEL_SCHEMA)
    throw new Refusal('channel-from-later-version', `it is written in format ${found.schema}`);
  const parsed = channelSchema.safeParse(found.json);
  if (!parsed.success) throw new Refusal('channel-malformed', whatIsWrong(parsed.error));
  return parsed.data;
}

/**
 * A channel only goes up, and a number means one edition for ever: an undo is a new publication. Signed metadata alone
 * does not promise that, for whoever holds the targets key can sign an old pointer again. Throws `Refusal`.
 */
export function holdAgainstSeen(channel: Channel, seen: Seen | undefined): Seen {
  if (seen !== undefined && channel.seq < seen.seq)
    throw new Refusal('seq-lower', `edition ${channel.seq} after edition ${seen.seq}`);
  if (seen !== undefined && channel.seq === seen.seq && channel.manifest.sha256 !== seen.manifest)
    throw new Refusal('seq-reused', `another edition ${channel.seq}`);
  return { seq: channel.seq, manifest: channel.manifest.sha256 };
}

/** Reads a verified notice board; null for one this version cannot read, or that belongs to another channel. */
export function readBoard(bytes: Uint8Array, channel: string): NoticeBoard | null {
  const found = parseJson([bytes]);
  if (!found.ok || found.schema > LIVE_NOTICE_SCHEMA) return null;
  const parsed = noticeBoard.safeParse(found.json);
  return parsed.success && parsed.data.channel === channel ? parsed.data : null;
}
