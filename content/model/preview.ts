import { z } from 'zod';
import { LINE_COLOURS } from './guide.ts';
import { localTime } from './kinds.ts';
import { day, documentId, language, localized } from './names.ts';

/** Where the preview's frame hears of every change, as server-sent events that each hold a {@link previewState}. */
export const PREVIEW_EVENTS = '/events';

/** Where the visitor's page of the preview reads which edition is served now. */
export const PREVIEW_POINTER = '/edition.json';

/** Marks the title of a document, where a mistake stands above its text. */
export const TITLE_MARK = 'title';

/** Something an author has to put right (`error`) or may want to (`warning`), and the document it stands in, if in one. */
export const previewProblem = z.strictObject({
  level: z.enum(['error', 'warning']),
  /** Path inside the guide folder. */
  file: z.string(),
  /** Both from 1; null where the whole file is meant. */
  line: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  what: z.string(),
  why: z.string(),
  todo: z.string(),
  document: z
    .strictObject({
      id: documentId,
      language,
      /** The block it concerns, by its anchor on the screen, or {@link TITLE_MARK}; null where nobody can tell. */
      mark: z.string().nullable(),
    })
    .nullable(),
});
export type PreviewProblem = Readonly<z.infer<typeof previewProblem>>;

/** One document that the guide shows from a day on, or no longer; or an event that has its first, last or only date. */
export const previewChange = z.strictObject({
  /** The first day on which it is so, or the day of the date. */
  day,
  change: z.enum(['appears', 'goes', 'first-date', 'last-date', 'only-date']),
  id: documentId,
  /** Its title in each language it concerns. */
  titles: localized,
  /** Colour of its area's line; null for a document that belongs to none. */
  line: z.enum(LINE_COLOURS).nullable(),
});
export type PreviewChange = Readonly<z.infer<typeof previewChange>>;

/** What the preview's frame knows of the guide at any moment. */
export const previewState = z.strictObject({
  /** The guide folder, as people would name it from where they are. */
  folder: z.string(),
  /** `seq` of the last edition without an error, which is the one that is seen; null when there was none yet. */
  edition: z.int().positive().nullable(),
  /** Languages of that edition; empty without one. */
  languages: z.array(language),
  /** When the files changed that led to this, in milliseconds since 1970; null for how it was at the start. */
  changedAt: z.number().nullable(),
  /** The moment asked for with `--at`; null for now. */
  at: localTime.nullable(),
  /** The zone of the centre's clock, as an IANA name; null without an edition. */
  timeZone: z.string().nullable(),
  /** Errors before warnings, each by file and line. */
  problems: z.array(previewProblem),
  /** Everything that will ever appear or go, by day. */
  changes: z.array(previewChange),
});
export type PreviewState = Readonly<z.infer<typeof previewState>>;
