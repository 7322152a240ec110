import type { Channel } from '../../content/model/channel.ts';
import type { LiveNotice, NoticeBoard } from '../../content/model/live-notice.ts';
import type { Clock } from '../platform/clock.ts';
import type { Files } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import { clockWatch } from './clock-watch.ts';
import { type CycleParts, runCycle } from './cycle.ts';
import type { SyncStore } from './edition.ts';
import { FetchFailure, Refusal } from './failure.ts';
import { directoryTransport } from './fetching/directory-transport.ts';
import { type Pause, pauseBy } from './fetching/pause.ts';
import type { Transport } from './fetching/transport.ts';
import { NETWORK_LOOK_MS, TIME_SAVED_EVERY_MS } from './limits.ts';
import { listeners } from './listeners.ts';
import type { UnpackPatch } from './manifest.ts';
import { patience } from './patience.ts';
import { factsOf, type Receipt } from './receipt.ts';
import { firstPauseMs, pauseMs } from './rhythm.ts';
import { failedState, standingFrom, stateOf } from './standing.ts';
import type { SyncState } from './state.ts';
import { readStick } from './stick.ts';
import { savedBoard, savedChannel } from './trust/follow.ts';
import type { TrustMemory } from './trust/memory.ts';
import { timeKeeper } from './trust/time-keeper.ts';

/** What the service is built from. */
export type SyncParts = {
  /** The way to the server; null when none is set: sticks can be read all the same. */
  readonly transport: Transport | null;
  readonly memory: TrustMemory;
  readonly store: SyncStore;
  readonly files: Pick<Files, 'facts' | 'read'>;
  /** Null where the runtime cannot. */
  readonly unpackPatch: UnpackPatch | null;
  readonly channel: string;
  /** How often the server is asked, in milliseconds. */
  readonly pollMs: number;
  /** Decides its place in gradual releases. */
  readonly terminalId: string;
  /** A directory that exists, for files that live as long as a refresh. */
  readonly workDirectory: string;
  readonly clock: Clock;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** False while the machine has no network at all. */
  readonly isOnline: () => boolean;
  readonly log: Log;
  /** Default: by the clock. */
  readonly pause?: Pause;
};

/** What came of reading a stick. */
export type StickOutcome =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'failed'; readonly state: Extract<SyncState, { kind: 'offline' | 'refused' }> };

/** What is known of the channel, and when the server last said something that was believed. */
export type SyncContact = {
  /** In milliseconds since 1970 by the wall clock; null: not since the start. */
  readonly lastAt: number | null;
  /** The channel as it was verified last, from the server or a stick; null: never. */
  readonly channel: Channel | null;
};

/** Fetch and trust, as a service. Nothing here rejects. */
export type Sync = {
  readonly state: () => SyncState;
  /** Called with every new state; answers its own "off". */
  readonly onState: (listener: (state: SyncState) => void) => () => void;
  readonly contact: () => SyncContact;
  /** The live notices of the channel, as signed; each says itself from when to when it is shown. */
  readonly notices: () => readonly LiveNotice[];
  /** Called when they changed; answers its own "off". */
  readonly onNotices: (listener: (notices: readonly LiveNotice[]) => void) => () => void;
  /** Begins the rhythm of asking. */
  readonly start: () => void;
  /** Asks the server now, after what is being done; answers how it stands then. */
  readonly syncNow: () => Promise<SyncState>;
  /** Takes what a directory holds, verified exactly like the network. */
  readonly syncFrom: (directory: string) => Promise<StickOutcome>;
  /** Ends what is being done and asks no more. */
  readonly close: () => Promise<void>;
};

/** Builds the service; it asks nothing before `start`, `syncNow` or `syncFrom`. */
export function createSync(parts: SyncParts): Sync {
  const { transport, memory, clock, random, log } = parts;
  const wall = () => clock.now().getTime();
  const ending = new AbortController();
  const time = timeKeeper(memory.record().known, clock);
  const standing = standingFrom({ kind: transport === null ? 'off' : 'idle' }, log);
  const editionPatience = patience(clock, parts.pollMs, random);
  const boards = listeners<readonly LiveNotice[]>();
  const watchClock = clockWatch(log, clock);
  let contact: SyncContact = { lastAt: null, channel: savedChannel(memory, parts.channel) };
  let notices: readonly LiveNotice[] = savedBoard(memory, parts.channel)?.notices ?? [];

  const hang = (board: NoticeBoard | null) => {
    const next = board?.notices ?? [];
    if (JSON.stringify(next) === JSON.stringify(notices)) return;
    notices = next;
    log.note('notices-changed', `The channel carries ${next.length} live notices now.`, {
      notices: next.length,
    });
    boards.tell(next);
  };
  const partsFor = (way: Transport, isServer: boolean): CycleParts => ({
    ...parts,
    transport: way,
    isServer,
    time,
    wall,
    pause: parts.pause ?? pauseBy(clock),
    signal: ending.signal,
    onFollowed: (channel, board) => {
      contact = { lastAt: isServer ? wall() : contact.lastAt, channel };
      hang(board);
    },
    onMended: (blobs) => log.note('content-mended', 'Damaged files were fetched again.', { files: blobs }),
    onProgress: (seq, progress) => standing.show({ kind: 'downloading', seq, ...progress }),
    mayFetch: () => true,
  });

  let queue: Promise<unknown> = Promise.resolve();
  /** One after the other: server and stick never write into each other's work. */
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const mine = queue.then(task);
    queue = mine.catch(() => {});
    return mine;
  };

  let failures = 0;
  let retryAfterMs: number | null = null;
  const cycle = async (way: Transport): Promise<void> => {
    watchClock(time.judge().suspicion);
    if (standing.state().kind === 'idle') standing.show({ kind: 'checking' });
    const followed: Channel[] = [];
    retryAfterMs = null;
    try {
      const server = partsFor(way, true);
      const outcome = await runCycle({
        ...server,
        onFollowed: (channel, board) => {
          followed.push(channel);
          server.onFollowed(channel, board);
        },
        mayFetch: editionPatience.mayFetch,
      });
      failures = 0;
      const next = stateOf(outcome, wall()) ?? editionPatience.waitingWith();
      if (outcome.kind !== 'waiting') editionPatience.forget();
      if (next !== null) standing.settle(next);
    } catch (error) {
      if (ending.signal.aborted) return;
      const failed = failedState(error, wall());
      standing.settle(failed);
      const wish = error instanceof FetchFailure ? error.retryAfterMs : null;
      const [channel] = followed;
      if (channel === undefined) {
        failures += 1;
        retryAfterMs = wish;
      } else {
        // Trust is in order and only the edition cannot be had: the rhythm of asking stays.
        failures = 0;
        editionPatience.failed(channel, failed, wish);
      }
    } finally {
      watchClock(time.judge().suspicion);
    }
  };

  let isStarted = false;
  let offTimer = () => {};
  const plan = (ms: number) => {
    offTimer();
    if (isStarted && !ending.signal.aborted) offTimer = clock.after(ms, () => void turn());
  };
  const turn = async (): Promise<SyncState> => {
    offTimer();
    if (transport === null || ending.signal.aborted) return standing.state();
    await inTurn(() => cycle(transport));
    plan(pauseMs(parts.pollMs, failures, random(), retryAfterMs));
    return standing.state();
  };

  /** A network that comes back is worth asking at once, instead of at the end of a long pause. */
  let wasOnline = true;
  const look = () => {
    const isOnline = parts.isOnline();
    if (isOnline && !wasOnline && failures > 0) plan(random() * NETWORK_LOOK_MS);
    wasOnline = isOnline;
  };
  const saveTime = async () => {
    const known = time.known();
    if (known !== null) await memory.save({ known }).catch(() => {});
  };

  const offs: (() => void)[] = [
    parts.store.onChange((change) => {
      const state = standing.state();
      if (state.kind !== 'trying' || !('seq' in change) || change.seq !== state.seq) return;
      if (change.kind === 'activated')
        standing.settle({ kind: 'up-to-date', seq: change.seq, since: wall() });
      if (change.kind === 'marked-bad')
        standing.settle(failedState(new Refusal('edition-bad', change.reason), wall()));
    }),
  ];

  return {
    state: standing.state,
    onState: standing.onState,
    contact: () => contact,
    notices: () => notices,
    onNotices: boards.add,
    start: () => {
      if (isStarted || transport === null) return;
      isStarted = true;
      offs.push(clock.every(NETWORK_LOOK_MS, look));
      offs.push(clock.every(TIME_SAVED_EVERY_MS, () => void inTurn(saveTime)));
      plan(firstPauseMs(parts.pollMs, random()));
    },
    syncNow: turn,
    syncFrom: (directory) =>
      inTurn(async () => {
        const before = standing.state();
        try {
          const way = directoryTransport(directory, parts.files);
          const { receipt, isBeingTried } = await readStick(partsFor(way, false));
          standing.settle(isBeingTried ? { kind: 'trying', seq: receipt.to } : before);
          log.note('stick-read', 'A stick was read.', factsOf(receipt));
          return { kind: 'receipt', receipt };
        } catch (error) {
          const state = failedState(error, wall());
          standing.show(before);
          if (state.kind !== 'offline' && state.kind !== 'refused') throw error;
          log.trouble('stick-refused', state.sentence, {
            why: state.kind === 'offline' ? state.reason : state.code,
          });
          return { kind: 'failed', state };
        }
      }),
    close: async () => {
      ending.abort();
      offTimer();
      for (const off of offs) off();
      await queue;
      await saveTime();
    },
  };
}
