import type { ChannelName } from './channel.ts';
import type { Sha256 } from './names.ts';

// Where things lie on a central server, seen from its root, which is any folder of any web server (or a USB stick).
// `blobs/` is laid out by `blobPath` of edition.ts, and lies beside these.

/** Holds `timestamp.json` and `<version>.{root,snapshot,targets}.json` of TUF, with consistent snapshots. */
export const METADATA_FOLDER = 'metadata';

/** Holds the signed files; each is requested by {@link hashedTargetPath}. */
export const TARGETS_FOLDER = 'targets';

/** The one file that changes in place; all others are new names. */
export const TIMESTAMP_PATH = `${METADATA_FOLDER}/timestamp.json`;

/** The TUF target that holds a {@link import('./channel.ts').Channel}: `channels/stable.json`. */
export function channelTarget(name: ChannelName): string {
  return `channels/${name}.json`;
}

/** The TUF target that holds a {@link import('./live-notice.ts').NoticeBoard}: `notices/stable.json`; a channel may have none. */
export function noticesTarget(name: ChannelName): string {
  return `notices/${name}.json`;
}

/**
 * Where a target lies: `targets/channels/<sha256>.stable.json`. The digest goes before the last part of the name, as in
 * clause 5.7.3 of the TUF specification, and as tuf-js asks for it (`prefixTargetsWithHash`).
 */
export function hashedTargetPath(target: string, digest: Sha256): string {
  const slash = target.lastIndexOf('/') + 1;
  return `${TARGETS_FOLDER}/${target.slice(0, slash)}${digest}.${target.slice(slash)}`;
}

/**
 * Where the way from one manifest to another may lie: `patches/<from>-<to>.zst`, a zstd frame of the later one with the earlier
 * one as its dictionary. It need not be there and needs no trust: the outcome is hashed.
 */
export function patchPath(from: Sha256, to: Sha256): string {
  return `patches/${from}-${to}.zst`;
}

/** The field of a key in `root.json` with the name its holders know it by, for instance `targets-1`. */
export const KEY_NAME_FIELD = 'x-openfloor-name';

/**
 * A field of `timestamp.json` with the moment it was signed, for instance `2026-11-27T08:30:00Z`. It may be absent. TUF only says when
 * metadata ends; a terminal whose clock is wrong learns from this what day it is at least.
 */
export const SIGNED_AT_FIELD = 'x-openfloor-signed-at';
