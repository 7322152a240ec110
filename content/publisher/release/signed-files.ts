import { MetaFile, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models';
import {
  channelTarget,
  hashedTargetPath,
  METADATA_FOLDER,
  noticesTarget,
  SIGNED_AT_FIELD,
  TIMESTAMP_PATH,
} from '../../model/central-server.ts';
import { type Channel, type ChannelName, channel } from '../../model/channel.ts';
import { type NoticeBoard, noticeBoard } from '../../model/live-notice.ts';
import type { SigningKey } from '../keys/key.ts';
import { expiryFrom, SPEC_VERSION, utc } from '../keys/roles.ts';
import { bytesOf, signed } from '../keys/signing.ts';
import { digestOf } from '../tree/files.ts';
import type { Published } from '../tree/read-tree.ts';
import { type History, history, historyTarget } from './history.ts';
import type { Numbers } from './memory.ts';

/** Files by their path in a tree. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What a publication says anew; what it does not name stays. */
export type Announcement = {
  readonly channels?: ReadonlyMap<ChannelName, Channel>;
  readonly boards?: ReadonlyMap<ChannelName, NoticeBoard>;
  readonly histories?: ReadonlyMap<ChannelName, History>;
};

/** The keys that sign each of the three roles. */
export type Signers = {
  /** Undefined when the list of targets stays as it is. */
  readonly targets: readonly SigningKey[] | undefined;
  readonly snapshot: readonly SigningKey[];
  readonly timestamp: readonly SigningKey[];
};

/** What a publication writes, in this order: nothing points at what is not there yet. */
export type SignedFiles = {
  readonly targetFiles: Files;
  /** The new versions of `targets.json` and `snapshot.json`, under names nobody asks for yet. */
  readonly metadata: Files;
  /** The one file that announces all the others. */
  readonly timestamp: Files;
  /** What is published once all of it is written. */
  readonly published: Published;
};

/** Everything a publication signs, in memory. Versions go on above `numbers`, the highest that terminals may have seen. */
export function signedFiles(
  before: Published | undefined,
  { channels = new Map(), boards = new Map(), histories = new Map() }: Announcement,
  signers: Signers,
  now: Date,
  numbers: Omit<Numbers, 'seq'>,
): SignedFiles {
  const targetFiles = new Map<string, Uint8Array>();
  const listed = { ...before?.targets.signed.targets };
  const add = (target: string, value: unknown): void => {
    const bytes = Buffer.from(JSON.stringify(value), 'utf8');
    const sha256 = digestOf(bytes);
    targetFiles.set(hashedTargetPath(target, sha256), bytes);
    listed[target] = new TargetFile({ path: target, length: bytes.length, hashes: { sha256 } });
  };
  for (const [name, value] of channels) add(channelTarget(name), channel.parse(value));
  for (const [name, value] of boards) add(noticesTarget(name), noticeBoard.parse(value));
  for (const [name, value] of histories) add(historyTarget(name), history.parse(value));

  const metadata = new Map<string, Uint8Array>();
  const write = (role: 'targets' | 'snapshot', version: number, bytes: Uint8Array): MetaFile => {
    metadata.set(`${METADATA_FOLDER}/${version}.${role}.json`, bytes);
    return new MetaFile({ version, length: bytes.length, hashes: { sha256: digestOf(bytes) } });
  };
  const next = (role: keyof Published): { specVersion: string; version: number; expires: string } => ({
    specVersion: SPEC_VERSION,
    version: numbers[role] + 1,
    expires: expiryFrom(now, role),
  });

  let targets = before?.targets;
  let targetsMeta = before?.snapshot.signed.meta['targets.json'];
  if (signers.targets !== undefined || targets === undefined || targetsMeta === undefined) {
    targets = signed<'targets'>(new Targets({ ...next('targets'), targets: listed }), signers.targets ?? []);
    targetsMeta = write('targets', targets.signed.version, bytesOf(targets));
  }
  const snapshot = signed<'snapshot'>(
    new Snapshot({ ...next('snapshot'), meta: { 'targets.json': targetsMeta } }),
    signers.snapshot,
  );
  const timestamp = signed<'timestamp'>(
    new Timestamp({
      ...next('timestamp'),
      snapshotMeta: write('snapshot', snapshot.signed.version, bytesOf(snapshot)),
      unrecognizedFields: { [SIGNED_AT_FIELD]: utc(now) },
    }),
    signers.timestamp,
  );
  return {
    targetFiles,
    metadata,
    timestamp: new Map([[TIMESTAMP_PATH, bytesOf(timestamp)]]),
    published: { targets, snapshot, timestamp },
  };
}
