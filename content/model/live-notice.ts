import { z } from 'zod';
import { channelName } from './channel.ts';
import { urgency } from './kinds.ts';
import {
  MAX_LIVE_NOTICES,
  MAX_NOTICE_DAYS,
  MAX_NOTICE_LANGUAGES,
  MAX_NOTICE_PARAGRAPH_CHARACTERS,
  MAX_NOTICE_PARAGRAPHS,
  MAX_TITLE_CHARACTERS,
} from './limits.ts';
import { language, utcTime } from './names.ts';

/** Version of the format of notices without an edition; a terminal shows none of a later one. */
export const LIVE_NOTICE_SCHEMA = 1;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A line of plain words: shown as it stands, never read as Markdown or HTML. */
const plainWords = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(
      /^(?!\s)[^\p{Cc}\p{Co}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+(?<!\s)$/u,
      'words on one line',
    );

/** The same words in each language of the guide. */
const inEachLanguage = (most: number) =>
  z
    .record(language, plainWords(most))
    .refine(
      (texts) => Object.keys(texts).length >= 1 && Object.keys(texts).length <= MAX_NOTICE_LANGUAGES,
      `between 1 and ${MAX_NOTICE_LANGUAGES} languages`,
    );

/** The id of a live notice, for instance `lift-out-of-order`. */
export const liveNoticeId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a notice has an id such as lift-out-of-order')
  .meta({ title: 'id of a notice' });
export type LiveNoticeId = z.infer<typeof liveNoticeId>;

/**
 * A short message to everybody that needs no edition: it reaches terminals within one poll, and ends by itself. The same id
 * with other words replaces it.
 */
export const liveNotice = z
  .strictObject({
    schema: z.literal(LIVE_NOTICE_SCHEMA),
    id: liveNoticeId,
    urgency,
    publishedAt: utcTime,
    /** From when it is shown; absent: at once. */
    validFrom: utcTime.optional(),
    /** The moment from which it is no longer shown. */
    validUntil: utcTime,
    title: inEachLanguage(MAX_TITLE_CHARACTERS),
    paragraphs: z
      .array(inEachLanguage(MAX_NOTICE_PARAGRAPH_CHARACTERS))
      .min(1)
      .max(MAX_NOTICE_PARAGRAPHS)
      .readonly(),
  })
  .refine(
    ({ publishedAt, validFrom, validUntil }) => Date.parse(validUntil) > Date.parse(validFrom ?? publishedAt),
    { error: 'it would be over before it begins', path: ['validUntil'] },
  )
  .refine(
    ({ publishedAt, validUntil }) =>
      Date.parse(validUntil) - Date.parse(publishedAt) <= MAX_NOTICE_DAYS * DAY_MS,
    { error: `it may stand for ${MAX_NOTICE_DAYS} days at most`, path: ['validUntil'] },
  )
  .refine(({ title, paragraphs }) => paragraphs.every((paragraph) => sameLanguages(title, paragraph)), {
    error: 'title and paragraphs are in the same languages',
    path: ['paragraphs'],
  })
  .meta({ title: 'live notice', description: 'A short message to everybody, without an edition.' });
export type LiveNotice = Readonly<z.infer<typeof liveNotice>>;

/** The live notices of one channel, newest first: one signed file, so that withdrawing one is publishing the others. */
export const noticeBoard = z
  .strictObject({
    schema: z.literal(LIVE_NOTICE_SCHEMA),
    channel: channelName,
    publishedAt: utcTime,
    notices: z.array(liveNotice).max(MAX_LIVE_NOTICES).readonly(),
  })
  .refine(({ notices }) => new Set(notices.map(({ id }) => id)).size === notices.length, {
    error: 'each id once',
    path: ['notices'],
  })
  .meta({ title: 'notice board', description: 'All live notices of a channel.' });
export type NoticeBoard = Readonly<z.infer<typeof noticeBoard>>;

/** True while a notice is to be shown; `at` in milliseconds since 1970. */
export function isNoticeShownAt({ validFrom, validUntil }: LiveNotice, at: number): boolean {
  return (validFrom === undefined || Date.parse(validFrom) <= at) && at < Date.parse(validUntil);
}

function sameLanguages(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const languages = Object.keys(one);
  return (
    languages.length === Object.keys(other).length && languages.every((each) => Object.hasOwn(other, each))
  );
}
