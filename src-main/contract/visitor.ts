import { z } from 'zod';
import { MAX_LIVE_NOTICES } from '../../content/model/limits.ts';
import { liveNotice } from '../../content/model/live-notice.ts';
import { language, sha256 } from '../../content/model/names.ts';
import { countedEvent } from './counted-events.ts';
import { printAnswer, printerState, printProgress } from './printing.ts';
import { ticket } from './ticket.ts';

/** Origin of the visitor's pages; the doormen answer no other. */
export const VISITOR_ORIGIN = 'kiosk://visitor';

/** The visitor's page. */
export const VISITOR_PAGE = `${VISITOR_ORIGIN}/visitor/index.html`;

/** Where a seat stands: seen by the visitor, or waiting behind. */
export const seat = z.enum(['on-show', 'understudy']);
export type Seat = z.infer<typeof seat>;

/** The live notices that have reached the terminal, whether their time has come or not: the page looks at its clock. */
const liveNotices = z.array(liveNotice).max(MAX_LIVE_NOTICES).readonly();

/** What a page must know to begin. */
export const briefing = z.strictObject({
  seat,
  /** Rises by one with every seat since the terminal started, from 1. */
  visit: z.int().positive(),
  /** The edition to show, or null when there is none that can be trusted. */
  edition: z.strictObject({ seq: z.int().positive(), manifest: sha256 }).nullable(),
  /** SHA-256 of the manifests that a catalogue keeps: of every edition that may be shown next, or again. */
  kept: z.array(sha256),
  /** The guide's languages in this visit's order on the attract screen; empty when there is no edition. */
  languages: z.array(language),
  /** CSS pixels in a millimetre of this screen, for touch targets. */
  pixelsPerMm: z.number().positive(),
  idle: z.strictObject({
    /** Rest before the warning, in milliseconds. */
    warnAfterMs: z.int().positive(),
    /** Length of the warning, in milliseconds. */
    warningMs: z.int().positive(),
  }),
  notices: liveNotices,
  /** Hours such as `22:00-06:00`, on the clock of the terminal, in which the first screen is dark; null: never. */
  dimHours: z.string().max(11).nullable(),
  /** Whether this terminal counts, anonymously, how it is used; visitors are told either way. */
  statistics: z.boolean(),
  /** True while staff have put the terminal out of service. */
  maintenance: z.boolean(),
});
export type Briefing = Readonly<z.infer<typeof briefing>>;

/** Where the page found the guide: in IndexedDB, in its own memory because IndexedDB failed twice, or nowhere. */
export const guideSource = z.enum(['catalogue', 'memory', 'none']);
export type GuideSource = z.infer<typeof guideSource>;

/** What a page may report; codes only, never words of a visitor. */
export const PROBLEM_CODES = [
  'catalogue-rebuilt',
  'catalogue-in-memory',
  'document-refetched',
  'search-rebuilt',
  'document-missing',
  'edition-unreadable',
  'screen-failed',
  'script-error',
] as const;

const nothing = z.undefined();

/**
 * THE PROMISE to the visitor's page: every call with its input and output, every event with its payload.
 * Types, doormen and preload are all derived from this one object.
 */
export const visitorContract = {
  calls: {
    /** What must I show, and how? */
    getBriefing: { input: nothing, output: briefing },
    /** The attract screen is painted and answers touches. `seq` is null when there is no edition to show. */
    reportReady: {
      input: z.strictObject({ seq: z.int().positive().nullable(), source: guideSource }),
      output: nothing,
    },
    /** A visitor has chosen a language. */
    beginVisit: { input: z.strictObject({ language }), output: nothing },
    /** The visit is over: swap seats, end this process. */
    endVisit: { input: z.strictObject({ reason: z.enum(['done', 'idle']) }), output: nothing },
    /** Two opposite corners were held: staff want their page. What comes of it is decided behind the glass, and not told. */
    openStaff: { input: nothing, output: nothing },
    /** A frame was painted after the `areYouAlive` event of the same beat. */
    reportPainted: { input: z.strictObject({ beat: z.int().nonnegative() }), output: nothing },
    /** Something went wrong and was mended, or could not be; `detail` names a document id or file, at most 200 characters. */
    reportProblem: {
      input: z.strictObject({ code: z.enum(PROBLEM_CODES), detail: z.string().max(200) }),
      output: nothing,
    },
    /** One more of these today, in this language; nothing else is known of it. Obeyed also where nothing is counted. */
    countEvent: { input: z.strictObject({ event: countedEvent, language }), output: nothing },
    /** How is the printer now? */
    getPrinter: { input: nothing, output: printerState },
    /** Print this on paper; how it goes on is told by `printProgressed`. */
    printTicket: { input: z.strictObject({ ticket }), output: printAnswer },
  },
  events: {
    /** The seat has changed places. */
    seatChanged: z.strictObject({ seat }),
    /** Paint a frame and say so with `reportPainted`. */
    areYouAlive: z.strictObject({ beat: z.int().nonnegative() }),
    /** Other live notices than before, all of them; told to every seat. */
    noticesChanged: z.strictObject({ notices: liveNotices }),
    /** Staff have put the terminal out of service, or back; told to every seat. */
    maintenanceChanged: z.strictObject({ maintenance: z.boolean() }),
    /** The ticket that was accepted last is this far. */
    printProgressed: z.strictObject({ progress: printProgress }),
  },
} as const;

/** Any call with its input and output schema. */
export type CallShape = { readonly input: z.ZodType; readonly output: z.ZodType };

type Contract = typeof visitorContract;
export type VisitorCall = keyof Contract['calls'];
export type VisitorEvent = keyof Contract['events'];
export type CallInput<Name extends VisitorCall> = z.infer<Contract['calls'][Name]['input']>;
export type CallOutput<Name extends VisitorCall> = z.infer<Contract['calls'][Name]['output']>;
export type EventPayload<Name extends VisitorEvent> = z.infer<Contract['events'][Name]>;
