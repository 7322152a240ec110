import { z } from 'zod';
import { audience } from './kinds.ts';
import { documentId, language, localized, type ThemeId, themeId } from './names.ts';
import { openingHours } from './opening-hours.ts';

/** Version of `guide.yaml` and of the `guide.json` built from it. */
export const GUIDE_SCHEMA = 1;

/** The colours a theme's line can have; each is checked for contrast in the pages. */
export const LINE_COLOURS = ['blue', 'green', 'red', 'amber', 'violet'] as const;
export type LineColour = (typeof LINE_COLOURS)[number];

/** The icons a theme can have, by their Lucide names. */
export const THEME_ICONS = ['graduation-cap', 'wrench', 'briefcase', 'store', 'globe'] as const;
export type ThemeIcon = (typeof THEME_ICONS)[number];

/** One area of the centre: a line on the network map of the guide. */
export const theme = z.strictObject({
  id: themeId,
  /** Colour of its line. */
  line: z.enum(LINE_COLOURS),
  icon: z.enum(THEME_ICONS),
  /** As the visitor would say it: "Trouver un emploi". */
  title: localized,
  /** A few words under the title, at most 45 characters in each language. */
  summary: localized,
});
export type Theme = Readonly<z.infer<typeof theme>>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** How many first documents an audience is offered, at most. */
const MAX_BEGINNINGS = 4;

/** Everything about this one centre: `content/guide/guide.yaml`, and `guide.json` in an edition. */
export const guide = z.strictObject({
  schema: z.literal(GUIDE_SCHEMA),
  /** The guide's languages; none of them is first on screen. */
  languages: z.array(language).min(1),
  centre: z.strictObject({
    name: localized,
    city: localized,
    /** IANA name of the zone its clock shows. */
    timeZone: z.string().refine(isTimeZone, 'a time zone is written Europe/Brussels'),
    /** One line at the foot of the attract screen. */
    promise: localized,
  }),
  /** In the order of the home screen. */
  themes: z.array(theme).min(1),
  /** The checklist on the home screen. */
  featured: documentId,
  /** When the floor is open; absent: nobody is told. */
  openingHours: openingHours.optional(),
  /** Where each audience does best to begin, in this order on the home screen; absent: all of them, and no advice. */
  audiences: z
    .array(z.strictObject({ id: audience, begin: z.array(documentId).min(1).max(MAX_BEGINNINGS) }))
    .min(1)
    .optional(),
});
export type Guide = Readonly<z.infer<typeof guide>>;

/** The theme of that id; undefined for no id, or one the guide does not know. */
export function findTheme(guide: Pick<Guide, 'themes'>, id: ThemeId | undefined): Theme | undefined {
  return guide.themes.find((theme) => theme.id === id);
}
