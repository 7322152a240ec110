import { z } from 'zod';
import { MAX_SUMMARY_CHARACTERS, MAX_TITLE_CHARACTERS } from './limits.ts';
import { day, documentId, themeId } from './names.ts';

const common = {
  /** Shown very large: at most 60 characters, 40 is best. */
  title: z.string().min(1).max(MAX_TITLE_CHARACTERS),
  /** One sentence for lists: at most 120 characters. */
  summary: z.string().min(1).max(MAX_SUMMARY_CHARACTERS),
  /** Place within its theme: 10, 20, 30 … */
  order: z.int().nonnegative(),
  /** The day the text was last revised, the same in every language: 2026-11-23. */
  updated: day,
  /** First day it is shown. */
  validFrom: day.optional(),
  /** Last day it is shown. */
  validUntil: day.optional(),
  /** Id of the natural next document. */
  next: documentId.optional(),
  /** Up to three ids of documents that belong beside this one. */
  related: z.array(documentId).max(3).default([]),
};

/** The lines on top of `pages/<theme>/<slug>.<lang>.md`. */
export const pageFrontMatter = z.strictObject(common);
export type PageFrontMatter = Readonly<z.infer<typeof pageFrontMatter>>;

/** The lines on top of `checklists/<slug>.<lang>.md`. */
export const checklistFrontMatter = z.strictObject({
  ...common,
  /** The theme it is listed under. */
  theme: themeId,
  /** How long it takes a visitor, in minutes. */
  minutes: z.int().positive(),
});
export type ChecklistFrontMatter = Readonly<z.infer<typeof checklistFrontMatter>>;
