import { type Files, machineFiles } from '../../src-main/platform/files.ts';
import { nodeHttp } from '../../src-main/platform/node-http.ts';
import type { SyncStore } from '../../src-main/sync/edition.ts';
import { bandwidthBucket } from '../../src-main/sync/fetching/bucket.ts';
import { httpTransport } from '../../src-main/sync/fetching/http-transport.ts';
import { POLL_MS } from '../../src-main/sync/limits.ts';
import { zstdUnpacker } from '../../src-main/sync/manifest.ts';
import { createSync, type Sync } from '../../src-main/sync/sync.ts';
import { memoryKeeper, recallTrust } from '../../src-main/sync/trust/memory.ts';
import type { TrustKeeper } from '../../src-main/sync/trust/record.ts';
import { type HandClock, handClock } from '../fakes/hand-clock.ts';
import { recordedLog } from '../fakes/recorded-log.ts';

/** A terminal's sync with real HTTP, and a clock moved by hand. */
export type SyncTerminal = {
  readonly sync: Sync;
  readonly keeper: TrustKeeper;
  readonly clock: HandClock;
  readonly log: ReturnType<typeof recordedLog>;
  readonly close: () => Promise<void>;
};

/** What a terminal is made with. */
export type SyncTerminalOptions = {
  readonly server: URL | null;
  readonly root: Uint8Array;
  readonly workDirectory: string;
  readonly store: SyncStore;
  /** Default: the disk of this machine. */
  readonly files?: Pick<Files, 'facts' | 'read'>;
  readonly keeper?: TrustKeeper;
  readonly clock?: HandClock;
  readonly channel?: string;
  readonly terminalId?: string;
  readonly builtAt?: number | null;
  /** In kilobits a second; default no limit. */
  readonly bandwidthKbps?: number | null;
  readonly random?: () => number;
  readonly isOnline?: () => boolean;
  /** True: pauses between attempts take the time of the hand clock; default: none at all. */
  readonly realPauses?: boolean;
};

/** Puts a terminal together as `services.ts` does. */
export async function syncTerminal(options: SyncTerminalOptions): Promise<SyncTerminal> {
  const { clock = handClock(), keeper = memoryKeeper(), builtAt = null } = options;
  const log = recordedLog();
  const { http, close } = nodeHttp();
  const memory = await recallTrust({ keeper, pinnedRoot: options.root, builtAt });
  const sync = createSync({
    transport:
      options.server &&
      httpTransport({
        http,
        server: options.server,
        clock,
        bucket: bandwidthBucket(options.bandwidthKbps ?? null, clock),
      }),
    memory,
    store: options.store,
    files: options.files ?? machineFiles,
    unpackPatch: zstdUnpacker(),
    channel: options.channel ?? 'stable',
    pollMs: POLL_MS,
    terminalId: options.terminalId ?? 'kiosk-1',
    workDirectory: options.workDirectory,
    clock,
    random: options.random ?? (() => 0.5),
    isOnline: options.isOnline ?? (() => true),
    log,
    ...(options.realPauses === true ? {} : { pause: async () => {} }),
  });
  return {
    sync,
    keeper,
    clock,
    log,
    close: async () => {
      await sync.close();
      close();
    },
  };
}
