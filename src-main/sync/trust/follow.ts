import {
  channelTarget,
  noticesTarget,
  SIGNED_AT_FIELD,
  TIMESTAMP_PATH,
} from '../../../content/model/central-server.ts';
import type { Channel } from '../../../content/model/channel.ts';
import {
  MAX_CHANNEL_BYTES,
  MAX_METADATA_BYTES,
  MAX_NOTICE_BOARD_BYTES,
} from '../../../content/model/limits.ts';
import type { NoticeBoard } from '../../../content/model/live-notice.ts';
import { holdAgainstSeen, readBoard, readChannel } from '../channel.ts';
import { FetchFailure, Refusal } from '../failure.ts';
import { collect, TooLong, type Transport } from '../fetching/transport.ts';
import { WHOLE_REFRESH_MS } from '../limits.ts';
import type { TrustMemory } from './memory.ts';
import { readRoot, readTimestamp } from './read-metadata.ts';
import type { TrustRecord } from './record.ts';
import { ROLES, refreshTrust } from './refresh.ts';
import { fetchTarget, findTarget, listTargets, type TargetList } from './targets.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** What following a channel needs. */
export type FollowParts = {
  readonly transport: Transport;
  readonly memory: TrustMemory;
  readonly time: TimeKeeper;
  readonly channel: string;
  readonly workDirectory: string;
  /** The wall clock, in milliseconds since 1970. */
  readonly wall: () => number;
  readonly signal: AbortSignal;
  /** False for a stick: its entity tags and its silence mean nothing to the server. */
  readonly isServer: boolean;
};

/** What the right people say now. */
export type Followed = { readonly channel: Channel; readonly board: NoticeBoard | null };

/**
 * Asks what is new, lets TUF decide whom to believe, and reads channel and notices. When nothing is new it costs one
 * request. Rejects with `FetchFailure` or `Refusal`; what was verified before that is kept.
 */
export async function follow(parts: FollowParts): Promise<Followed> {
  const { memory, isServer } = parts;
  const polled = await poll(parts);
  if (polled !== 'unchanged') {
    const found = await refresh(parts, polled.bytes);
    const record = memory.record();
    await remember(memory, {
      ...found,
      etag: isServer ? polled.etag : null,
      refreshedAt: isServer ? parts.wall() : record.refreshedAt,
      known: parts.time.known(),
    });
  }
  return said(parts);
}

type Polled = { readonly bytes: Buffer; readonly etag: string | null };

async function poll({
  transport,
  memory,
  channel,
  wall,
  signal,
  isServer,
}: FollowParts): Promise<Polled | 'unchanged'> {
  const { etag, timestamp, refreshedAt, channel: known } = memory.record();
  const age = wall() - refreshedAt;
  const isWholeDue = !isServer || known?.name !== channel || age < 0 || age >= WHOLE_REFRESH_MS;
  try {
    const answer = await transport.ask({
      path: TIMESTAMP_PATH,
      atMost: MAX_METADATA_BYTES.timestamp,
      ifNoneMatch: isWholeDue ? null : etag,
      signal,
    });
    if (answer.kind === 'unchanged') return 'unchanged';
    const bytes = await collect(answer.body);
    // A server without entity tags; `etag` is null, too, after a refresh that did not come to its end.
    const isSame = !isWholeDue && etag !== null && bytes.toString('base64') === timestamp;
    return isSame ? 'unchanged' : { bytes, etag: answer.etag?.slice(0, 200) ?? NO_TAG };
  } catch (error) {
    throw error instanceof TooLong
      ? new Refusal('metadata-too-large', `timestamp.json has ${error.message}`, { cause: error })
      : error;
  }
}

/** Stands for "read to the end" where the server has no entity tags; no server answers 304 to it. */
const NO_TAG = '"openfloor-none"';

async function refresh(
  { transport, memory, time, channel, workDirectory, signal }: FollowParts,
  timestamp: Buffer,
): Promise<Partial<TrustRecord>> {
  const old = memory.record();
  const { metadata, failure } = await refreshTrust({
    transport,
    workDirectory,
    metadata: old,
    timestamp,
    reference: time.judge().reference,
    signal,
  });
  const { seen: highest, purgedAt } = seenUnder(metadata.root, old);
  // Kept before anything is made of it. Without an entity tag: should something fail from here on, the next cycle reads everything again.
  if (ROLES.some((role) => metadata[role] !== old[role]))
    await remember(memory, { ...metadata, seen: highest, purgedAt, etag: null });
  if (failure !== null) throw failure;
  const list = listTargets(metadata.targets);
  const wanted = findTarget(list, channelTarget(channel), MAX_CHANNEL_BYTES);
  if (wanted === null) throw new Refusal('channel-missing', channel);
  const channelBytes = await fetchTarget(transport, wanted, signal);
  const said = readChannel(channelBytes);
  const seen = { ...highest, [channel]: holdAgainstSeen(said, highest[channel]) };
  const boardBytes = await fetchBoard(transport, list, channel, signal);
  const board = boardBytes && readBoard(boardBytes, channel);
  time.learn(
    [said.publishedAt, board?.publishedAt, signedAt(metadata)].map((text) => Date.parse(text ?? '')),
  );
  return {
    seen,
    channel: { name: channel, bytes: channelBytes.toString('base64') },
    board: boardBytes && { name: channel, bytes: boardBytes.toString('base64') },
  };
}

/** The numbers seen that still count under a root, and since when they do. */
function seenUnder(root: string, old: TrustRecord): Pick<TrustRecord, 'seen' | 'purgedAt'> {
  return lostTargetsKey(old.root, root) ? { seen: {}, purgedAt: readRoot(root).signed.version } : old;
}

/** True when a key that could sign targets under the old root can no longer under the new one. */
function lostTargetsKey(oldRoot: string, newRoot: string): boolean {
  if (oldRoot === newRoot) return false;
  const idsOf = (root: string) => readRoot(root).signed.roles['targets']?.keyIDs ?? [];
  const stillThere = new Set(idsOf(newRoot));
  return idsOf(oldRoot).some((id) => !stillThere.has(id));
}

async function fetchBoard(
  transport: Transport,
  list: TargetList,
  channel: string,
  signal: AbortSignal,
): Promise<Buffer | null> {
  const wanted = findTarget(list, noticesTarget(channel), MAX_NOTICE_BOARD_BYTES);
  return wanted && fetchTarget(transport, wanted, signal);
}

function signedAt({ timestamp }: Pick<TrustRecord, 'timestamp'>): string | undefined {
  const found = readTimestamp(timestamp).signed.unrecognizedFields[SIGNED_AT_FIELD];
  return typeof found === 'string' ? found : undefined;
}

/** What the record holds for this channel; refused when its timestamp has run out meanwhile (TUF 5.4.4, the freeze attack). */
function said({ memory, time, channel: name }: FollowParts): Followed {
  const { timestamp, channel } = memory.record();
  if (channel === null || channel.name !== name) throw new FetchFailure('not-there', `the channel ${name}`);
  if (readTimestamp(timestamp).signed.isExpired(time.judge().reference))
    throw new Refusal('expired', 'timestamp.json is expired');
  return { channel: readChannel(Buffer.from(channel.bytes, 'base64')), board: savedBoard(memory, name) };
}

/** The notices that were verified last: they are shown offline, too, until each is over. */
export function savedBoard(memory: TrustMemory, channel: string): NoticeBoard | null {
  const { board } = memory.record();
  return board?.name === channel ? readBoard(Buffer.from(board.bytes, 'base64'), channel) : null;
}

/** The channel that was verified last; null when there was none of that name. */
export function savedChannel(memory: TrustMemory, name: string): Channel | null {
  const { channel } = memory.record();
  return channel?.name === name ? readChannel(Buffer.from(channel.bytes, 'base64')) : null;
}

/** Writes only what changed; throws `Refusal`. */
export async function remember(memory: TrustMemory, change: Partial<TrustRecord>): Promise<void> {
  const before = memory.record();
  if (JSON.stringify({ ...before, ...change }) === JSON.stringify(before)) return;
  await memory.save(change).catch((error: unknown) => {
    throw new Refusal('disk-trouble', 'what is trusted could not be written', { cause: error });
  });
}
