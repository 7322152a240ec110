import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../platform/clock.ts';
import { errorCode, type Files } from '../platform/files.ts';
import type { Http } from '../platform/http.ts';
import type { Log } from '../platform/log.ts';
import type { SyncStore } from './edition.ts';
import { Refusal } from './failure.ts';
import { bandwidthBucket } from './fetching/bucket.ts';
import { httpTransport } from './fetching/http-transport.ts';
import { SURELY_OVER } from './limits.ts';
import { zstdUnpacker } from './manifest.ts';
import { failedState } from './standing.ts';
import { createSync, type Sync } from './sync.ts';
import { diskKeeper } from './trust/disk-keeper.ts';
import { recallTrust } from './trust/memory.ts';
import { readPinnedRoot } from './trust/pinned-root.ts';

/** Sync as the settings of a terminal want it. */
export type OpenSyncParts = {
  readonly server: {
    /** Null: no server; sticks can be read all the same. */
    readonly url: string | null;
    readonly channel: string;
    /** A root file, or null for the one inside the application. */
    readonly root: string | null;
    readonly bandwidthKbps: number | null;
    readonly pollSeconds: number;
  };
  readonly terminalId: string;
  /** This room's own directory: made when it is not there. */
  readonly directory: string;
  /** The root inside the application; it need not be there. */
  readonly rootInside: string;
  readonly store: SyncStore;
  readonly files: Files;
  /** Makes the way to the network; asked only when there is a server. */
  readonly http: () => Promise<Http>;
  readonly isOnline: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
};

/** Builds sync from the settings and from what was trusted before. Never rejects: without a usable root it stands still and says why. */
export async function openSync(parts: OpenSyncParts): Promise<Sync> {
  const { server, directory, files, clock, log } = parts;
  const workDirectory = join(directory, 'work');
  try {
    await rm(workDirectory, { recursive: true, force: true });
    await mkdir(workDirectory, { recursive: true, mode: 0o700 });
    const { bytes: pinnedRoot } = await readPinnedRoot(server.root ?? parts.rootInside, files);
    const memory = await recallTrust({ keeper: diskKeeper(directory), pinnedRoot, builtAt: SURELY_OVER });
    if (memory.recalled === 'one-place-damaged' || memory.recalled === 'begun-anew-damaged')
      log.trouble('trust-damaged', DAMAGED[memory.recalled], { recalled: memory.recalled });
    if (memory.recalled === 'other-root')
      log.note('trust-begun-anew', 'Another root of trust is in the settings: it counts from now on.');
    return createSync({
      ...parts,
      transport:
        server.url === null
          ? null
          : httpTransport({
              http: await parts.http(),
              server: new URL(server.url),
              clock,
              bucket: bandwidthBucket(server.bandwidthKbps, clock),
            }),
      memory,
      unpackPatch: zstdUnpacker(),
      channel: server.channel,
      pollMs: server.pollSeconds * 1_000,
      workDirectory,
      random: Math.random,
    });
  } catch (error) {
    const failure = error instanceof Refusal ? error : new Refusal('disk-trouble', errorCode(error));
    return standingStill(failure, parts);
  }
}

const DAMAGED = {
  'one-place-damaged':
    'One of the two records of what is trusted is damaged. The other one is used, and this one is written again.',
  'begun-anew-damaged':
    'Both records of what is trusted are damaged. The terminal begins again from its root; the guide that is here stays on show.',
} as const;

/** Without a root nobody can be believed, neither a server nor a stick. */
function standingStill(failure: Refusal, { server, clock, log }: OpenSyncParts): Sync {
  const state = failedState(failure, clock.now().getTime());
  if (state.kind !== 'refused') throw failure;
  // A terminal that has no server and was never given a root lacks nothing.
  const isWanted = server.url !== null || server.root !== null;
  if (isWanted) log.trouble('sync-refused', state.sentence, { refusal: state.code });
  return {
    state: () => (isWanted ? state : { kind: 'off' }),
    onState: () => () => {},
    contact: () => ({ lastAt: null, channel: null }),
    notices: () => [],
    onNotices: () => () => {},
    start: () => {},
    syncNow: async () => state,
    syncFrom: async () => ({ kind: 'failed', state }),
    close: async () => {},
  };
}
