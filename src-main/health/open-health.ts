import type { TerminalStatus } from '../contract/terminal-status.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { LoadedSettings } from '../provisioning/load-settings.ts';
import type { Stage } from '../stage/stage.ts';
import type { ContentStore } from '../store/content-store.ts';
import type { Sync } from '../sync/sync.ts';
import type { LogMemory } from './logs/log-memory.ts';
import type { Problems } from './problems.ts';
import type { StatusKeeper } from './status/keep-status.ts';
import { type StatusFacts, statusOf } from './status/status-of.ts';
import type { VisitBook } from './status/visit-book.ts';
import { type TellOthersParts, tellOthers } from './tell-others.ts';

/** Whom health asks. */
export type HealthParts = Pick<TellOthersParts, 'freeBytes' | 'printer' | 'statusFile'> &
  Pick<StatusFacts, 'program' | 'isFactory'> & {
    readonly loaded: LoadedSettings;
    readonly stage: Pick<Stage, 'look'>;
    readonly store: Pick<ContentStore, 'bad'>;
    readonly sync: Pick<Sync, 'state' | 'contact'> & { readonly channel: () => string };
    readonly visits: Pick<VisitBook, 'counted'>;
    readonly problems: Pick<Problems, 'counted'>;
    readonly memory: LogMemory;
    readonly display: () => TerminalStatus['display'];
    readonly memoryBytes: () => number;
    readonly isInMaintenance: () => boolean;
    readonly clock: Clock;
    readonly log: Log;
  };

/** How often the processes are asked for their memory, in milliseconds: it takes the system two of them each time. */
const MEMORY_EVERY_MS = 5_000;

/** How the terminal is, for whoever asks and in the files that others read. */
export type Health = StatusKeeper & { readonly status: () => TerminalStatus };

/** Begins to tell how the terminal is. */
export function openHealth(parts: HealthParts): Health {
  const { loaded, memory, clock } = parts;
  const settingsProblems = loaded.problems.map(({ sentence }) => sentence);
  const memoryBytes = onceIn(MEMORY_EVERY_MS, clock, parts.memoryBytes);
  const status = () =>
    statusOf({
      now: clock.now(),
      program: parts.program,
      settings: loaded.settings,
      settingsFiles: loaded.files,
      settingsProblems,
      look: parts.stage.look(),
      isFactory: parts.isFactory,
      bad: parts.store.bad(),
      channel: parts.sync.channel(),
      channelInSettings: loaded.technicians.server.channel,
      sync: parts.sync.state(),
      contact: parts.sync.contact(),
      visits: { ...parts.visits.counted(), outlived: memory.count('process-outlived-visit') },
      pages: {
        crashed: memory.count('seat-crashed'),
        frozen: memory.count('seat-frozen'),
        problems: parts.problems.counted(),
      },
      display: parts.display(),
      memoryBytes: memoryBytes(),
      isInMaintenance: parts.isInMaintenance(),
      troubles: memory.troubles(),
    });
  const keeper = tellOthers({ ...parts, current: status, settings: loaded.settings });
  return { status, close: keeper.close };
}

/** Tells that the terminal could not start: the static page is on show until it is started again. */
export function tellOfLastResort(
  parts: Pick<HealthParts, 'loaded' | 'program' | 'memory' | 'statusFile' | 'memoryBytes' | 'clock' | 'log'>,
): StatusKeeper {
  const { loaded, memory, clock } = parts;
  const current = (): TerminalStatus => ({
    ...statusOf({
      now: clock.now(),
      program: parts.program,
      settings: loaded.settings,
      settingsFiles: loaded.files,
      settingsProblems: loaded.problems.map(({ sentence }) => sentence),
      look: { kind: 'preparing', seq: null, isAlive: false, lastPaintedAt: null },
      isFactory: () => false,
      bad: [],
      channel: loaded.settings.server.channel,
      channelInSettings: loaded.technicians.server.channel,
      sync: { kind: loaded.settings.server.url === null ? 'off' : 'idle' },
      contact: { lastAt: null, channel: null },
      visits: { ended: 0, lastWipedAt: null, outlived: 0 },
      pages: { crashed: 0, frozen: 0, problems: {} },
      display: null,
      memoryBytes: parts.memoryBytes(),
      isInMaintenance: false,
      troubles: memory.troubles(),
    }),
    eye: { state: 'last-resort', alive: false, lastPaintedAt: null },
  });
  return tellOthers({
    ...parts,
    current,
    settings: loaded.settings,
    freeBytes: () => Promise.reject(new Error('the store is not open')),
    printer: async () => 'none',
  });
}

/** Asks at most once in a while, and answers what it heard last. */
function onceIn(ms: number, clock: Pick<Clock, 'monotonicMs'>, ask: () => number): () => number {
  let last: { readonly value: number; readonly at: number } | null = null;
  return () => {
    if (last === null || clock.monotonicMs() - last.at >= ms)
      last = { value: ask(), at: clock.monotonicMs() };
    return last.value;
  };
}
