import { z } from 'zod';

/** Version of the status record; raised when a field changes its meaning. */
export const STATUS_SCHEMA = 1;

/** A moment as ISO 8601 in UTC, for instance `2026-12-01T09:30:00.000Z`. */
const moment = z.iso.datetime();

/** A sentence in plain English for a technician, without words of a visitor. */
const sentence = z.string().max(400);

/** The most reasons a status carries, the newest first. */
export const MOST_REASONS = 20;

/**
 * How a running terminal is: what `openfloor status`, the staff page, the doctor and the metrics show. The terminal writes it to a
 * file now and then; whoever reads it looks at `at` to know how old it is. Nothing in it tells of a visitor.
 */
export const terminalStatus = z.strictObject({
  schema: z.literal(STATUS_SCHEMA),
  at: moment,
  startedAt: moment,
  version: z.string().max(40),
  electron: z.string().max(40),
  pid: z.int().positive(),
  terminal: z.strictObject({
    id: z.string().max(40),
    place: z.string().max(80).nullable(),
    zone: z.string().max(40).nullable(),
  }),
  /** The edition on show; null when there is none that can be trusted. */
  edition: z
    .strictObject({
      seq: z.int().positive(),
      label: z.string().max(200).nullable(),
      /** True for the edition that came inside the application. */
      factory: z.boolean(),
    })
    .nullable(),
  /** Editions that were tried and are not shown, the newest last. */
  bad: z.array(z.strictObject({ seq: z.int().positive(), reason: sentence })).max(MOST_REASONS),
  server: z.strictObject({
    /** Null when no server is set. */
    url: z.string().max(400).nullable(),
    channel: z.string().max(40),
    /** What the technician's settings say: another one when staff have chosen; null in the record of an Openfloor without that. */
    channelInSettings: z.string().max(40).nullable().default(null),
    state: z.enum(['off', 'idle', 'checking', 'downloading', 'trying', 'up-to-date', 'offline', 'refused']),
    /** Why, for `offline` and `refused`: a code of the sync room. */
    code: z.string().max(40).nullable(),
    sentence: sentence.nullable(),
    /** Share of a download that has arrived, 0 to 1; null when nothing is being fetched. */
    progress: z.number().min(0).max(1).nullable(),
    /** When the server was last reached and what it says was taken or known already; null: never since the start. */
    lastContactAt: moment.nullable(),
  }),
  /** What a visitor sees now. `alive`: a visitor's page is on show, and painted a frame when it was last asked to. */
  eye: z.strictObject({
    state: z.enum(['preparing', 'attract', 'visit', 'maintenance', 'last-resort']),
    alive: z.boolean(),
    lastPaintedAt: moment.nullable(),
  }),
  visits: z.strictObject({
    /** Since the terminal started. */
    ended: z.int().nonnegative(),
    /** When the last visit was wiped: its process is gone. Null when none has ended since the start. */
    lastWipedAt: moment.nullable(),
    /** Processes of visits that outlived their end, since the start; anything but 0 is a fault. */
    outlived: z.int().nonnegative(),
  }),
  pages: z.strictObject({
    crashed: z.int().nonnegative(),
    frozen: z.int().nonnegative(),
    /** Problems that pages reported since the start, by code. */
    problems: z.record(z.string().max(40), z.int().nonnegative()),
  }),
  settings: z.strictObject({
    files: z.array(z.string().max(400)),
    /** Everything in the settings that is not used, in sentences. */
    problems: z.array(sentence),
  }),
  printer: z.strictObject({ name: z.string().max(120).nullable() }),
  display: z
    .strictObject({
      widthPx: z.int().positive(),
      heightPx: z.int().positive(),
      scaleFactor: z.number().positive(),
      touch: z.boolean(),
    })
    .nullable(),
  /** Bytes of all processes of the terminal together. */
  memoryBytes: z.int().nonnegative(),
  /** Within the hours in which the centre is closed: being off or idle then is no alarm. */
  night: z.boolean(),
  /** True while staff have put the terminal out of service. */
  maintenance: z.boolean(),
  /** The last lines of the log that a technician should look at, the newest first. */
  reasons: z.array(z.strictObject({ at: moment, code: z.string().max(40), sentence })).max(MOST_REASONS),
});
export type TerminalStatus = Readonly<z.infer<typeof terminalStatus>>;
