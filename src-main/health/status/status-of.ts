import type { Channel } from '../../../content/model/channel.ts';
import { isWithinHours } from '../../contract/night-hours.ts';
import { MOST_REASONS, STATUS_SCHEMA, type TerminalStatus } from '../../contract/terminal-status.ts';
import type { LogLine } from '../../platform/log.ts';
import type { TerminalSettings } from '../../provisioning/terminal-settings.ts';
import type { StageLook } from '../../stage/stage.ts';
import type { SyncState } from '../../sync/state.ts';

/** What is known of a terminal at one moment, as its services tell it. */
export type StatusFacts = {
  readonly now: Date;
  readonly program: {
    readonly startedAt: Date;
    readonly version: string;
    readonly electron: string;
    readonly pid: number;
  };
  readonly settings: Pick<TerminalSettings, 'terminal' | 'server' | 'night' | 'printer'>;
  readonly settingsFiles: readonly string[];
  /** In sentences. */
  readonly settingsProblems: readonly string[];
  readonly look: StageLook;
  /** True for the edition that came inside the application. */
  readonly isFactory: (seq: number) => boolean;
  /** The oldest first. */
  readonly bad: readonly { readonly seq: number; readonly reason: string }[];
  /** The channel that is followed, and the one that the technician's settings say. */
  readonly channel: string;
  readonly channelInSettings: string;
  readonly sync: SyncState;
  readonly contact: { readonly lastAt: number | null; readonly channel: Channel | null };
  readonly visits: TerminalStatus['visits'];
  readonly pages: TerminalStatus['pages'];
  readonly display: TerminalStatus['display'];
  readonly memoryBytes: number;
  readonly isInMaintenance: boolean;
  /** The newest last. */
  readonly troubles: readonly LogLine[];
};

/** Most characters of a sentence in the record; longer ones are cut. */
const MAX_SENTENCE = 400;

/** Puts what is known into the form that everybody reads. */
export function statusOf(facts: StatusFacts): TerminalStatus {
  const { settings, look, contact } = facts;
  const { seq } = look;
  const { id, place, zone } = settings.terminal;
  return {
    schema: STATUS_SCHEMA,
    at: facts.now.toISOString(),
    ...facts.program,
    startedAt: facts.program.startedAt.toISOString(),
    terminal: { id, place, zone },
    edition:
      seq === null
        ? null
        : {
            seq,
            label: contact.channel?.seq === seq ? contact.channel.label : null,
            factory: facts.isFactory(seq),
          },
    bad: facts.bad.slice(-MOST_REASONS).map(({ seq, reason }) => ({ seq, reason: cut(reason) })),
    server: {
      url: settings.server.url,
      channel: facts.channel,
      channelInSettings: facts.channelInSettings,
      ...standing(facts.sync),
      lastContactAt: contact.lastAt === null ? null : new Date(contact.lastAt).toISOString(),
    },
    eye: {
      state: facts.isInMaintenance ? 'maintenance' : EYE[look.kind],
      alive: look.isAlive,
      lastPaintedAt: look.lastPaintedAt?.toISOString() ?? null,
    },
    visits: facts.visits,
    pages: facts.pages,
    settings: {
      files: facts.settingsFiles.map(cut),
      problems: facts.settingsProblems.map(cut),
    },
    printer: { name: settings.printer.name },
    display: facts.display,
    memoryBytes: facts.memoryBytes,
    night: isWithinHours(settings.night.hours, facts.now),
    maintenance: facts.isInMaintenance,
    reasons: facts.troubles
      .slice(-MOST_REASONS)
      .reverse()
      .map(({ at, code, sentence }) => ({ at, code, sentence: cut(sentence) })),
  };
}

const EYE: Record<StageLook['kind'], TerminalStatus['eye']['state']> = {
  empty: 'preparing',
  preparing: 'preparing',
  loading: 'preparing',
  attract: 'attract',
  'in-use': 'visit',
};

function standing(
  sync: SyncState,
): Pick<TerminalStatus['server'], 'state' | 'code' | 'sentence' | 'progress'> {
  const plain = { state: sync.kind, code: null, sentence: null, progress: null };
  switch (sync.kind) {
    case 'offline':
      return { ...plain, code: sync.reason, sentence: cut(sync.sentence) };
    case 'refused':
      return { ...plain, code: sync.code, sentence: cut(sync.sentence) };
    case 'downloading':
      return { ...plain, progress: share(sync.bytes, sync.of.bytes) };
    default:
      return plain;
  }
}

/** How much has arrived, in hundredths: a finer figure would be news every second. */
function share(bytes: number, of: number): number {
  return of <= 0 ? 1 : Math.min(1, Math.max(0, Math.floor((100 * bytes) / of) / 100));
}

function cut(sentence: string): string {
  return sentence.length <= MAX_SENTENCE ? sentence : `${sentence.slice(0, MAX_SENTENCE - 1)}…`;
}
