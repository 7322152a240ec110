import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Block } from '../../model/block.ts';
import { plainText } from '../../model/plain-text.ts';
import * as say from '../messages.ts';
import { BOXED_BLOCKS, LINE_NAMES } from './block-names.ts';
import type { BodyReader } from './body-reader.ts';
import { toBoxed } from './boxed-blocks.ts';
import { onlyImage, toImage } from './images.ts';
import { toInlines } from './inlines.ts';
import { toLineBlock } from './line-blocks.ts';

/** Longest heading, in characters: it is a station on the line beside the text. */
export const MAX_HEADING_CHARACTERS = 60;

/** Markdown as blocks; headings can only stand at the top level of a page. What cannot stay is reported and left out. */
export function toBlocks(nodes: readonly RootContent[], reader: BodyReader, inPage = false): Block[] {
  return nodes.flatMap((node) => toBlock(node, reader, inPage));
}

function toBlock(node: RootContent, reader: BodyReader, inPage: boolean): Block[] {
  switch (node.type) {
    case 'paragraph':
      return toParagraph(node, reader);
    case 'heading':
      if (inPage) return toHeading(node, reader);
      reader.report(node, reader.file.kind === 'notice' ? say.headingInNotice : say.headingInside);
      return [];
    case 'list':
      return toList(node, reader);
    case 'containerDirective':
      return toBoxed(node, reader);
    case 'leafDirective':
      return toLineBlock(node, reader);
    case 'html':
      reader.report(node, node.value.startsWith('<!--') ? say.htmlComment : say.rawHtml(node.value));
      return [];
    case 'table':
      reader.report(node, say.table);
      return [];
    case 'code':
      reader.report(node, say.code);
      return [];
    case 'blockquote':
      reader.report(node, say.blockquote);
      return [];
    case 'thematicBreak':
      reader.report(node, say.ruler);
      return [];
    case 'footnoteDefinition':
      reader.report(node, say.footnote);
      return [];
    case 'definition':
      reader.report(node, say.linkByReference);
      return [];
    default:
      reader.report(node, say.unknownMarkdown(node.type));
      return [];
  }
}

function toParagraph(node: Paragraph, reader: BodyReader): Block[] {
  const image = onlyImage(node);
  if (image !== undefined) return toImage(image, reader);
  if (reportColons(node, reader)) return [];
  reader.mark(node, { type: 'paragraph' });
  return [{ type: 'paragraph', children: toInlines(node.children, reader) }];
}

/** `::checklist …` or `:checklist …`: something is wrong in the rest of that line. */
const LINE_START = new RegExp(`^::?\\s*(${LINE_NAMES.join('|')})\\b`);
const BOXED_START = new RegExp(`^:(${BOXED_BLOCKS.join('|')})\\b`);

/** Reports lines with colons that were meant as a block and would be shown as text. */
function reportColons(node: Paragraph, reader: BodyReader): boolean {
  let found = false;
  for (const line of reader.source(node).split('\n')) {
    const text = line.trim();
    if (/^:{3,}$/.test(text)) {
      found = true;
      if (reader.closingsToCome > 0) reader.closingsToCome--;
      else reader.reportAtText(node, text, say.strayClosing);
    } else if (LINE_START.test(text)) {
      found = true;
      reader.reportAtText(node, text, say.brokenLineBlock(text));
    } else if (/^:{2,}\s*\p{L}/u.test(text) || BOXED_START.test(text)) {
      found = true;
      reader.closingsToCome++;
      reader.reportAtText(node, text, say.brokenBlock(text));
    }
  }
  return found;
}

function toHeading(node: Heading, reader: BodyReader): Block[] {
  checkHeading(node, reader);
  if (node.depth === 3 && reader.headings === 0) reader.report(node, say.headingTooSoon);
  reader.headings++;
  const level = node.depth === 3 ? 3 : 2;
  reader.mark(node, { type: 'heading', level });
  const children = toInlines(node.children, reader);
  checkHeadingWords(node, plainText(children), reader);
  return [{ type: 'heading', level, anchor: `h${reader.headings}`, children }];
}

/** Reports headings of a wrong form: `#`, `####`, underlined ones. */
export function checkHeading(node: Heading, reader: BodyReader): void {
  if (!reader.source(node).startsWith('#')) reader.report(node, say.underlinedHeading);
  else if (node.depth === 1) reader.report(node, say.topHeading);
  else if (node.depth > 3) reader.report(node, say.deepHeading(node.depth));
}

/** Reports headings without words or with too many. */
export function checkHeadingWords(node: Heading, words: string, reader: BodyReader): void {
  if (words.trim() === '') reader.report(node, say.emptyHeading);
  if (words.length > MAX_HEADING_CHARACTERS) {
    reader.report(node, say.headingTooLong(words.length, MAX_HEADING_CHARACTERS));
  }
}

function toList(node: List, reader: BodyReader): Block[] {
  const ordered = node.ordered === true;
  reader.mark(node, { type: 'list', ordered, items: node.children.length });
  const items = listItems(node, reader);
  reader.markEnd(node, 'list');
  return [{ type: 'list', ordered, items }];
}

/** The items of a list without boxes, each as blocks. */
export function listItems(node: List, reader: BodyReader): Block[][] {
  if (node.ordered === true && typeof node.start === 'number' && node.start !== 1) {
    reader.report(node, say.listStart(node.start));
  }
  return node.children.map((item) => {
    if (typeof item.checked === 'boolean') reader.report(item, say.boxInPage);
    return itemBlocks(item, reader);
  });
}

function itemBlocks(item: ListItem, reader: BodyReader): Block[] {
  reader.mark(item, { type: 'item' });
  if (item.children.length === 0) reader.report(item, say.emptyItem);
  return toBlocks(item.children, reader);
}
