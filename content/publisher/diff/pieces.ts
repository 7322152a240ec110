import { assertNever } from '../../model/assert-never.ts';
import type { Block, Inline } from '../../model/block.ts';
import type { ChecklistDocument, GuideDocument } from '../../model/document.ts';
import type { Guide } from '../../model/guide.ts';
import { plainText } from '../../model/plain-text.ts';

/** What a part of a document is. */
export type PartName =
  | 'title'
  | 'summary'
  | 'detail'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'step'
  | 'box'
  | 'help'
  | 'tip'
  | 'warning'
  | 'contact'
  | 'question'
  | 'next'
  | 'image'
  | 'video'
  | 'checklist'
  | 'events';

/** One part of a document that can be named and compared. */
export type Piece = {
  readonly part: PartName;
  /** For a detail: its name, for instance `order` or `place`. */
  readonly name?: string;
  /** The heading it stands under; undefined above the first one. */
  readonly under?: string | undefined;
  /** Its words, with `**bold**`, `*emphasis*` and `[links](to)` as authors write them. */
  readonly words: string;
};

/** A document taken apart, from its title to its last block. */
export function piecesOf(document: GuideDocument): Piece[] {
  const { header } = document;
  const { title, summary, id: _id, language: _language, kind: _kind, ...details } = header;
  return [
    { part: 'title', words: title },
    { part: 'summary', words: summary },
    ...detailPieces(details),
    ...(document.kind === 'checklist'
      ? [...detailPieces({ keywords: document.keywords }), ...checklistPieces(document)]
      : [...detailPieces(ownDetails(document)), ...blockPieces(document.body)]),
  ];
}

/** The words and settings of a whole guide, each under its path: `centre.name.fr`. */
export function guidePieces(guide: Guide): Piece[] {
  const { themes, ...rest } = guide;
  return [
    ...detailPieces(rest),
    { part: 'detail', name: 'themes', words: themes.map(({ id }) => id).join(', ') },
    ...themes.flatMap(({ id, ...theme }) => detailPieces(theme, `themes.${id}.`)),
  ];
}

function ownDetails(document: Exclude<GuideDocument, ChecklistDocument>): object {
  const { schema: _schema, kind: _kind, header: _header, body: _body, ...own } = document;
  return own;
}

/** The values of an object as words; what is empty is left out, an object inside gives one piece for each of its values. */
function detailPieces(values: object, prefix = ''): Piece[] {
  return Object.entries(values).flatMap(([key, value]): Piece[] => {
    const name = `${prefix}${key}`;
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (Array.isArray(value)) return [{ part: 'detail', name, words: value.map(wordsOfValue).join(', ') }];
    if (typeof value === 'object' && value !== null) return detailPieces(value, `${name}.`);
    return [{ part: 'detail', name, words: String(value) }];
  });
}

function wordsOfValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function checklistPieces({ intro, groups, next }: ChecklistDocument): Piece[] {
  return [
    ...blockPieces(intro),
    ...groups.flatMap((group) => {
      const under = plainText(group.title);
      const items = group.items.flatMap(({ text, help, link }): Piece[] => [
        { part: 'box', under, words: link === undefined ? written(text) : `${written(text)} (→ ${link})` },
        ...blockPieces(help, under, 'help'),
      ]);
      return [
        { part: 'heading', words: written(group.title) },
        ...blockPieces(group.intro, under),
        ...items,
      ] satisfies Piece[];
    }),
    ...(next === undefined
      ? []
      : [
          { part: 'next', words: written(next.title) } as const,
          ...blockPieces(next.blocks, plainText(next.title)),
        ]),
  ];
}

/** Blocks as pieces; `paragraph` is what their paragraphs are called. */
function blockPieces(blocks: readonly Block[], heading?: string, paragraph: PartName = 'paragraph'): Piece[] {
  let under = heading;
  return blocks.flatMap((block): Piece[] => {
    switch (block.type) {
      case 'heading':
        under = plainText(block.children);
        return [{ part: 'heading', words: written(block.children) }];
      case 'paragraph':
        return [{ part: paragraph, under, words: written(block.children) }];
      case 'list':
        return block.items.flatMap((item) => blockPieces(item, under, 'item'));
      case 'steps':
        return block.items.flatMap((item) => blockPieces(item, under, 'step'));
      case 'tip':
      case 'warning':
      case 'contact':
        return [
          { part: block.type, under, words: written(block.title) },
          ...blockPieces(block.blocks, under),
        ];
      case 'question':
        return [
          { part: 'question', under, words: written(block.question) },
          ...blockPieces(block.answer, under),
        ];
      case 'checklist':
        return [{ part: 'checklist', under, words: block.to }];
      case 'events':
        return [
          { part: 'events', under, words: [block.eventType, block.theme].filter(Boolean).join(', ') || '*' },
        ];
      case 'image': {
        const caption = block.caption === undefined ? '' : ` “${block.caption}”`;
        return [
          {
            part: 'image',
            under,
            words: `${block.alt}${caption} (${block.media}, ${block.width} × ${block.height})`,
          },
        ];
      }
      case 'video': {
        const files = [...block.sources.map(({ media }) => media), block.captions, block.poster.media];
        const size = `${block.width} × ${block.height}, ${Math.round(block.seconds)} s`;
        return [
          { part: 'video', under, words: `${written(block.title)} (${files.join(', ')}; ${size})` },
          ...blockPieces(block.transcript, under),
        ];
      }
      default:
        return assertNever(block);
    }
  });
}

function written(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return child.text;
        case 'break':
          return ' ⏎ ';
        case 'strong':
          return `**${written(child.children)}**`;
        case 'emphasis':
          return `*${written(child.children)}*`;
        case 'link':
          return `[${written(child.children)}](${child.to})`;
        default:
          return assertNever(child);
      }
    })
    .join('');
}
