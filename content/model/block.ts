import { z } from 'zod';
import { type DocumentId, documentId, type EditionPath, editionPath } from './names.ts';

/** A piece of running text: never HTML, only these. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly to: DocumentId; readonly children: readonly Inline[] }
  | { readonly type: 'break' };

const inlines = z.lazy(() => z.array(inline));

/** Validator of {@link Inline}. */
export const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({ type: z.literal('strong'), children: inlines }),
  z.strictObject({ type: z.literal('emphasis'), children: inlines }),
  z.strictObject({ type: z.literal('link'), to: documentId, children: inlines }),
  z.strictObject({ type: z.literal('break') }),
]);

/**
 * A block of a document. `anchor` is the same in every language of a document (`h1`, `h2` … in order), so that a
 * place can be kept through a language switch.
 */
export type Block =
  | {
      readonly type: 'heading';
      readonly level: 2 | 3;
      readonly anchor: string;
      readonly children: readonly Inline[];
    }
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'steps'; readonly items: readonly (readonly Block[])[] }
  | {
      readonly type: 'tip' | 'warning';
      readonly title: readonly Inline[];
      readonly blocks: readonly Block[];
    }
  | {
      readonly type: 'question';
      readonly anchor: string;
      readonly question: readonly Inline[];
      readonly answer: readonly Block[];
    }
  | {
      readonly type: 'image';
      readonly media: EditionPath;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
      readonly caption?: string | undefined;
    };

const blocks = z.lazy(() => z.array(block));

/** An anchor: `h3` for the third heading, `q2` for the second question, `g1`, `g1-4` in checklists. */
export const anchor = z.string().regex(/^[a-z][0-9]+(-[0-9]+)*$/);

/** Validator of {@link Block}. */
export const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    anchor,
    children: inlines,
  }),
  z.strictObject({ type: z.literal('paragraph'), children: inlines }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(blocks) }),
  z.strictObject({ type: z.literal('steps'), items: z.array(blocks) }),
  z.strictObject({ type: z.enum(['tip', 'warning']), title: inlines, blocks }),
  z.strictObject({ type: z.literal('question'), anchor, question: inlines, answer: blocks }),
  z.strictObject({
    type: z.literal('image'),
    media: editionPath,
    width: z.int().positive(),
    height: z.int().positive(),
    alt: z.string().min(1),
    caption: z.string().min(1).optional(),
  }),
]);

/** The words of running text without their markup, for screen readers, search and messages. */
export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return child.text;
        case 'break':
          return ' ';
        default:
          return plainText(child.children);
      }
    })
    .join('');
}
