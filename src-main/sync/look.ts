import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel } from '../../content/model/channel.ts';
import { MAX_METADATA_BYTES } from '../../content/model/limits.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import { FetchFailure, Refusal } from './failure.ts';
import { bandwidthBucket } from './fetching/bucket.ts';
import { httpTransport } from './fetching/http-transport.ts';
import { collect, type Transport } from './fetching/transport.ts';
import { SURELY_OVER } from './limits.ts';
import { follow } from './trust/follow.ts';
import { memoryKeeper, recallTrust } from './trust/memory.ts';
import { fetchMetadata } from './trust/metadata-fetcher.ts';
import { type RootFile, selfSignedRoot } from './trust/pinned-root.ts';
import { readRoot } from './trust/read-metadata.ts';
import { listTargets } from './trust/targets.ts';
import { timeKeeper } from './trust/time-keeper.ts';

/** What looking at a server needs. */
export type LookParts = {
  readonly http: Http;
  /** Where the published tree lies. */
  readonly server: URL;
  readonly channel: string;
  /** The root to begin with; null takes the server's first one, which then nobody has vouched for yet. */
  readonly root: Uint8Array | null;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** What a server offers to somebody who begins with that root. */
export type Looked = {
  /** From the root it began with to the newest, each signed by the one before. */
  readonly roots: readonly [RootFile, ...RootFile[]];
  /** The channels that are signed there, sorted; empty when it did not come to that. */
  readonly channels: readonly string[];
  /** The channel asked for, or why it cannot be had. */
  readonly channel: Channel | FetchFailure | Refusal;
};

/**
 * Looks at a server once, as a terminal does that knows nothing but a root, and keeps nothing: the same code decides whom to believe.
 * Rejects with `FetchFailure` or `Refusal` when there is not even a root; whatever goes wrong after that is told in `channel`.
 */
export async function lookAtServer(parts: LookParts): Promise<Looked> {
  const { http, server, clock, signal } = parts;
  const bucket = bandwidthBucket(null, clock);
  const { transport, rootsSeen } = rememberingRoots(httpTransport({ http, server, clock, bucket }));
  const first = parts.root ?? (await fetchFirstRoot(transport, signal));
  const memory = await recallTrust({ keeper: memoryKeeper(), pinnedRoot: first, builtAt: SURELY_OVER });
  const workDirectory = await mkdtemp(join(tmpdir(), 'openfloor-look-'));
  try {
    const channel = await follow({
      transport,
      memory,
      time: timeKeeper(memory.record().known, clock),
      channel: parts.channel,
      workDirectory,
      wall: () => clock.now().getTime(),
      signal,
      isServer: true,
    }).then(({ channel: said }) => said, expected);
    const { root, targets } = memory.record();
    return { roots: chainTo(root, first, rootsSeen), channels: channelsIn(targets), channel };
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

async function fetchFirstRoot(transport: Transport, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = await fetchMetadata(transport, '1.root.json', MAX_METADATA_BYTES.root, signal);
  try {
    return selfSignedRoot(bytes).bytes;
  } catch (error) {
    throw new Refusal('metadata-malformed', 'its 1.root.json is no root signed by its own keys', {
      cause: error,
    });
  }
}

function expected(error: unknown): FetchFailure | Refusal {
  if (error instanceof FetchFailure || error instanceof Refusal) return error;
  throw error;
}

/** A transport that keeps what came as `<version>.root.json`, so that every step of the chain can be shown. */
function rememberingRoots(way: Transport): {
  readonly transport: Transport;
  readonly rootsSeen: ReadonlyMap<number, Buffer>;
} {
  const rootsSeen = new Map<number, Buffer>();
  const ask: Transport['ask'] = async (asked) => {
    const answer = await way.ask(asked);
    const version = /^metadata\/(\d+)\.root\.json$/.exec(asked.path)?.[1];
    if (version === undefined || answer.kind !== 'content') return answer;
    const bytes = await collect(answer.body);
    rootsSeen.set(Number(version), bytes);
    return {
      ...answer,
      body: (async function* () {
        yield bytes;
      })(),
    };
  };
  return { transport: { ...way, ask }, rootsSeen };
}

/** The roots up to the newest that was verified; what came after it was not believed. */
function chainTo(
  newest: string,
  first: Uint8Array,
  seen: ReadonlyMap<number, Buffer>,
): readonly [RootFile, ...RootFile[]] {
  const begin = { bytes: first, root: readRoot(Buffer.from(first).toString('base64')) };
  const last = readRoot(newest).signed.version;
  const between = [...seen]
    .filter(([version]) => version > begin.root.signed.version && version <= last)
    .sort(([one], [other]) => one - other)
    .map(([, bytes]) => ({ bytes, root: readRoot(bytes.toString('base64')) }));
  return [begin, ...between];
}

function channelsIn(targets: string | null): readonly string[] {
  if (targets === null) return [];
  return [...listTargets(targets).keys()]
    .flatMap((path) => /^channels\/(.+)\.json$/.exec(path)?.[1] ?? [])
    .sort();
}
