import { z } from 'zod';
import { doctorReport } from './doctor-report.ts';
import { printAnswer, printerState, printProgress } from './printing.ts';
import { terminalStatus } from './terminal-status.ts';
import { ticket } from './ticket.ts';

/** Origin of the staff page; the staff's doormen answer no other. */
export const STAFF_ORIGIN = 'kiosk://staff';

/** The staff page. */
export const STAFF_PAGE = `${STAFF_ORIGIN}/staff/index.html`;

/** Rest after which the staff page leaves by itself, in milliseconds; while it is doing something it has longer. */
export const STAFF_IDLE_MS = 60_000;
export const STAFF_BUSY_IDLE_MS = 5 * 60_000;

/** How often the page may say that somebody is touching it, in milliseconds. */
export const HERE_EVERY_MS = 10_000;

const nothing = z.undefined();
const moment = z.iso.datetime();
const sentence = z.string().max(600);
const count = z.int().nonnegative();

/** Everything the door needs to be drawn, and nothing about the terminal that somebody without the PIN could use. */
export const staffDoor = z.strictObject({
  pixelsPerMm: z.number().positive(),
  /** False: no PIN is set, and nothing opens. */
  hasPin: z.boolean(),
  /** How often this page was opened since the start, from 1: languages change sides by it. */
  opened: z.int().positive(),
});
export type StaffDoor = Readonly<z.infer<typeof staffDoor>>;

/** What came of a PIN. `no` says nothing more on purpose: wrong, locked and no PIN set look alike to whoever looks on. */
export const pinAnswer = z.enum(['open', 'no']);
export type PinAnswer = z.infer<typeof pinAnswer>;

/** What is behind the door. */
export const staffBriefing = z.strictObject({
  terminal: z.strictObject({
    id: z.string().max(40),
    place: z.string().max(80).nullable(),
    zone: z.string().max(40).nullable(),
  }),
  version: z.string().max(40),
  /** Whether the settings allow to leave the kiosk for the system below it. */
  mayExit: z.boolean(),
  maintenance: z.boolean(),
});
export type StaffBriefing = Readonly<z.infer<typeof staffBriefing>>;

/** How the terminal stands with its central server, as `sync` says it. */
export const syncNews = z.strictObject({
  state: terminalStatus.shape.server.shape.state,
  /** Why, for `offline` and `refused`: a code of the sync room; the sentence is a technician's English. */
  code: z.string().max(40).nullable(),
  sentence: sentence.nullable(),
  seq: z.int().positive().nullable(),
  /** Share of a download that has arrived, 0 to 1; null when nothing is being fetched. */
  progress: z.number().min(0).max(1).nullable(),
});
export type SyncNews = Readonly<z.infer<typeof syncNews>>;

/** Most sticks that are offered, and the longest of their paths, in characters. */
export const MAX_STICKS = 8;
const stickPath = z.string().min(1).max(400);

/** Most paths of changed documents that a receipt lists; it always counts all of them. */
export const MAX_RECEIPT_PATHS = 40;
const changed = z.strictObject({ count, first: z.array(z.string().max(300)).max(MAX_RECEIPT_PATHS) });

/** What a stick has brought: plain facts, all of them verified. */
export const stickReceipt = z.strictObject({
  channel: z.string().max(80),
  label: z.string().max(400),
  /** The edition that was on show; null when there was none. */
  from: z.int().positive().nullable(),
  to: z.int().positive(),
  isNothingNew: z.boolean(),
  added: changed,
  changed,
  removed: changed,
  publishedAt: z.string().max(40),
  /** Names, or the beginning of the key's id where nobody gave it a name. */
  signedBy: z.array(z.string().max(120)),
});
export type StickReceipt = Readonly<z.infer<typeof stickReceipt>>;

/** What came of reading a stick. */
export const stickAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receipt'), receipt: stickReceipt }),
  z.strictObject({ kind: z.literal('failed'), code: z.string().max(40), sentence }),
  /** It is not plugged in any more. */
  z.strictObject({ kind: z.literal('gone') }),
]);
export type StickAnswer = Readonly<z.infer<typeof stickAnswer>>;

/** The editions staff may choose between. */
export const staffEditions = z.strictObject({
  shown: z.int().positive().nullable(),
  /** The one before it, that can be shown again; null when there is none. */
  previous: z.int().positive().nullable(),
});
export type StaffEditions = Readonly<z.infer<typeof staffEditions>>;

/** Most channels that are offered. */
export const MAX_CHANNELS = 20;
const channelWord = z.string().min(1).max(80);

/** The channels staff may choose between. */
export const staffChannels = z.strictObject({
  /** The one this terminal follows. */
  current: channelWord,
  /** The one that the technician's settings say. */
  inSettings: channelWord,
  /** Whether the settings let staff choose. */
  mayChoose: z.boolean(),
  /** All that can be chosen: the one in the settings first, then what the server has signed. */
  known: z.array(channelWord).max(MAX_CHANNELS),
});
export type StaffChannels = Readonly<z.infer<typeof staffChannels>>;

const percent = z.int().min(0).max(100);

/** How loud the terminal is, and how loud staff may make it. */
export const staffVolume = z.strictObject({
  /** Null where the machine cannot tell: then it cannot be changed here either. */
  percent: percent.nullable(),
  /** What the technician's settings say; null: nothing. */
  inSettings: percent.nullable(),
  /** Whether the settings let staff change it, and how far. */
  mayChoose: z.boolean(),
  quietest: percent,
  loudest: percent,
});
export type StaffVolume = Readonly<z.infer<typeof staffVolume>>;

/** One line of the terminal's log; it never held words of a visitor. */
export const staffLine = z.strictObject({
  at: moment,
  level: z.enum(['note', 'trouble']),
  code: z.string().max(40),
  sentence,
});
export type StaffLine = Readonly<z.infer<typeof staffLine>>;

/** Most lines of the log that are shown. */
export const MAX_STAFF_LINES = 200;

/**
 * THE PROMISE to the staff page. `door` can be called by whoever stands in front of it; `calls` only after the right PIN, and
 * until the page is left. The two are kept apart so that no call can slip from one side to the other.
 */
export const staffContract = {
  door: {
    getDoor: { input: nothing, output: staffDoor },
    enterPin: { input: z.strictObject({ pin: z.string().regex(/^[0-9]{1,12}$/) }), output: pinAnswer },
    /** Takes the page away and ends its process. */
    leave: { input: nothing, output: nothing },
  },
  calls: {
    /** Somebody is touching the page. */
    reportHere: { input: nothing, output: nothing },
    getBriefing: { input: nothing, output: staffBriefing },
    getStatus: { input: nothing, output: terminalStatus },
    /** Takes some seconds. */
    runDoctor: { input: nothing, output: doctorReport },
    getSync: { input: nothing, output: syncNews },
    /** Asks the central server now; progress is told by `syncChanged`. */
    syncNow: { input: nothing, output: syncNews },
    /** The published guides on the sticks that are plugged in now. */
    findSticks: { input: nothing, output: z.array(stickPath).max(MAX_STICKS) },
    importStick: { input: z.strictObject({ stick: stickPath }), output: stickAnswer },
    getEditions: { input: nothing, output: staffEditions },
    /** Shows the edition before `from` again, and `from` never again on this terminal; `no` when that is not possible any more. */
    goBack: { input: z.strictObject({ from: z.int().positive() }), output: z.enum(['done', 'no']) },
    getChannels: { input: nothing, output: staffChannels },
    /**
     * Follows another channel from now on, or the one of the settings (null); `not-kept` until the next start only, `no` where the
     * settings do not allow it or nobody has signed such a channel.
     */
    setChannel: {
      input: z.strictObject({ channel: channelWord.nullable() }),
      output: z.enum(['done', 'not-kept', 'no']),
    },
    getVolume: { input: nothing, output: staffVolume },
    /** Makes it so loud within the bounds, or as the settings say (null); `isKept` says whether that survives a restart. */
    setVolume: {
      input: z.strictObject({ percent: percent.nullable() }),
      output: staffVolume.extend({ isKept: z.boolean() }),
    },
    getPrinter: { input: nothing, output: printerState },
    printTest: { input: z.strictObject({ ticket }), output: printAnswer },
    /** The last lines of the log, the newest first. */
    getLines: { input: nothing, output: z.array(staffLine).max(MAX_STAFF_LINES) },
    /** Puts the terminal out of service or back; `isKept` says whether that survives a restart. */
    setMaintenance: {
      input: z.strictObject({ isOn: z.boolean() }),
      output: z.strictObject({ isKept: z.boolean() }),
    },
    /** Ends the application and has it started again. */
    restart: { input: nothing, output: nothing },
    /** Ends the application for the system below it; refused where the settings do not allow it. */
    exitToSystem: { input: nothing, output: z.enum(['leaving', 'no']) },
  },
  events: {
    syncChanged: z.strictObject({ sync: syncNews }),
    /** The test print is this far. */
    printProgressed: z.strictObject({ progress: printProgress }),
  },
} as const;

type Contract = typeof staffContract;
type Shapes = Contract['door'] & Contract['calls'];
export type StaffDoorCall = keyof Contract['door'];
export type StaffCall = keyof Shapes;
export type StaffEvent = keyof Contract['events'];
export type StaffInput<Name extends StaffCall> = z.infer<Shapes[Name]['input']>;
export type StaffOutput<Name extends StaffCall> = z.infer<Shapes[Name]['output']>;
export type StaffPayload<Name extends StaffEvent> = z.infer<Contract['events'][Name]>;

/** Every call with its shapes, on whichever side of the door. */
export const staffCalls: Shapes = { ...staffContract.door, ...staffContract.calls };

/** True for the calls that are answered in front of the door. */
export function isDoorCall(name: StaffCall): name is StaffDoorCall {
  return Object.hasOwn(staffContract.door, name);
}
