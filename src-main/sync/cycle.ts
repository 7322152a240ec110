import { type Channel, isInRollout } from '../../content/model/channel.ts';
import { type EditionPointer, MANIFEST_SCHEMA } from '../../content/model/edition.ts';
import type { NoticeBoard } from '../../content/model/live-notice.ts';
import type { Edition } from '../store/edition.ts';
import { type EditionParts, fetchBlobs, fetchEdition } from './edition.ts';
import { Refusal } from './failure.ts';
import { type FollowParts, follow, remember } from './trust/follow.ts';
import { isOfAnotherLine, originsWith } from './trust/line.ts';

/** What one cycle needs. */
export type CycleParts = FollowParts &
  Omit<EditionParts, 'onProgress'> & {
    readonly terminalId: string;
    readonly onFollowed: (channel: Channel, board: NoticeBoard | null) => void;
    /** Damaged blobs were fetched again. */
    readonly onMended: (blobs: number) => void;
    readonly onProgress: (seq: number, progress: Parameters<EditionParts['onProgress']>[0]) => void;
    /** False while an edition that failed a moment ago is left alone; a stick is always read. */
    readonly mayFetch: (channel: Channel) => boolean;
  };

/** Where the terminal stands after a cycle in which nothing went wrong. */
export type CycleOutcome =
  | { readonly kind: 'up-to-date'; readonly seq: number | null; readonly channel: Channel }
  | { readonly kind: 'trying'; readonly seq: number; readonly channel: Channel }
  | { readonly kind: 'waiting'; readonly channel: Channel };

/** Asks, follows, mends, fetches: once. Rejects with `FetchFailure` or `Refusal`; nothing that is on show has changed then. */
export async function runCycle(parts: CycleParts): Promise<CycleOutcome> {
  const { channel, board } = await follow(parts);
  parts.onFollowed(channel, board);
  // A file that cannot be mended must not keep the next edition away, nor the other way round.
  const [mended, taken] = await inOrder(
    () => mend(parts),
    () => takeEdition(parts, channel),
  );
  if (taken.status === 'rejected') throw taken.reason;
  if (mended.status === 'rejected') throw mended.reason;
  return taken.value;
}

/** Does one after the other, both whatever happens. */
async function inOrder<One, Other>(one: () => Promise<One>, other: () => Promise<Other>) {
  const [first] = await Promise.allSettled([one()]);
  const [second] = await Promise.allSettled([other()]);
  return [first, second] as const;
}

/** The edition a channel names, as the store knows it. */
export function pointerOf({ seq, manifest }: Channel): EditionPointer {
  return { schema: MANIFEST_SCHEMA, seq, manifest };
}

async function mend(parts: CycleParts): Promise<void> {
  const damaged = parts.store.damaged();
  if (damaged.length === 0) return;
  const seq = damaged[0]?.seq ?? 0;
  await fetchBlobs({ ...parts, onProgress: (progress) => parts.onProgress(seq, progress) }, damaged);
  parts.onMended(damaged.length);
}

async function takeEdition(parts: CycleParts, channel: Channel): Promise<CycleOutcome> {
  const { store } = parts;
  if (parts.isServer && !isInRollout(channel, parts.terminalId))
    return { kind: 'up-to-date', seq: null, channel };
  const pointer = pointerOf(channel);
  if (isIt(store.active(), channel)) {
    await keepOrigin(parts, channel);
    // What was to be tried came from a channel that the settings do not name any more.
    if (store.candidate() !== null) await store.expect(pointer);
  }
  const bad = store.whyBad(pointer);
  if (bad !== null) throw new Refusal('edition-bad', bad.reason);
  const standing = standingOf(parts, channel);
  if (standing !== null) return standing;
  if (!parts.mayFetch(channel)) return { kind: 'waiting', channel };
  const isMove = isOfAnotherLine(parts.memory.record(), store.active(), parts.channel);
  await keepOrigin(parts, channel);
  await fetchEdition(
    { ...parts, onProgress: (progress) => parts.onProgress(channel.seq, progress) },
    pointer,
    isMove,
  );
  return standingOf(parts, channel) ?? { kind: 'trying', seq: channel.seq, channel };
}

const isIt = (edition: Edition | null, { seq, manifest }: Channel) =>
  edition?.seq === seq && edition.manifestSha256 === manifest.sha256;

/** From now on it is known from which channel this edition came: while it is on show, nothing lower is taken there. */
async function keepOrigin({ memory, channel: name }: CycleParts, channel: Channel): Promise<void> {
  const origins = originsWith(memory.record(), name, channel);
  if (origins !== null) await remember(memory, { origins });
}

/** How it stands when there is nothing to fetch; null when there is. */
function standingOf({ store, memory, channel: name }: CycleParts, channel: Channel): CycleOutcome | null {
  const active = store.active();
  if (isIt(active, channel)) return { kind: 'up-to-date', seq: channel.seq, channel };
  // A newer one stays until this channel has passed it, unless the terminal was moved here from another channel.
  const isHigher = active !== null && active.seq > channel.seq;
  if (isHigher && !isOfAnotherLine(memory.record(), active, name))
    return { kind: 'up-to-date', seq: active.seq, channel };
  return isIt(store.candidate(), channel) ? { kind: 'trying', seq: channel.seq, channel } : null;
}
