import { type GuideDocument, guideDocument, type PageDocument } from '../../content/model/document.ts';
import { documentPath, GUIDE_PATH } from '../../content/model/edition.ts';
import { type Guide, guide } from '../../content/model/guide.ts';

const LANGUAGES = ['fr', 'nl'] as const;
type TinyLanguage = (typeof LANGUAGES)[number];

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#1D4F91"/></svg>';

/** The files of the tiny guide by path, each valid by the model it belongs to. */
export function tinyGuideFiles(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    [GUIDE_PATH]: JSON.stringify(tinyGuide()),
    'media/bridge.svg': PICTURE,
  };
  for (const language of LANGUAGES) {
    for (const document of [firstInterview(language), coverLetter(language), jobSearch(language)]) {
      files[documentPath(document.header.id, language)] = JSON.stringify(guideDocument.parse(document));
    }
  }
  return files;
}

function tinyGuide(): Guide {
  return guide.parse({
    schema: 1,
    languages: [...LANGUAGES],
    centre: {
      name: { fr: 'Centre d’essai', nl: 'Proefcentrum' },
      city: { fr: 'Villeneuve', nl: 'Nieuwstad' },
      timeZone: 'Europe/Brussels',
      promise: { fr: 'Ouvert à toutes et à tous', nl: 'Open voor iedereen' },
    },
    themes: [
      {
        id: 'employment',
        line: 'red',
        icon: 'briefcase',
        title: { fr: 'Trouver un emploi', nl: 'Werk vinden' },
        summary: { fr: 'Chercher et postuler', nl: 'Zoeken en solliciteren' },
      },
    ],
    featured: 'checklists/job-search',
  });
}

const text = (words: string) => ({ type: 'text', text: words }) as const;
const paragraph = (words: string) => ({ type: 'paragraph', children: [text(words)] }) as const;

function header(
  id: string,
  language: TinyLanguage,
  order: number,
  words: { readonly title: string; readonly summary: string },
): Omit<PageDocument['header'], 'kind' | 'audiences'> {
  return {
    id,
    language,
    theme: 'employment',
    ...words,
    order,
    minutes: 2,
    updated: '2026-01-15',
    related: [],
  };
}

function firstInterview(language: TinyLanguage): GuideDocument {
  const french = language === 'fr';
  return {
    schema: 1,
    kind: 'page',
    header: {
      kind: 'page',
      audiences: [],
      ...header('employment/first-interview', language, 10, {
        title: french ? 'Le premier entretien' : 'Het eerste gesprek',
        summary: french ? 'Comment s’y préparer.' : 'Hoe je je voorbereidt.',
      }),
      next: 'employment/cover-letter',
    },
    body: [
      { type: 'heading', level: 2, anchor: 'h1', children: [text(french ? 'Avant' : 'Vooraf')] },
      paragraph(french ? 'Relisez l’annonce.' : 'Lees de vacature opnieuw.'),
      {
        type: 'image',
        media: 'media/bridge.svg',
        width: 40,
        height: 30,
        alt: french ? 'Un pont.' : 'Een brug.',
      },
    ],
  };
}

function coverLetter(language: TinyLanguage): GuideDocument {
  const french = language === 'fr';
  return {
    schema: 1,
    kind: 'page',
    header: {
      kind: 'page',
      audiences: [],
      ...header('employment/cover-letter', language, 20, {
        title: french ? 'La lettre' : 'De brief',
        summary: french ? 'Une page suffit.' : 'Eén bladzijde volstaat.',
      }),
    },
    body: [paragraph(french ? 'Soyez brefs.' : 'Hou het kort.')],
  };
}

function jobSearch(language: TinyLanguage): GuideDocument {
  const french = language === 'fr';
  const item = (anchor: string, words: string) => ({ anchor, text: [text(words)], help: [] });
  return {
    schema: 1,
    kind: 'checklist',
    header: {
      kind: 'checklist',
      ...header('checklists/job-search', language, 30, {
        title: french ? 'Ma recherche' : 'Mijn zoektocht',
        summary: french ? 'À cocher.' : 'Om af te vinken.',
      }),
      items: 2,
    },
    intro: [],
    groups: [
      {
        anchor: 'g1',
        title: [text(french ? 'Papiers' : 'Papieren')],
        intro: [],
        items: [
          item('g1-1', french ? 'Mon CV' : 'Mijn cv'),
          item('g1-2', french ? 'Ma lettre' : 'Mijn brief'),
        ],
      },
    ],
  };
}
