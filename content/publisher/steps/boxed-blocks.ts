import type { Paragraph, RootContent } from 'mdast';
import type { Block, Inline } from '../../model/block.ts';
import * as say from '../messages.ts';
// Blocks hold blocks: this module and blocks.ts call each other, as their subject does.
import { listItems, toBlocks } from './blocks.ts';
import type { BodyReader } from './body-reader.ts';
import { toInlines } from './inlines.ts';
import { fold, nearest } from './nearest.ts';

/** A block that begins with `:::name`. */
export type Container = Extract<RootContent, { readonly type: 'containerDirective' }>;
type Leaf = Extract<RootContent, { readonly type: 'leafDirective' }>;

/** The blocks an author can write with three colons. */
export const BOXED_BLOCKS = ['tip', 'warning', 'steps', 'question', 'next'] as const;

/** What people write for them, in the languages of the first guide. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  astuce: 'tip',
  conseil: 'tip',
  note: 'tip',
  info: 'tip',
  raad: 'tip',
  advies: 'tip',
  attention: 'warning',
  avertissement: 'warning',
  danger: 'warning',
  waarschuwing: 'warning',
  opgelet: 'warning',
  etapes: 'steps',
  stappen: 'steps',
  faq: 'question',
  vraag: 'question',
  suite: 'next',
  suivant: 'next',
  volgende: 'next',
};

/** A `:::` block as one of the guide's. */
export function toBoxed(node: Container, reader: BodyReader): Block[] {
  checkFrame(node, reader);
  const { label, content } = opened(node);
  const { name } = node;
  switch (name) {
    case 'tip':
    case 'warning': {
      reader.mark(node, { type: name });
      const title = titleOf(node, label, reader);
      const blocks = toBlocks(content, reader);
      checkContent(node, content, reader);
      reader.markEnd(node, name);
      return [{ type: name, title, blocks }];
    }
    case 'question': {
      reader.mark(node, { type: name });
      const anchor = `q${++reader.questions}`;
      const question = titleOf(node, label, reader);
      const answer = toBlocks(content, reader);
      checkContent(node, content, reader);
      reader.markEnd(node, name);
      return [{ type: 'question', anchor, question, answer }];
    }
    case 'steps':
      return toSteps(node, label, content, reader);
    case 'next':
      reader.report(node, reader.file.kind === 'page' ? say.nextInPage : say.nextNotLast);
      toBlocks(content, reader);
      return [];
    default:
      reader.report(node, say.unknownBlock(name, BOXED_BLOCKS, meant(name)));
      toBlocks(content, reader);
      return [];
  }
}

/** Reports a block with two colons. */
export function reportLeaf(node: Leaf, reader: BodyReader): void {
  const { name } = node;
  const known = BOXED_BLOCKS.some((each) => each === name);
  reader.report(node, known ? say.twoColons(name) : say.unknownBlock(name, BOXED_BLOCKS, meant(name)));
}

/** Reports a block that is not closed, or has curly brackets. */
export function checkFrame(node: Container, reader: BodyReader): void {
  const lines = reader.source(node).trimEnd().split('\n');
  if (lines.length < 2 || !/^\s*:{3,}\s*$/.test(lines.at(-1) ?? '')) {
    reader.closingsToCome++;
    reader.report(node, say.blockNotClosed(node.name));
  }
  if (Object.keys(node.attributes ?? {}).length > 0) reader.report(node, say.blockAttributes(node.name));
}

/** The words in square brackets of a block, and what is inside the block. */
export function opened(node: Container): {
  readonly label: Paragraph | undefined;
  readonly content: readonly RootContent[];
} {
  const [first, ...rest] = node.children;
  return first?.type === 'paragraph' && first.data?.directiveLabel === true
    ? { label: first, content: rest }
    : { label: undefined, content: node.children };
}

/** The title of a block that needs one. */
export function titleOf(node: Container, label: Paragraph | undefined, reader: BodyReader): Inline[] {
  if (label === undefined || label.children.length === 0) {
    reader.report(node, say.blockWithoutTitle(node.name));
    return [];
  }
  return toInlines(label.children, reader);
}

/** Reports a block with nothing in it. */
export function checkContent(node: Container, content: readonly RootContent[], reader: BodyReader): void {
  if (content.length === 0) reader.report(node, say.emptyBlock(node.name));
}

function toSteps(
  node: Container,
  label: Paragraph | undefined,
  content: readonly RootContent[],
  reader: BodyReader,
): Block[] {
  if (label !== undefined) reader.report(node, say.stepsWithTitle);
  const [list, ...others] = content;
  if (list?.type !== 'list' || list.ordered !== true || others.length > 0) {
    reader.report(node, say.stepsWithoutList);
    return [];
  }
  reader.mark(node, { type: 'steps', items: list.children.length });
  const items = listItems(list, reader);
  reader.markEnd(node, 'steps');
  return [{ type: 'steps', items }];
}

function meant(name: string): string | undefined {
  return ALSO_CALLED[fold(name)] ?? nearest(name, BOXED_BLOCKS);
}
