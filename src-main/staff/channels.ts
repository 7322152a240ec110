import { z } from 'zod';
import { channelTarget } from '../../content/model/central-server.ts';
import { channelName } from '../../content/model/channel.ts';
import { MAX_CHANNELS, type StaffChannels } from '../contract/staff.ts';
import type { TrustRecord } from '../sync/trust/record.ts';
import type { StaffChoices } from './choices.ts';
import type { FollowingSync } from './following-sync.ts';

/** The channel of this terminal, as staff see and change it. */
export type ChannelDesk = {
  readonly get: () => Promise<StaffChannels>;
  /** Follows one of the channels that were offered, or what the settings say (null). Never rejects. */
  readonly set: (channel: string | null) => Promise<'done' | 'not-kept' | 'no'>;
};

/** What the desk of the channel needs. */
export type ChannelParts = {
  /** What the technician's settings say. */
  readonly inSettings: string;
  /** Whether they let staff choose another one. */
  readonly mayChoose: boolean;
  readonly sync: Pick<FollowingSync, 'channel' | 'follow'>;
  /** What the terminal trusts, as it was verified last; null when it has not seen the server yet. */
  readonly trusted: () => Promise<TrustRecord | null>;
  readonly choices: StaffChoices;
};

/** Answers which channels there are, and follows another one. */
export function channelDesk({ inSettings, mayChoose, sync, trusted, choices }: ChannelParts): ChannelDesk {
  const get = async (): Promise<StaffChannels> => {
    const current = sync.channel();
    const known = mayChoose ? channelsIn(await trusted().catch(() => null)) : [];
    return {
      current,
      inSettings,
      mayChoose,
      known: [...new Set([inSettings, current, ...known])].slice(0, MAX_CHANNELS),
    };
  };
  return {
    get,
    set: async (wanted) => {
      if (!mayChoose) return 'no';
      // Only what was offered: a name that nobody signed would leave the terminal without news.
      if (wanted !== null && !(await get()).known.includes(wanted)) return 'no';
      const isBack = wanted === null || wanted === inSettings;
      const isKept = await choices.choose('server.channel', isBack ? null : wanted);
      await sync.follow(wanted ?? inSettings);
      return isKept ? 'done' : 'not-kept';
    },
  };
}

const signedTargets = z.object({
  signed: z.object({ targets: z.record(z.string(), z.unknown()) }),
});

/** The channels that the last verified metadata names, by the alphabet; none where there is no such metadata. */
export function channelsIn(trusted: TrustRecord | null): readonly string[] {
  if (trusted?.targets == null) return [];
  try {
    const text = Buffer.from(trusted.targets, 'base64').toString('utf8');
    const { targets } = signedTargets.parse(JSON.parse(text)).signed;
    const [before = '', after = ''] = channelTarget('*').split('*');
    return Object.keys(targets)
      .filter((path) => path.startsWith(before) && path.endsWith(after))
      .map((path) => path.slice(before.length, path.length - after.length))
      .filter((name) => channelName.safeParse(name).success)
      .sort();
  } catch {
    return [];
  }
}
