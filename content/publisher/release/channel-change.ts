import type { Channel, ChannelName } from '../../model/channel.ts';
import { blobPath } from '../../model/edition.ts';
import { utc } from '../keys/roles.ts';
import { withTwins } from '../tree/twins.ts';
import type { Cargo } from './announce.ts';
import type { ManifestName } from './editions.ts';
import { type History, recorded } from './history.ts';
import { patchesTo } from './patches.ts';
import type { Files } from './signed-files.ts';
import type { Workbench } from './workbench.ts';

/** The edition a channel is to point at. */
export type Pointing = {
  readonly seq: number;
  readonly manifest: ManifestName;
  readonly manifestBytes: Uint8Array;
  readonly label: string;
  readonly rolloutPercent: number | undefined;
  /** For an undo: the number its files were first published under. */
  readonly restores?: number | undefined;
};

/** What pointing a channel at an edition announces, and what it brings along. */
export type ChannelChange = {
  readonly channel: Channel;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly histories: ReadonlyMap<ChannelName, History>;
  readonly cargo: Required<Cargo>;
};

/** Points a channel at an edition: the channel and its history, the manifest, and short ways to it from earlier ones. */
export async function pointAt(
  { tree, now }: Pick<Workbench, 'tree' | 'now'>,
  name: ChannelName,
  { seq, manifest, manifestBytes, label, rolloutPercent, restores }: Pointing,
): Promise<ChannelChange> {
  const before = tree.channels.get(name);
  const same = before?.seq === seq;
  const channel: Channel = {
    schema: 1,
    seq,
    manifest,
    label,
    // Another rollout of the same edition is not another publication of it.
    publishedAt: same ? before.publishedAt : utc(now),
    ...(rolloutPercent === undefined || rolloutPercent === 100 ? {} : { rolloutPercent }),
  };
  const history = recorded(name, tree.histories.get(name), channel, restores);
  const patches = await patchesTo(tree.folder, manifestBytes, manifest, history.editions.slice(1));
  const blobs: Files = withTwins(new Map([[blobPath(manifest.sha256), manifestBytes]]));
  return {
    channel,
    channels: new Map([[name, channel]]),
    histories: new Map([[name, history]]),
    cargo: { blobs, patches },
  };
}
