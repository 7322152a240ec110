import { z } from 'zod';
import { type EventType, eventType } from './kinds.ts';
import {
  type DocumentId,
  documentId,
  type EditionPath,
  editionPath,
  type ThemeId,
  themeId,
} from './names.ts';

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
  /** A checklist of the guide, offered in the middle of a text. */
  | { readonly type: 'checklist'; readonly to: DocumentId }
  /** The next events of a sort and an area, or of all. */
  | {
      readonly type: 'events';
      readonly eventType?: EventType | undefined;
      readonly theme?: ThemeId | undefined;
    }
  /** How to reach somebody, set apart from the text. */
  | {
      readonly type: 'contact';
      readonly title: readonly Inline[];
      readonly blocks: readonly Block[];
    }
  | {
      readonly type: 'image';
      /** The file that every screen can show, and its size in CSS pixels. */
      readonly media: EditionPath;
      readonly width: number;
      readonly height: number;
      /** The same image in other widths and formats, the smallest format first; absent for drawings. */
      readonly sources?: readonly ImageSource[] | undefined;
      readonly alt: string;
      readonly caption?: string | undefined;
    }
  /** A film with its captions, and everything it says and shows as text. */
  | {
      readonly type: 'video';
      /** `v1`, `v2` … in order. */
      readonly anchor: string;
      readonly title: readonly Inline[];
      /** The same film in several files; a screen takes the first it can play. */
      readonly sources: readonly VideoSource[];
      /** Of the picture, in CSS pixels. */
      readonly width: number;
      readonly height: number;
      /** How long it lasts, in seconds. */
      readonly seconds: number;
      /** False for a silent film. */
      readonly sound: boolean;
      /** What is seen before it plays. */
      readonly poster: Still;
      /** WebVTT in the language of the document. */
      readonly captions: EditionPath;
      readonly transcript: readonly Block[];
    };

const blocks = z.lazy(() => z.array(block));

/** An anchor: `h3` for the third heading, `q2` for the second question, `v1` for a film, `g1`, `g1-4` in checklists. */
export const anchor = z.string().regex(/^[a-z][0-9]+(-[0-9]+)*$/);

/** One image file in one width, in pixels. */
const imageSource = z.strictObject({
  type: z.enum(['image/avif', 'image/webp']),
  media: editionPath,
  width: z.int().positive(),
});
export type ImageSource = Readonly<z.infer<typeof imageSource>>;

/** The kinds of films a terminal can play, by their media types. */
export const VIDEO_TYPES = ['video/webm', 'video/mp4'] as const;

/** One file of a film. */
const videoSource = z.strictObject({
  type: z.enum(VIDEO_TYPES),
  media: editionPath,
  /** What is inside, as screens ask for it (RFC 6381), for instance `avc1.4d4015, mp4a.40.2`. */
  codecs: z.string().regex(/^[A-Za-z0-9.]+(?:, [A-Za-z0-9.]+)*$/),
});
export type VideoSource = Readonly<z.infer<typeof videoSource>>;

/** A still picture: the file that every screen can show, its size in CSS pixels, and the same in other files. */
const still = z.strictObject({
  media: editionPath,
  width: z.int().positive(),
  height: z.int().positive(),
  sources: z.array(imageSource).min(1).readonly().optional(),
});
export type Still = Readonly<z.infer<typeof still>>;

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
  z.strictObject({ type: z.literal('checklist'), to: documentId }),
  z.strictObject({
    type: z.literal('events'),
    eventType: eventType.optional(),
    theme: themeId.optional(),
  }),
  z.strictObject({ type: z.literal('contact'), title: inlines, blocks }),
  z.strictObject({
    type: z.literal('image'),
    media: editionPath,
    width: z.int().positive(),
    height: z.int().positive(),
    sources: z.array(imageSource).min(1).optional(),
    alt: z.string().min(1),
    caption: z.string().min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('video'),
    anchor,
    title: inlines,
    sources: z.array(videoSource).min(1),
    width: z.int().positive(),
    height: z.int().positive(),
    seconds: z.number().positive(),
    sound: z.boolean(),
    poster: still,
    captions: editionPath,
    transcript: blocks,
  }),
]);
