import type { Paragraph, RootContent } from 'mdast';
import type { Block, Inline } from '../../model/block.ts';
import * as say from '../messages.ts';
import { BLOCK_NAMES, LINE_NAMES, meantBlock } from './block-names.ts';
// Blocks hold blocks: this module and blocks.ts call each other, as their subject does.
import { listItems, toBlocks } from './blocks.ts';
import type { BodyReader } from './body-reader.ts';
import { toInlines } from './inlines.ts';
import { toVideo } from './videos.ts';

/** A block that begins with `:::name`. */
export type Container = Extract<RootContent, { readonly type: 'containerDirective' }>;

/** A `:::` block as one of the guide's. */
export function toBoxed(node: Container, reader: BodyReader): Block[] {
  checkFrame(node, reader);
  const { label, content } = opened(node);
  const { name } = node;
  switch (name) {
    case 'tip':
    case 'warning':
    case 'contact': {
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
    case 'video':
      return toVideo(node, label, content, reader);
    case 'next':
      reader.report(node, reader.file.kind === 'checklist' ? say.nextNotLast : say.nextInPage);
      toBlocks(content, reader);
      return [];
    default:
      if (LINE_NAMES.some((each) => each === name)) reader.report(node, say.threeColons(name));
      else reader.report(node, say.unknownBlock(name, BLOCK_NAMES, meantBlock(name)));
      toBlocks(content, reader);
      return [];
  }
}

/** Reports a block that is not closed, or has curly brackets. */
export function checkFrame(node: Container, reader: BodyReader): void {
  const lines = reader.source(node).trimEnd().split('\n');
  if (lines.length < 2 || !/^\s*:{3,}\s*$/.test(lines.at(-1) ?? '')) {
    reader.closingsToCome++;
    reader.report(node, say.blockNotClosed(node.name));
  }
  // Only a film has something to say in curly brackets.
  if (node.name === 'video') return;
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
