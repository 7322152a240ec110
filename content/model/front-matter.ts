import { z } from 'zod';
import { access, audience, eventType, localTime, registration, urgency } from './kinds.ts';
import {
  MAX_KEYWORD_CHARACTERS,
  MAX_KEYWORDS,
  MAX_SUMMARY_CHARACTERS,
  MAX_TITLE_CHARACTERS,
} from './limits.ts';
import { day, documentId, language, themeId } from './names.ts';

// What `.meta()` says here is the author's manual: `guide manual` prints it, and it is written nowhere else.

/** Words that each language writes for itself; whatever is not made by this is the same in every language. */
function words(most: number, description: string, example: string) {
  return z
    .string()
    .min(1)
    .max(most)
    .meta({ description, examples: [example], translated: true });
}

const example = z
  .boolean()
  .default(false)
  .meta({
    description: 'true when something in it is made up to show the form; the screen says so',
    examples: [true],
  });

const common = {
  title: words(
    MAX_TITLE_CHARACTERS,
    'Set very large: 40 characters are best.',
    'Préparer un premier entretien',
  ),
  summary: words(
    MAX_SUMMARY_CHARACTERS,
    'One sentence for lists: what a visitor will find.',
    "Ce qu'il faut préparer, et que faire après.",
  ),
  keywords: words(
    MAX_KEYWORDS * (MAX_KEYWORD_CHARACTERS + 2),
    `Other words people use when they look for this, with commas between them: at most ${MAX_KEYWORDS}.`,
    'boulot, job, se présenter, parler de soi',
  ).optional(),
  order: z
    .int()
    .nonnegative()
    .meta({ description: 'Place in its list: 10, 20, 30 …', examples: [10] }),
  updated: day.meta({ description: 'The day the text was last revised.', examples: ['2026-11-23'] }),
  validFrom: day.optional().meta({ description: 'First day it is shown.', examples: ['2026-12-01'] }),
  validUntil: day.optional().meta({ description: 'Last day it is shown.', examples: ['2026-12-31'] }),
  next: documentId
    .optional()
    .meta({ description: 'Id of the natural next document.', examples: ['employment/cover-letter'] }),
  related: z
    .array(documentId)
    .max(3)
    .default([])
    .meta({
      description: 'Ids of documents that belong beside this one.',
      examples: [['employment/where-to-look', 'checklists/cv-workshop']],
    }),
};

const theme = themeId.meta({ description: 'The theme it is listed under.', examples: ['employment'] });

/** The lines on top of `pages/<theme>/<slug>.<lang>.md`. */
export const pageFrontMatter = z
  .strictObject({
    ...common,
    audiences: z
      .array(audience)
      .default([])
      .meta({
        description: 'Whom it is really written for; leave it out for everybody.',
        examples: [['pupil', 'student']],
      }),
  })
  .meta({
    title: 'page',
    description: 'A text of a theme: an introduction, then 3 to 6 headings with what belongs under each.',
  });
export type PageFrontMatter = Readonly<z.infer<typeof pageFrontMatter>>;

/** The lines on top of `checklists/<slug>.<lang>.md`. */
export const checklistFrontMatter = z
  .strictObject({
    ...common,
    theme,
    minutes: z
      .int()
      .positive()
      .meta({ description: 'How long it takes a visitor, in minutes.', examples: [20] }),
  })
  .meta({ title: 'checklist', description: 'Groups of boxes that a visitor ticks, one after the other.' });
export type ChecklistFrontMatter = Readonly<z.infer<typeof checklistFrontMatter>>;

/** The lines on top of `events/<slug>.<lang>.md`. */
export const eventFrontMatter = z
  .strictObject({
    ...common,
    theme,
    type: eventType.meta({ description: 'What sort of event it is.', examples: ['workshop'] }),
    starts: localTime.meta({
      description: 'The first time it begins, on the clock of the centre.',
      examples: ['2026-12-01T14:00'],
    }),
    ends: localTime.meta({ description: 'When that first time ends.', examples: ['2026-12-01T16:00'] }),
    repeats: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: 'How it repeats, as an RRULE that ends with UNTIL=day or COUNT=number.',
        examples: ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20361231'],
      }),
    except: z
      .array(day)
      .default([])
      .meta({ description: 'Days on which it does not take place.', examples: [['2026-12-29']] }),
    spoken: z
      .array(language)
      .min(1)
      .meta({ description: 'Languages spoken there, each by its two letters.', examples: [['fr', 'nl']] }),
    place: words(60, 'Room or area, as it is signposted.', 'Salle 2 (exemple)'),
    registration: registration.meta({
      description: 'Whether one comes without a word or registers first.',
      examples: ['walk-in'],
    }),
    register: words(
      160,
      'How to register, in a sentence; needed when registration is required.',
      "Inscrivez-vous à l'accueil du plateau.",
    ).optional(),
    places: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'How many people fit in.', examples: [12] }),
    example,
  })
  .meta({ title: 'event', description: 'Something that takes place on certain days at certain hours.' });
export type EventFrontMatter = Readonly<z.infer<typeof eventFrontMatter>>;

/** The lines on top of `services/<slug>.<lang>.md`. */
export const serviceFrontMatter = z
  .strictObject({
    ...common,
    theme: theme.optional().meta({
      description: 'The theme it belongs to; leave it out when it belongs to all.',
      examples: ['employment'],
    }),
    access: access.meta({ description: 'How a visitor gets in.', examples: ['walk-in'] }),
    audience: words(120, 'For whom, in a few words.', 'Toute personne qui cherche un emploi'),
    when: words(120, 'When, in a few words.', "Pendant les heures d'ouverture (exemple)"),
    where: words(120, 'Where, in a few words.', 'Espace emploi (exemple)'),
    how: words(160, 'How to begin, in a sentence.', "Présentez-vous à l'accueil, sans papier.").optional(),
    example,
  })
  .meta({ title: 'service', description: 'Something the centre offers all the time.' });
export type ServiceFrontMatter = Readonly<z.infer<typeof serviceFrontMatter>>;

/** How to reach a partner. */
export const contactFrontMatter = z
  .strictObject({
    address: words(120, 'Street, number, town.', 'Rue de la Gare 1, 1000 Bruxelles').optional(),
    phone: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .meta({ description: 'As people dial it.', examples: ['02 000 00 00'] }),
    email: words(80, 'As people write it.', 'info@example.org').optional(),
    website: words(80, 'As people say it, without https://', 'example.org').optional(),
    example,
  })
  .refine(
    ({ address, phone, email, website }) => [address, phone, email, website].some((way) => way !== undefined),
    'there is nothing in it that reaches anybody',
  )
  .meta({ description: 'How to reach them: one or more of these lines.' });

/** The lines on top of `partners/<slug>.<lang>.md`. */
export const partnerFrontMatter = z
  .strictObject({
    ...common,
    audience: words(120, 'For whom, in a few words.', 'Toute personne qui cherche un emploi'),
    contact: contactFrontMatter.optional(),
  })
  .meta({ title: 'partner', description: 'An institution that visitors can turn to.' });
export type PartnerFrontMatter = Readonly<z.infer<typeof partnerFrontMatter>>;

/** The lines on top of `notices/<slug>.<lang>.md`. */
export const noticeFrontMatter = z
  .strictObject({
    ...common,
    urgency: urgency.meta({
      description: 'urgent is seen on every screen at once, information waits where people begin.',
      examples: ['information'],
    }),
    validFrom: day.meta({ description: 'First day it is shown.', examples: ['2026-12-01'] }),
    validUntil: day.meta({
      description: 'Last day it is shown: a notice always ends.',
      examples: ['2026-12-31'],
    }),
  })
  .meta({
    title: 'notice',
    description: 'One or two short paragraphs to everybody, for instance a closure.',
  });
export type NoticeFrontMatter = Readonly<z.infer<typeof noticeFrontMatter>>;

/** The details on top of a document, by its kind. */
export const frontMatterOf = {
  page: pageFrontMatter,
  checklist: checklistFrontMatter,
  event: eventFrontMatter,
  service: serviceFrontMatter,
  partner: partnerFrontMatter,
  notice: noticeFrontMatter,
} as const;

/** True for a field that each language writes for itself; all others are the same in every language of a document. */
export function isTranslated(field: z.core.$ZodType): boolean {
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
  return z.globalRegistry.get(inner)?.['translated'] === true;
}
