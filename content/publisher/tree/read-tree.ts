import { readdir } from 'node:fs/promises';
import type { Metadata, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models';
import type { z } from 'zod';
import {
  channelTarget,
  hashedTargetPath,
  METADATA_FOLDER,
  noticesTarget,
  TIMESTAMP_PATH,
} from '../../model/central-server.ts';
import { type Channel, type ChannelName, channel, channelName } from '../../model/channel.ts';
import { MAX_CHANNEL_BYTES, MAX_NOTICE_BOARD_BYTES } from '../../model/limits.ts';
import { type NoticeBoard, noticeBoard } from '../../model/live-notice.ts';
import { sha256 } from '../../model/names.ts';
import { jsonOf } from '../diff/read-edition.ts';
import { follows, type KeyRing, type RootFile, readRoot } from '../keys/key-ring.ts';
import { type Trust, trustOf } from '../keys/root.ts';
import { isSignedBy, parseMetadata, type SignedOf } from '../keys/signing.ts';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';
import { type History, history, historyTarget, MAX_HISTORY_BYTES } from '../release/history.ts';
import { digestOf, readTreeFile } from './files.ts';
import { LOCK } from './lock.ts';
import { BESIDE } from './writer.ts';

/** The signed files of a tree that was published before. */
export type Published = {
  readonly timestamp: Metadata<Timestamp>;
  readonly snapshot: Metadata<Snapshot>;
  readonly targets: Metadata<Targets>;
};

/** A published tree, or the empty folder where one begins. Everything in it was found to be signed by the keys of this centre. */
export type Tree = {
  readonly folder: string;
  /** Every version of `root.json` from the first one the keys know to the last; those the tree lacks are still to be written. */
  readonly roots: readonly [RootFile, ...RootFile[]];
  readonly root: RootFile;
  readonly trust: Trust;
  /** Undefined before the first publication. */
  readonly published: Published | undefined;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly boards: ReadonlyMap<ChannelName, NoticeBoard>;
  readonly histories: ReadonlyMap<ChannelName, History>;
};

/** Largest metadata file that is read here, in bytes: more than terminals read, so that a tree they do not follow can be mended. */
export const MOST_METADATA_BYTES = {
  root: 512_000,
  timestamp: 16_384,
  snapshot: 2_000_000,
  targets: 5_000_000,
} as const;

/** Reads the tree that `ring` signs. Refuses a folder that holds something else, or what others have signed. */
export async function readTree(folder: string, ring: KeyRing): Promise<Tree> {
  const names = await namesIn(folder);
  if (!names.includes(METADATA_FOLDER)) {
    const stranger = names.find((name) => name !== LOCK && name !== BESIDE && !name.startsWith(`${LOCK}-`));
    if (stranger !== undefined) refuse(folder, say.notATree(stranger));
  }
  const roots = await readRoots(folder, ring);
  const root = roots.at(-1) ?? roots[0];
  const trust = trustOf(root.metadata.signed);
  const published = await readPublished(folder, root);
  const nothing = { channels: new Map(), boards: new Map(), histories: new Map() };
  const targets = published === undefined ? nothing : await readTargets(folder, published.targets.signed);
  return { folder, roots, root, trust, published, ...targets };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refuse(folder, say.treeUnreadable(code));
  }
}

/** The chain of roots in the tree and on the ring, joined; each is signed by the one before. */
async function readRoots(folder: string, ring: KeyRing): Promise<readonly [RootFile, ...RootFile[]]> {
  const [first, ...known] = ring.roots;
  const chain: [RootFile, ...RootFile[]] = [first];
  const inTree = async (version: number): Promise<RootFile | undefined> => {
    const path = rootPath(version);
    const bytes = await readTreeFile(folder, path, MOST_METADATA_BYTES.root);
    return bytes && readRoot(path, version, bytes);
  };
  const same = (one: RootFile, other: RootFile | undefined): boolean =>
    other === undefined || Buffer.from(one.bytes).equals(other.bytes);
  const firstInTree = await inTree(first.version);
  const isBegun = (await readTreeFile(folder, TIMESTAMP_PATH, MOST_METADATA_BYTES.timestamp)) !== undefined;
  if ((isBegun && firstInTree === undefined) || !same(first, firstInTree))
    refuse(folder, say.treeOfAnotherCentre);
  let last = first;
  for (;;) {
    const version = last.version + 1;
    const onRing = known.find((each) => each.version === version);
    const there = await inTree(version);
    const next = onRing ?? there;
    if (next === undefined) return chain;
    if (!same(next, there)) refuse(folder, say.treeOfAnotherCentre);
    if (!follows(last, next)) refuse(rootPath(version), say.rootNotSigned(version));
    chain.push(next);
    last = next;
  }
}

/** Where a version of `root.json` lies in a tree. */
export function rootPath(version: number): string {
  return `${METADATA_FOLDER}/${version}.root.json`;
}

async function readPublished(folder: string, root: RootFile): Promise<Published | undefined> {
  const bytes = await readTreeFile(folder, TIMESTAMP_PATH, MOST_METADATA_BYTES.timestamp);
  if (bytes === undefined) return undefined;
  const timestamp = parseMetadata('timestamp', bytes);
  if (timestamp === undefined || !isSignedBy(root.metadata, 'timestamp', timestamp)) {
    return refuse(TIMESTAMP_PATH, say.notSignedByUs('timestamp'));
  }
  const read = async <R extends 'snapshot' | 'targets'>(
    role: R,
    meta:
      | { version: number; length?: number | undefined; hashes?: Record<string, string> | undefined }
      | undefined,
  ): Promise<Metadata<SignedOf<R>>> => {
    const path = `${METADATA_FOLDER}/${meta?.version}.${role}.json`;
    const content = await readTreeFile(folder, path, MOST_METADATA_BYTES[role]);
    const whole =
      content?.length === meta?.length &&
      content !== undefined &&
      digestOf(content) === meta?.hashes?.['sha256'];
    if (!whole) return refuse(path, say.metadataDamaged);
    const metadata = parseMetadata(role, content);
    if (metadata === undefined || !isSignedBy(root.metadata, role, metadata)) {
      return refuse(path, say.notSignedByUs(role));
    }
    return metadata;
  };
  const snapshot = await read('snapshot', timestamp.signed.snapshotMeta);
  const targets = await read('targets', snapshot.signed.meta['targets.json']);
  return { timestamp, snapshot, targets };
}

async function readTargets(
  folder: string,
  targets: Targets,
): Promise<Pick<Tree, 'channels' | 'boards' | 'histories'>> {
  const channels = new Map<ChannelName, Channel>();
  const boards = new Map<ChannelName, NoticeBoard>();
  const histories = new Map<ChannelName, History>();
  const read = async <T>(target: TargetFile, most: number, schema: z.ZodType<T>): Promise<T> => {
    const digest = sha256.safeParse(target.hashes['sha256']).data;
    const path = digest === undefined ? target.path : hashedTargetPath(target.path, digest);
    const bytes = digest === undefined ? undefined : await readTreeFile(folder, path, most);
    if (bytes === undefined || bytes.length !== target.length || digestOf(bytes) !== digest) {
      return refuse(path, say.metadataDamaged);
    }
    const parsed = schema.safeParse(jsonOf(bytes));
    return parsed.success ? parsed.data : refuse(path, say.treeOfOtherVersion);
  };
  for (const target of Object.values(targets.targets)) {
    const name = channelName.safeParse(/^[a-z]+\/([^/]+)\.json$/.exec(target.path)?.[1]).data;
    if (name === undefined) refuse(target.path, say.treeOfOtherVersion);
    else if (target.path === channelTarget(name))
      channels.set(name, await read(target, MAX_CHANNEL_BYTES, channel));
    else if (target.path === noticesTarget(name))
      boards.set(name, await read(target, MAX_NOTICE_BOARD_BYTES, noticeBoard));
    else if (target.path === historyTarget(name))
      histories.set(name, await read(target, MAX_HISTORY_BYTES, history));
    else refuse(target.path, say.treeOfOtherVersion);
  }
  return { channels, boards, histories };
}
