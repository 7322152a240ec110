import { assertNever } from '../../../content/model/assert-never.ts';
import type { Block } from '../../../content/model/block.ts';
import type { DocumentHeader, GuideDocument } from '../../../content/model/document.ts';
import { plainText } from '../../../content/model/plain-text.ts';

/** Where in a document a word can stand, from the most telling place to the least. */
export const FIELDS = ['title', 'keywords', 'headings', 'summary', 'body', 'area'] as const;
export type Field = (typeof FIELDS)[number];

/** The words of one document, by where they stand. */
export type DocumentFields = Readonly<Record<Field, string>>;

/**
 * Takes a document apart for the search. `area` are words for where it belongs and what it is (the name of its theme,
 * "checklist", "workshop"). Without its text only the header is searched.
 */
export function documentFields(
  header: DocumentHeader,
  document: GuideDocument | null,
  area: string,
): DocumentFields {
  const headings: string[] = [];
  const body: string[] = [];
  if (document) collect(document, { headings, body });
  return {
    title: header.title,
    keywords: document?.keywords?.join('\n') ?? '',
    headings: headings.join('\n'),
    summary: header.summary,
    body: body.join('\n'),
    area,
  };
}

type Texts = { readonly headings: string[]; readonly body: string[] };

function collect(document: GuideDocument, texts: Texts): void {
  switch (document.kind) {
    case 'checklist':
      blocks(document.intro, texts);
      for (const { title, intro, items } of document.groups) {
        texts.headings.push(plainText(title));
        blocks(intro, texts);
        for (const item of items) {
          texts.body.push(plainText(item.text));
          blocks(item.help, texts);
        }
      }
      if (document.next) {
        texts.body.push(plainText(document.next.title));
        blocks(document.next.blocks, texts);
      }
      break;
    case 'event':
      texts.body.push(document.place, document.register ?? '');
      blocks(document.body, texts);
      break;
    case 'service':
      texts.body.push(document.header.audience, document.when, document.where, document.how ?? '');
      blocks(document.body, texts);
      break;
    case 'partner': {
      const { address, phone, email, website } = document.contact ?? {};
      texts.body.push(document.header.audience, address ?? '', phone ?? '', email ?? '', website ?? '');
      blocks(document.body, texts);
      break;
    }
    case 'page':
    case 'notice':
      blocks(document.body, texts);
      break;
    default:
      assertNever(document);
  }
}

function blocks(all: readonly Block[], texts: Texts): void {
  for (const block of all) {
    switch (block.type) {
      case 'heading':
        texts.headings.push(plainText(block.children));
        break;
      case 'paragraph':
        texts.body.push(plainText(block.children));
        break;
      case 'list':
      case 'steps':
        for (const item of block.items) blocks(item, texts);
        break;
      case 'tip':
      case 'warning':
      case 'contact':
        texts.headings.push(plainText(block.title));
        blocks(block.blocks, texts);
        break;
      case 'question':
        texts.headings.push(plainText(block.question));
        blocks(block.answer, texts);
        break;
      case 'image':
        texts.body.push(block.caption ?? '');
        break;
      case 'video':
        texts.headings.push(plainText(block.title));
        blocks(block.transcript, texts);
        break;
      case 'checklist':
      case 'events':
        break;
      default:
        // A kind of block that came later says nothing to the search until somebody adds it here.
        block satisfies never;
    }
  }
}
