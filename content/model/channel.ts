import { z } from 'zod';
import { MAX_CHANNEL_NAME_CHARACTERS, MAX_LABEL_CHARACTERS, MAX_MANIFEST_BYTES } from './limits.ts';
import { sha256, utcTime } from './names.ts';

/** Version of the channel format; a terminal refuses a later one and keeps the edition it has. */
export const CHANNEL_SCHEMA = 1;

/** The name of a channel, for instance `stable` or `canary`. */
export const channelName = z
  .string()
  .max(MAX_CHANNEL_NAME_CHARACTERS)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a channel has a name such as stable or canary')
  .meta({ title: 'name of a channel' });
export type ChannelName = z.infer<typeof channelName>;

/** What a terminal on this channel shows: a signed pointer at one edition. */
export const channel = z
  .strictObject({
    schema: z.literal(CHANNEL_SCHEMA),
    /**
     * The number of the edition, the same that its manifest carries. On one channel it never falls, and the same number always
     * means the same manifest: an undo is the old files under a new number.
     */
    seq: z.int().positive(),
    /** Where its manifest lies: `blobs/aa/<sha256>`; length in bytes. */
    manifest: z.strictObject({ sha256, length: z.int().positive().max(MAX_MANIFEST_BYTES) }),
    /** What people call this edition. */
    label: z.string().min(1).max(MAX_LABEL_CHARACTERS),
    publishedAt: utcTime,
    /** How many of a hundred terminals take it, see {@link isInRollout}; absent: all of them. */
    rolloutPercent: z.int().min(0).max(100).optional(),
  })
  .meta({ title: 'channel', description: 'A named, signed pointer at one edition.' });
export type Channel = Readonly<z.infer<typeof channel>>;

/**
 * The place of a terminal in every rollout, from 0 to 99: FNV-1a over the UTF-8 bytes of its id, stirred by the final
 * mix of MurmurHash3 so that ids like `kiosk-01` and `kiosk-02` end up far apart. It depends on nothing else, so a
 * terminal that has an edition at 10 % also has it at 50 %.
 */
export function rolloutPlace(terminalId: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(terminalId)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}

/** True when a terminal takes the edition of a channel now; false: it keeps the one it has, until the rollout is widened. */
export function isInRollout(
  { rolloutPercent }: Pick<Channel, 'rolloutPercent'>,
  terminalId: string,
): boolean {
  return rolloutPercent === undefined || rolloutPlace(terminalId) < rolloutPercent;
}
