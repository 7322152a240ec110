import { z } from 'zod';

/** A language as its two-letter ISO 639-1 code, for instance `fr` or `nl`. */
export const language = z
  .string()
  .regex(/^[a-z]{2}$/, 'a language is two small letters, for instance fr or nl')
  .meta({ title: 'language' });
export type Language = z.infer<typeof language>;

/** The id of a document without its language, for instance `employment/first-interview`. */
export const documentId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)+$/, 'an id looks like employment/first-interview')
  .meta({ title: 'id of a document' });
export type DocumentId = z.infer<typeof documentId>;

/** The id of a theme, for instance `employment`: also the folder its pages lie in. */
export const themeId = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a theme id looks like employment')
  .meta({ title: 'id of a theme' });
export type ThemeId = z.infer<typeof themeId>;

/** The path of a file inside an edition, for instance `media/bridge.svg`: small letters, never `..`, never absolute. */
export const editionPath = z
  .string()
  .max(240)
  .regex(
    /^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*(\/[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*)*$/,
    'not a path of an edition',
  );
export type EditionPath = z.infer<typeof editionPath>;

/** A SHA-256 digest as 64 small hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hexadecimal digits');
export type Sha256 = z.infer<typeof sha256>;

/** A calendar day as `YYYY-MM-DD`. */
export const day = z.iso.date('a day is written 2026-11-23').meta({ title: 'day' });

/** One text in every language of the guide: `{ fr: …, nl: … }`. */
export const localized = z.record(language, z.string().min(1));
export type Localized = Readonly<z.infer<typeof localized>>;

/** A moment in UTC, to the second: `2026-11-27T08:30:00Z`. What travels to terminals is never in local time. */
export const utcTime = z.iso
  .datetime({ precision: 0, error: 'a moment in UTC is written 2026-11-27T08:30:00Z' })
  .meta({ title: 'moment in UTC' });
export type UtcTime = z.infer<typeof utcTime>;
