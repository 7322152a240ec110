import type { Link, PhrasingContent, Text } from 'mdast';
import type { Inline } from '../../model/block.ts';
import { plainText } from '../../model/plain-text.ts';
import * as say from '../messages.ts';
import type { BodyReader } from './body-reader.ts';
import { linkMistake } from './links.ts';
import { typesetInlines } from './typography.ts';

/** Running text of Markdown as the guide's own, set for its language. What cannot stay is reported and left out. */
export function toInlines(nodes: readonly PhrasingContent[], reader: BodyReader): Inline[] {
  return typesetInlines(joined(convertAll(nodes, reader)), reader.language);
}

function convertAll(nodes: readonly PhrasingContent[], reader: BodyReader): Inline[] {
  return nodes.flatMap((node) => convert(node, reader));
}

function convert(node: PhrasingContent, reader: BodyReader): Inline[] {
  switch (node.type) {
    case 'text':
      return [toText(node, reader)];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: joined(convertAll(node.children, reader)) }];
    case 'link':
      return toLink(node, reader);
    case 'break':
      return [{ type: 'break' }];
    case 'image':
      reader.usedMedia.add(node.url);
      reader.report(node, say.imageInText);
      return [];
    case 'html':
      reader.report(node, node.value.startsWith('<!--') ? say.htmlComment : say.rawHtml(node.value));
      return [];
    case 'inlineCode':
      reader.report(node, say.code);
      return [];
    case 'delete':
      reader.report(node, say.struckOut);
      return [];
    case 'footnoteReference':
      reader.report(node, say.footnote);
      return [];
    case 'linkReference':
    case 'imageReference':
      reader.report(node, say.linkByReference);
      return [];
    default:
      reader.report(node, say.unknownMarkdown(node.type));
      return [];
  }
}

function toText(node: Text, reader: BodyReader): Inline {
  if (node.value.includes('**')) reader.reportAtText(node, '**', say.leftoverStars);
  if (node.value.includes('](')) reader.reportAtText(node, '](', say.brokenLink);
  return { type: 'text', text: node.value.replace(/[ \t]*\n[ \t]*/g, ' ') };
}

function toLink(node: Link, reader: BodyReader): Inline[] {
  const children = joined(convertAll(node.children, reader));
  if (!isWritten(node, reader)) return children;
  const mistake = linkMistake(node.url, reader.file.id, reader.ids);
  if (mistake !== undefined) reader.report(node, mistake);
  else if (plainText(children).trim() === '') reader.report(node, say.linkWithoutWords);
  if (node.title) reader.report(node, say.linkWithTitle);
  reader.mark(node, { type: 'link', to: node.url });
  return [{ type: 'link', to: node.url, children }];
}

/** False for an address in the text (www.example.org) that the parser made a link, not the author. */
export function isWritten(node: Link, reader: BodyReader): boolean {
  return node.position !== undefined && /^[[<]/.test(reader.source(node));
}

/** Neighbouring pieces of plain text as one. */
function joined(children: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', text: last.text + child.text };
    } else if (child.type !== 'text' || child.text !== '') result.push(child);
  }
  return result;
}
