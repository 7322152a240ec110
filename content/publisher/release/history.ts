import { z } from 'zod';
import { type Channel, type ChannelName, channelName } from '../../model/channel.ts';
import { MAX_LABEL_CHARACTERS, MAX_MANIFEST_BYTES } from '../../model/limits.ts';
import { sha256, utcTime } from '../../model/names.ts';

/** Most editions that a channel remembers; older ones cannot be brought back by their number. */
const MOST_EDITIONS = 50;

/** Largest signed file with the history of a channel, in bytes. */
export const MAX_HISTORY_BYTES = 64 * 1024;

const pastEdition = z.strictObject({
  seq: z.int().positive(),
  manifest: z.strictObject({ sha256, length: z.int().positive().max(MAX_MANIFEST_BYTES) }),
  label: z.string().min(1).max(MAX_LABEL_CHARACTERS),
  publishedAt: utcTime,
  /** For one that was brought back: the number its files were first published under. */
  restores: z.int().positive().optional(),
  /** When another one took its place; absent while it is the current one. */
  until: utcTime.optional(),
});
export type PastEdition = Readonly<z.infer<typeof pastEdition>>;

/**
 * What was published on a channel, the newest first. It is signed like the channel itself, so that an undo only ever goes back
 * to what an editor signed, whoever else could write on the server. Terminals never ask for it.
 */
export const history = z.strictObject({
  schema: z.literal(1),
  channel: channelName,
  editions: z.array(pastEdition).max(MOST_EDITIONS).readonly(),
});
export type History = Readonly<z.infer<typeof history>>;

/** The TUF target that holds it: `history/stable.json`. */
export function historyTarget(name: ChannelName): string {
  return `history/${name}.json`;
}

/** The history after a channel was pointed at an edition; the same edition again (another rollout, another label) is no new entry. */
export function recorded(
  name: ChannelName,
  before: History | undefined,
  now: Channel,
  restores: number | undefined,
): History {
  const earlier = before?.editions ?? [];
  const { seq, manifest, label, publishedAt } = now;
  const [current, ...older] = earlier;
  const entry: PastEdition = {
    seq,
    manifest,
    label,
    publishedAt,
    ...(restores === undefined ? {} : { restores }),
  };
  if (current?.seq === seq) {
    const kept = current.restores === undefined ? entry : { ...entry, restores: current.restores };
    return { schema: 1, channel: name, editions: [{ ...kept, publishedAt: current.publishedAt }, ...older] };
  }
  const ended = current === undefined ? [] : [{ ...current, until: publishedAt }];
  return { schema: 1, channel: name, editions: [entry, ...ended, ...older].slice(0, MOST_EDITIONS) };
}

/** The edition an undo goes back to by itself: the last one before that whose files are shown now. */
export function previousOf({ editions }: History): PastEdition | undefined {
  const [current] = editions;
  if (current === undefined) return undefined;
  const shown = current.restores ?? current.seq;
  return editions
    .filter(({ seq, restores }) => seq < shown && restores === undefined)
    .sort((a, b) => b.seq - a.seq)[0];
}
