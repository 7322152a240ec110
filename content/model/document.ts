import { z } from 'zod';
import { anchor, type Block, block, type Inline, inline } from './block.ts';
import { access, audience, eventType, localTime, registration, urgency } from './kinds.ts';
import {
  MAX_KEYWORD_CHARACTERS,
  MAX_KEYWORDS,
  MAX_SUMMARY_CHARACTERS,
  MAX_TITLE_CHARACTERS,
} from './limits.ts';
import { day, documentId, language, type ThemeId, themeId } from './names.ts';

/** Version of the document format; a terminal refuses documents of a later one. */
export const DOCUMENT_SCHEMA = 1;

const headerShape = {
  /** The same in every language, for instance `employment/first-interview`. */
  id: documentId,
  language,
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

const pageHeader = z.strictObject({
  kind: z.literal('page'),
  ...headerShape,
  theme: themeId,
  /** Whom it is written for; empty: everybody. */
  audiences: z.array(audience).readonly(),
});

const checklistHeader = z.strictObject({
  kind: z.literal('checklist'),
  ...headerShape,
  theme: themeId,
  /** How many items can be ticked. */
  items: z.int().positive(),
});

const eventHeader = z.strictObject({
  kind: z.literal('event'),
  ...headerShape,
  theme: themeId,
  type: eventType,
  /** First begin and end, on the clock of the centre. */
  starts: localTime,
  ends: localTime,
  /** RRULE (RFC 5545) without `DTSTART`, for instance `FREQ=WEEKLY;BYDAY=TU;UNTIL=20361231`; it always ends. */
  repeats: z.string().optional(),
  /** Days on which it does not take place. */
  except: z.array(day).readonly(),
  /** Languages spoken there; may be others than the guide's. */
  spoken: z.array(language).min(1).readonly(),
});

/** For whom, in a few words. */
const forWhom = z.string().min(1);

const serviceHeader = z.strictObject({
  kind: z.literal('service'),
  ...headerShape,
  /** The area it belongs to; absent: all of them. */
  theme: themeId.optional(),
  access,
  audience: forWhom,
});

const partnerHeader = z.strictObject({ kind: z.literal('partner'), ...headerShape, audience: forWhom });

const noticeHeader = z.strictObject({
  kind: z.literal('notice'),
  ...headerShape,
  urgency,
  validFrom: day,
  validUntil: day,
});

/** What lists need of a document, without its text. */
export const documentHeader = z.discriminatedUnion('kind', [
  pageHeader,
  checklistHeader,
  eventHeader,
  serviceHeader,
  partnerHeader,
  noticeHeader,
]);
export type DocumentHeader = Readonly<z.infer<typeof documentHeader>>;
export type DocumentKind = DocumentHeader['kind'];
export type EventHeader = Extract<DocumentHeader, { kind: 'event' }>;

/** The area a document belongs to; undefined for those that belong to all or to none. */
export function themeOf(header: DocumentHeader): ThemeId | undefined {
  return 'theme' in header ? header.theme : undefined;
}

const inlines = z.array(inline).readonly() as z.ZodType<readonly Inline[]>;
const blocks = z.array(block).readonly() as z.ZodType<readonly Block[]>;

/** One line of a checklist that can be ticked; `anchor` is its identity in every language, for instance `g2-3`. */
export const checklistItem = z.strictObject({
  anchor,
  text: inlines,
  help: blocks,
  /** The document that helps with it. */
  link: documentId.optional(),
});
export type ChecklistItem = Readonly<z.infer<typeof checklistItem>>;

/** Items that belong together under a title; `anchor` is `g1`, `g2` … in order. */
export const checklistGroup = z.strictObject({
  anchor,
  title: inlines,
  intro: blocks,
  items: z.array(checklistItem).min(1).readonly(),
});
export type ChecklistGroup = Readonly<z.infer<typeof checklistGroup>>;

/** How to reach somebody; what is made up to show the form is marked `example`. */
export const contact = z.strictObject({
  address: z.string().min(1).optional(),
  phone: z.string().min(1).optional(),
  email: z.string().min(1).optional(),
  /** As people say it, without `https://`. */
  website: z.string().min(1).optional(),
  example: z.boolean(),
});
export type Contact = Readonly<z.infer<typeof contact>>;

const top = {
  schema: z.literal(DOCUMENT_SCHEMA),
  /** Other words people use for what it is about; only the search reads them. */
  keywords: z
    .array(z.string().min(1).max(MAX_KEYWORD_CHARACTERS))
    .min(1)
    .max(MAX_KEYWORDS)
    .readonly()
    .optional(),
};

/** One document in one language. */
export const guideDocument = z.discriminatedUnion('kind', [
  z.strictObject({
    ...top,
    kind: z.literal('page'),
    header: pageHeader,
    body: blocks,
  }),
  z.strictObject({
    ...top,
    kind: z.literal('checklist'),
    header: checklistHeader,
    intro: blocks,
    groups: z.array(checklistGroup).min(1).readonly(),
    /** "What next", shown under the last group. */
    next: z.strictObject({ title: inlines, blocks }).optional(),
  }),
  z.strictObject({
    ...top,
    kind: z.literal('event'),
    header: eventHeader,
    /** Room or area, as it is signposted. */
    place: z.string().min(1),
    registration,
    /** How to register, in a sentence. */
    register: z.string().min(1).optional(),
    /** How many people fit in. */
    places: z.int().positive().optional(),
    /** True for an event made up to show the form. */
    example: z.boolean(),
    body: blocks,
  }),
  z.strictObject({
    ...top,
    kind: z.literal('service'),
    header: serviceHeader,
    /** When, where and how, each in a few words. */
    when: z.string().min(1),
    where: z.string().min(1),
    how: z.string().min(1).optional(),
    example: z.boolean(),
    body: blocks,
  }),
  z.strictObject({
    ...top,
    kind: z.literal('partner'),
    header: partnerHeader,
    contact: contact.optional(),
    body: blocks,
  }),
  z.strictObject({
    ...top,
    kind: z.literal('notice'),
    header: noticeHeader,
    body: blocks,
  }),
]);
export type GuideDocument = Readonly<z.infer<typeof guideDocument>>;
export type PageDocument = Extract<GuideDocument, { kind: 'page' }>;
export type EventDocument = Extract<GuideDocument, { kind: 'event' }>;
export type ServiceDocument = Extract<GuideDocument, { kind: 'service' }>;
export type PartnerDocument = Extract<GuideDocument, { kind: 'partner' }>;
export type NoticeDocument = Extract<GuideDocument, { kind: 'notice' }>;
export type ChecklistDocument = Extract<GuideDocument, { kind: 'checklist' }>;
