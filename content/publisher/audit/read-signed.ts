import type { Metadata, Root, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models';
import {
  channelTarget,
  hashedTargetPath,
  METADATA_FOLDER,
  noticesTarget,
  TIMESTAMP_PATH,
} from '../../model/central-server.ts';
import { type Channel, type ChannelName, channel, channelName } from '../../model/channel.ts';
import { MAX_CHANNEL_BYTES, MAX_METADATA_BYTES, MAX_NOTICE_BOARD_BYTES } from '../../model/limits.ts';
import { noticeBoard } from '../../model/live-notice.ts';
import { jsonOf } from '../diff/read-edition.ts';
import type { Role } from '../keys/roles.ts';
import { isSignedBy, parseMetadata } from '../keys/signing.ts';
import * as say from '../messages.ts';
import type { Finding } from '../problem.ts';
import { type History, history, historyTarget, MAX_HISTORY_BYTES } from '../release/history.ts';
import { rootPath } from '../tree/read-tree.ts';
import type { TreeSource } from './sources.ts';

/** Notes something that is wrong, or will be. */
export type Report = (level: Finding['level'], path: string, words: say.Words) => void;
/** The bytes of a file that has to be there, and to be just these when it is known which; reports it when not. */
export type Need = (
  path: string,
  most: number,
  expected?: { sha256: string | undefined; length: number | undefined },
) => Promise<Uint8Array | undefined>;

/** Follows the chain of roots to its end; every version is signed by the one before. */
export async function lastRoot(
  source: TreeSource,
  anchor: { readonly version: number; readonly bytes: Uint8Array },
  report: Report,
  need: Need,
): Promise<Metadata<Root> | undefined> {
  const own = await need(rootPath(anchor.version), MAX_METADATA_BYTES.root);
  if (own !== undefined && !Buffer.from(own).equals(anchor.bytes)) {
    report('error', rootPath(anchor.version), say.treeOfAnotherCentre);
  }
  let root = parseMetadata('root', anchor.bytes);
  for (let version = anchor.version + 1; root !== undefined; version += 1) {
    const found = await source.read(rootPath(version), MAX_METADATA_BYTES.root);
    if (typeof found === 'number') break;
    const next = parseMetadata('root', found);
    const follows =
      next?.signed.version === version && isSignedBy(root, 'root', next) && isSignedBy(next, 'root', next);
    if (next === undefined || !follows) {
      report('error', rootPath(version), say.rootNotSigned(version));
      break;
    }
    root = next;
  }
  return root;
}

/** Timestamp, snapshot and targets, each as far as it can be read; whether they are signed is reported. */
export async function readMetadata(
  root: Metadata<Root> | undefined,
  report: Report,
  need: Need,
): Promise<{
  readonly timestamp: Metadata<Timestamp> | undefined;
  readonly snapshot: Metadata<Snapshot> | undefined;
  readonly targets: Metadata<Targets> | undefined;
}> {
  const check = (
    role: Role,
    path: string,
    metadata: Metadata<Timestamp | Snapshot | Targets> | undefined,
  ): void => {
    if (root === undefined || metadata === undefined || isSignedBy(root, role, metadata)) return;
    report('error', path, say.notSignedByUs(role));
  };
  const first = await need(TIMESTAMP_PATH, MAX_METADATA_BYTES.timestamp);
  const timestamp = first && parseMetadata('timestamp', first);
  if (first !== undefined && timestamp === undefined) report('error', TIMESTAMP_PATH, say.metadataDamaged);
  check('timestamp', TIMESTAMP_PATH, timestamp);
  const follow = async <R extends 'snapshot' | 'targets'>(
    role: R,
    meta: Snapshot['meta'][string] | undefined,
  ) => {
    if (meta === undefined) return undefined;
    const path = `${METADATA_FOLDER}/${meta.version}.${role}.json`;
    const expected = { sha256: meta.hashes?.['sha256'], length: meta.length };
    const content = await need(path, MAX_METADATA_BYTES[role], expected);
    const metadata = content && parseMetadata(role, content);
    if (content !== undefined && metadata === undefined) report('error', path, say.metadataDamaged);
    check(role, path, metadata);
    return metadata;
  };
  const snapshot = await follow('snapshot', timestamp?.signed.snapshotMeta);
  const targets = await follow('targets', snapshot?.signed.meta['targets.json']);
  return { timestamp, snapshot, targets };
}

/** The channels and histories that the list of targets names; boards are only looked at. */
export async function readAllTargets(targets: Metadata<Targets> | undefined, report: Report, need: Need) {
  const channels = new Map<ChannelName, Channel>();
  const histories = new Map<ChannelName, History>();
  const read = async (target: TargetFile, most: number): Promise<unknown> => {
    const digest = target.hashes['sha256'];
    if (digest === undefined) {
      report('error', target.path, say.targetWithoutHash);
      return undefined;
    }
    const content = await need(hashedTargetPath(target.path, digest), most, {
      sha256: digest,
      length: target.length,
    });
    return content && jsonOf(content);
  };
  for (const target of Object.values(targets?.signed.targets ?? {})) {
    const name = channelName.safeParse(/\/([^/]+)\.json$/.exec(target.path)?.[1]).data ?? '';
    const unknown = (): void => report('error', target.path, say.treeOfOtherVersion);
    if (target.path === channelTarget(name)) {
      const parsed = channel.safeParse(await read(target, MAX_CHANNEL_BYTES));
      if (parsed.success) channels.set(name, parsed.data);
      else unknown();
    } else if (target.path === historyTarget(name)) {
      const parsed = history.safeParse(await read(target, MAX_HISTORY_BYTES));
      if (parsed.success) histories.set(name, parsed.data);
      else unknown();
    } else if (target.path === noticesTarget(name)) {
      if (!noticeBoard.safeParse(await read(target, MAX_NOTICE_BOARD_BYTES)).success) unknown();
    } else unknown();
  }
  return { channels, histories };
}
