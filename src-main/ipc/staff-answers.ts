import type { DoctorReport } from '../contract/doctor-report.ts';
import { MAX_STAFF_LINES, MAX_STICKS, type StaffBriefing, type StaffLine } from '../contract/staff.ts';
import type { TerminalStatus } from '../contract/terminal-status.ts';
import type { Log, LogLine } from '../platform/log.ts';
import type { ChannelDesk } from '../staff/channels.ts';
import { STAFF_VISIT } from '../staff/limits.ts';
import type { LoudnessDesk } from '../staff/loudness.ts';
import type { Maintenance } from '../staff/maintenance.ts';
import type { StaffRoom } from '../staff/staff-room.ts';
import { stickAnswerOf, syncNewsOf } from '../staff/sync-news.ts';
import type { ShelfKeeper } from '../store/shelf-keeper.ts';
import type { Sync } from '../sync/sync.ts';
import type { Printing } from '../takeaway/printing.ts';
import type { StaffServices } from './staff-doormen.ts';

/** How the application may end at the wish of staff. */
export type Ending = 'restart' | 'exit';

/** Whom the answers come from. */
export type StaffAnswerParts = {
  readonly room: StaffRoom;
  readonly about: Omit<StaffBriefing, 'maintenance'>;
  readonly status: () => TerminalStatus;
  readonly runDoctor: () => Promise<DoctorReport>;
  /** The last lines of the log, the newest last. */
  readonly lines: () => readonly LogLine[];
  readonly maintenance: Maintenance;
  readonly sync: Pick<Sync, 'state' | 'syncNow' | 'syncFrom'>;
  /** The published guides on the sticks that are plugged in now, by their paths. */
  readonly findSticks: () => Promise<readonly string[]>;
  readonly editions: Pick<ShelfKeeper, 'previous' | 'goBack'> & { readonly shown: () => number | null };
  readonly channels: ChannelDesk;
  readonly loudness: LoudnessDesk;
  readonly printing: Pick<Printing, 'printer' | 'print'>;
  /** Ends the application a moment later, so that this answer still arrives. */
  readonly end: (how: Ending) => void;
  readonly log: Log;
};

/** Answers every call of the staff page by passing it to the service it is meant for; what changes something is logged. */
export function staffAnswers(parts: StaffAnswerParts): StaffServices {
  const { room, about, maintenance, sync, findSticks, editions, printing, end, log } = parts;
  const did = (what: string) => log.note('staff-did', 'Staff used the staff page.', { what });
  return {
    getDoor: room.door,
    enterPin: ({ pin }) => room.enterPin(pin),
    leave: () => void room.leave('left'),
    // That it was heard is all there is to it.
    reportHere: () => undefined,
    getBriefing: () => ({ ...about, maintenance: maintenance.isOn() }),
    getStatus: () => parts.status(),
    runDoctor: () => {
      did('doctor');
      return parts.runDoctor();
    },
    getSync: () => syncNewsOf(sync.state()),
    syncNow: async () => {
      did('sync');
      return syncNewsOf(await sync.syncNow());
    },
    findSticks: async () => [...(await findSticks())].slice(0, MAX_STICKS),
    importStick: async ({ stick }) => {
      // Only what was offered: the page cannot have any other directory read.
      if (!(await findSticks()).includes(stick)) return { kind: 'gone' };
      did('import-stick');
      return stickAnswerOf(await sync.syncFrom(stick));
    },
    getEditions: async () => ({ shown: editions.shown(), previous: await editions.previous() }),
    goBack: async ({ from }) => {
      did('go-back');
      return (await editions.goBack(from, 'Staff went back to the edition before it.')) ? 'done' : 'no';
    },
    getChannels: () => parts.channels.get(),
    setChannel: ({ channel }) => parts.channels.set(channel),
    getVolume: () => parts.loudness.get(),
    setVolume: ({ percent }) => parts.loudness.set(percent),
    getPrinter: () => printing.printer(),
    printTest: ({ ticket }) => {
      did('print-test');
      return printing.print(STAFF_VISIT, ticket);
    },
    getLines: () => parts.lines().slice(-MAX_STAFF_LINES).map(lineOf).reverse(),
    setMaintenance: ({ isOn }) => maintenance.set(isOn),
    restart: () => {
      did('restart');
      end('restart');
      return undefined;
    },
    exitToSystem: () => {
      if (!about.mayExit) return 'no';
      did('exit');
      end('exit');
      return 'leaving';
    },
  };
}

/** Longest sentence of a line that is shown, in characters. */
const MAX_SENTENCE = 600;

function lineOf({ at, level, code, sentence }: LogLine): StaffLine {
  return { at, level, code, sentence: sentence.slice(0, MAX_SENTENCE) };
}
