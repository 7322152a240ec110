import { z } from 'zod';
import { anchor, type Block, block, type Inline, inline } from './block.ts';
import { MAX_SUMMARY_CHARACTERS, MAX_TITLE_CHARACTERS } from './limits.ts';
import { day, documentId, language, themeId } from './names.ts';

/** Version of the document format; a terminal refuses documents of a later one. */
export const DOCUMENT_SCHEMA = 1;

const headerShape = {
  /** The same in every language, for instance `employment/first-interview`. */
  id: documentId,
  language,
  theme: themeId,
  title: z.string().min(1).max(MAX_TITLE_CHARACTERS),
  /** What the visitor will find, shown in lists. */
  summary: z.string().min(1).max(MAX_SUMMARY_CHARACTERS),
  /** Place within its theme, rising. */
  order: z.int().nonnegative(),
  /** Time it takes, in minutes, at least 1. */
  minutes: z.int().positive(),
  updated: day,
  /** First day it is shown, in the centre's time zone. */
  validFrom: day.optional(),
  /** Last day it is shown, in the centre's time zone. */
  validUntil: day.optional(),
  /** The natural next document. */
  next: documentId.optional(),
  related: z.array(documentId).max(3),
};

/** What lists need of a document, without its text. */
export const documentHeader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page'), ...headerShape }),
  z.strictObject({
    kind: z.literal('checklist'),
    ...headerShape,
    /** How many items can be ticked. */
    items: z.int().positive(),
  }),
]);
export type DocumentHeader = Readonly<z.infer<typeof documentHeader>>;
export type DocumentKind = DocumentHeader['kind'];

const inlines = z.array(inline).readonly() as z.ZodType<readonly Inline[]>;
const blocks = z.array(block).readonly() as z.ZodType<readonly Block[]>;

/** One line of a checklist that can be ticked; `anchor` is its identity in every language, for instance `g2-3`. */
export const checklistItem = z.strictObject({ anchor, text: inlines, help: blocks });
export type ChecklistItem = Readonly<z.infer<typeof checklistItem>>;

/** Items that belong together under a title; `anchor` is `g1`, `g2` … in order. */
export const checklistGroup = z.strictObject({
  anchor,
  title: inlines,
  intro: blocks,
  items: z.array(checklistItem).min(1).readonly(),
});
export type ChecklistGroup = Readonly<z.infer<typeof checklistGroup>>;

/** One document in one language: a page to read or a checklist to tick. */
export const guideDocument = z.discriminatedUnion('kind', [
  z.strictObject({
    schema: z.literal(DOCUMENT_SCHEMA),
    kind: z.literal('page'),
    header: documentHeader.options[0],
    body: blocks,
  }),
  z.strictObject({
    schema: z.literal(DOCUMENT_SCHEMA),
    kind: z.literal('checklist'),
    header: documentHeader.options[1],
    intro: blocks,
    groups: z.array(checklistGroup).min(1).readonly(),
    /** "What next", shown under the last group. */
    next: z.strictObject({ title: inlines, blocks }).optional(),
  }),
]);
export type GuideDocument = Readonly<z.infer<typeof guideDocument>>;
export type PageDocument = Extract<GuideDocument, { kind: 'page' }>;
export type ChecklistDocument = Extract<GuideDocument, { kind: 'checklist' }>;
